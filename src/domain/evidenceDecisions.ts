import { isIsoDate, writeDate } from './calendarDays.ts'
import type { Decision, DecisionContext, DecisionRefusal } from './decide.ts'
import { longestReason, reasonRefusal, refuse, type Step, type Told, tell } from './decisionStep.ts'
import type { Evidence, SignOff } from './decisions.ts'
import type { Recommendation } from './recommendation.ts'
import { isSafeLink } from './safeLink.ts'
import { turn } from './statusDecisions.ts'
import { isImplemented } from './statusWords.ts'
import { unreached } from './trainingDecisions.ts'
import { longestName } from './waitingDecisions.ts'

type Of<Name extends Decision['does']> = Extract<Decision, { does: Name }>

const longestLink = 2_000

/** Something that shows that it was done. The same address counts once. */
export function addEvidence(
  row: Recommendation,
  decision: Of<'add-evidence'>,
  { actor, at }: DecisionContext,
): Step {
  const [title, link] = [decision.title.trim(), decision.link.trim()]
  if (title === '') return refuse('no-title')
  if (title.length > longestName || link.length > longestLink) return refuse('too-long')
  if (!isSafeLink(link)) return refuse('not-a-link')
  if (row.evidence.some((one) => one.link === link)) return refuse('already-evidence')
  const evidence: Evidence = { title, link, at, by: actor.name, byObject: actor.objectId }
  return {
    ok: true,
    set: { evidence: [...row.evidence, evidence] },
    told: [tell('evidence', '', writeEvidence(evidence))],
  }
}

/** Takes evidence back; a green row keeps at least one piece, so that it never stands without. */
export function removeEvidence(row: Recommendation, { link, why }: Of<'remove-evidence'>): Step {
  const gone = row.evidence.find((one) => one.link === link)
  if (!gone) return refuse('no-such-evidence')
  const unreasoned = reasonRefusal(why)
  if (unreasoned) return refuse(unreasoned)
  const evidence = row.evidence.filter((one) => one !== gone)
  if (isImplemented(row.status) && evidence.length === 0) return refuse('green-needs-evidence')
  return { ok: true, set: { evidence }, told: [tell('evidence', writeEvidence(gone), '', why)] }
}

function writeEvidence({ title, link }: Evidence): string {
  return `${title} (${link})`
}

/** Somebody says that it is done and asks another person to look at the evidence. */
export function askSignOff(
  row: Recommendation,
  { note }: Of<'ask-sign-off'>,
  { actor, at }: DecisionContext,
): Step {
  const refused = askRefusal(row)
  if (refused) return refuse(refused)
  if (note.trim().length > longestReason) return refuse('too-long')
  const signOff: SignOff = {
    ...{ state: 'asked', askedAt: at, askedBy: actor.name, askedByObject: actor.objectId },
    ...{ answeredAt: null, answeredBy: '', answeredByObject: '', note: note.trim() },
  }
  return {
    ok: true,
    set: { signOff },
    told: [tell('sign-off', row.signOff?.state ?? '', 'asked', note)],
  }
}

/** Why no sign-off can be asked for; null when it can. */
export function askRefusal(row: Recommendation): DecisionRefusal | null {
  if (isImplemented(row.status)) return 'already-green'
  if (row.status === 'CLOSED') return 'is-closed'
  if (row.signOff?.state === 'asked' || row.signOff?.state === 'agreed') return 'already-asked'
  return row.evidence.length === 0 ? 'no-evidence' : null
}

/** The second person's answer. Agreed makes the row green at once, or when its demonstration period is over. */
export function answerSignOff(
  row: Recommendation,
  decision: Of<'answer-sign-off'>,
  context: DecisionContext,
): Step {
  const refused = answerRefusal(row)
  if (refused) return refuse(refused)
  if (decision.note.trim().length > longestReason) return refuse('too-long')
  return decision.agreed ? agree(row, decision, context) : decline(row, decision, context)
}

/** Why there is nothing to answer; null when there is. */
export function answerRefusal(row: Recommendation): DecisionRefusal | null {
  if (isImplemented(row.status)) return 'already-green'
  if (row.status === 'CLOSED') return 'is-closed'
  return row.signOff === null || row.signOff.state === 'declined' ? 'not-asked' : null
}

function answered(row: Recommendation, state: 'agreed' | 'declined', note: string, context: DecisionContext) {
  const { actor, at } = context
  const asked = row.signOff
  if (asked === null) return null
  const by = { answeredAt: at, answeredBy: actor.name, answeredByObject: actor.objectId }
  return { ...asked, state, ...by, note: note.trim() || asked.note } satisfies SignOff
}

function decline(row: Recommendation, { note }: Of<'answer-sign-off'>, context: DecisionContext): Step {
  if (note.trim() === '') return refuse('no-reason')
  const told: Told[] = [tell('sign-off', row.signOff?.state ?? '', 'declined', note)]
  if (row.demonstrationUntil) told.push(demonstrationTold(row, null, ''))
  const signOff = answered(row, 'declined', note, context)
  return { ok: true, set: { signOff, demonstrationUntil: null }, told }
}

function agree(row: Recommendation, decision: Of<'answer-sign-off'>, context: DecisionContext): Step {
  if (row.evidence.length === 0) return refuse('no-evidence')
  const { note, holdUntil } = decision
  if (holdUntil !== undefined) {
    const refused = untilRefusal(row, holdUntil, context.today)
    if (refused) return refuse(refused)
  }
  const until = holdUntil ?? row.demonstrationUntil
  const isRunning = until !== null && context.today <= until
  const signOff = answered(row, 'agreed', note, context)
  if (signOff === null) return refuse('not-asked')
  if (!isRunning) return makeGreen(row, signOff, note)
  if (row.signOff?.state === 'agreed' && holdUntil === undefined) return refuse('demonstration-running')
  const told = [
    ...(row.signOff?.state === 'agreed' ? [] : [tell('sign-off', 'asked', 'agreed', note)]),
    ...(until === row.demonstrationUntil ? [] : [demonstrationTold(row, until, note)]),
  ]
  return { ok: true, set: { signOff, demonstrationUntil: until }, told }
}

function makeGreen(row: Recommendation, signOff: SignOff, note: string): Step {
  if (unreached(row).length > 0) return refuse('cover-not-reached')
  const step = turn(row, 'GREEN', note, { signOff })
  if (!step.ok || row.signOff?.state === 'agreed') return step
  return { ...step, told: [tell('sign-off', 'asked', 'agreed', note), ...step.told] }
}

/** Green is held back until a day, to see whether it lasts; null lets it go at once. */
export function holdForDemonstration(
  row: Recommendation,
  { until, why }: Of<'hold-for-demonstration'>,
  { today }: DecisionContext,
): Step {
  if (isImplemented(row.status)) return refuse('already-green')
  if (row.status === 'CLOSED') return refuse('is-closed')
  const refused = reasonRefusal(why) ?? untilRefusal(row, until, today)
  if (refused) return refuse(refused)
  return { ok: true, set: { demonstrationUntil: until }, told: [demonstrationTold(row, until, why)] }
}

function untilRefusal(row: Recommendation, until: string | null, today: string): DecisionRefusal | null {
  if (until === row.demonstrationUntil) return 'nothing-changed'
  if (until === null) return null
  if (!isIsoDate(until)) return 'not-a-date'
  return until < today ? 'date-in-past' : null
}

function demonstrationTold(row: Recommendation, until: string | null, why: string): Told {
  const words = (day: string | null) => (day === null ? '' : `until ${writeDate(day)}`)
  return tell('demonstration', words(row.demonstrationUntil), words(until), why)
}
