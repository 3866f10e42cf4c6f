import { isIsoDate, writeDate } from './calendarDays.ts'
import type { Decision, DecisionContext } from './decide.ts'
import { reasonRefusal, refuse, type Step, type Told, tell } from './decisionStep.ts'
import { moveDeadline } from './dueDecisions.ts'
import { currentDeadline } from './dueLedger.ts'
import { dayMeant } from './dueWords.ts'
import type { ExtensionRequest } from './extensionRequest.ts'
import type { Recommendation } from './recommendation.ts'
import { isSettled } from './statusWords.ts'

type Of<Name extends Decision['does']> = Extract<Decision, { does: Name }>

/** An owner asks for a later deadline. Nothing moves until somebody above them agrees. */
export function askExtension(
  row: Recommendation,
  decision: Of<'ask-extension'>,
  context: DecisionContext,
): Step {
  const { to, precision = 'day', reason } = decision
  const refused = askExtensionRefusal(row)
  if (refused) return refuse(refused)
  if (!isIsoDate(to)) return refuse('not-a-date')
  const day = dayMeant(to, precision)
  if (day < context.today) return refuse('date-in-past')
  const now = currentDeadline(row.due)
  if (now !== null && day <= now) return refuse('not-later')
  const unreasoned = reasonRefusal(reason)
  if (unreasoned) return refuse(unreasoned)
  // What could not be agreed to cannot be asked for either.
  const agreed = moveDeadline(row, moveOf({ to: day, precision, reason }, ''), context)
  if (!agreed.ok) return agreed
  const { actor, at } = context
  const by = { askedAt: at, askedBy: actor.name, askedByObject: actor.objectId }
  const extensionRequest: ExtensionRequest = { to: day, precision, reason: reason.trim(), ...by }
  return { ok: true, set: { extensionRequest }, told: [tell('extension', '', askedWords(day), reason)] }
}

/** Why no later deadline can be asked for, whatever day is meant; null when it can. */
export function askExtensionRefusal(row: Pick<Recommendation, 'status' | 'extensionRequest'>) {
  if (isSettled(row)) return 'reopen-first' as const
  return row.extensionRequest === null ? null : ('already-asked' as const)
}

/** The answer to what was asked for: agreed, the deadline moves; declined, it stays, and a reason is given. */
export function answerExtension(
  row: Recommendation,
  { agreed, reason }: Of<'answer-extension'>,
  context: DecisionContext,
): Step {
  const request = row.extensionRequest
  if (request === null) return refuse('not-asked')
  if (agreed) return agree(row, request, reason, context)
  const unreasoned = reasonRefusal(reason)
  if (unreasoned) return refuse(unreasoned)
  const told = [tell('extension', askedWords(request.to), 'declined', reason)]
  return { ok: true, set: { extensionRequest: null }, told }
}

function agree(row: Recommendation, request: ExtensionRequest, note: string, context: DecisionContext): Step {
  const moved = moveDeadline(row, moveOf(request, context.actor.name), context)
  if (!moved.ok) return moved
  const answer = (told: Told) =>
    told.field === 'extension' ? tell('extension', told.from, 'agreed', note) : told
  return { ...moved, told: moved.told.map(answer) }
}

function moveOf(
  { to, precision, reason }: Pick<ExtensionRequest, 'to' | 'precision' | 'reason'>,
  agreedBy: string,
): Of<'move-deadline'> {
  const words = { event: '', purpose: '', reason, agreedBy, reportedTo: [] }
  return { does: 'move-deadline', date: to, precision, verb: 'extended-to', ...words }
}

const askedWords = (day: string) => `asked for ${writeDate(day)}`
