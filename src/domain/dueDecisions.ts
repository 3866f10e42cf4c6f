import { addDays, type IsoDate, isIsoDate, writeDate } from './calendarDays.ts'
import type { Decision, DecisionContext, DecisionRefusal } from './decide.ts'
import { reasonRefusal, refuse, type Step, tell } from './decisionStep.ts'
import { currentDeadline, currentDueEntry, type DueEntry, isMetMilestone, reportedTo } from './dueLedger.ts'
import { dayMeant, holdsDate, plainWords, readsAsDeadline, withTag, writeDueEntry } from './dueWords.ts'
import type { Recommendation } from './recommendation.ts'
import { mayManage } from './roles.ts'
import { isSettled } from './statusWords.ts'

type Of<Name extends Decision['does']> = Extract<Decision, { does: Name }>

/** The longest purpose or event of an entry, and the longest name of a board, in characters. */
export const longestPurpose = 500
const longestBoard = 60
/** A deadline further away than this is a slip of the keys. */
const furthestDays = 20 * 366

/** Adds an entry to the due history. Nothing that stands in it is changed, and the status stays as it is. */
export function moveDeadline(
  row: Recommendation,
  decision: Of<'move-deadline'>,
  context: DecisionContext,
): Step {
  if (isSettled(row)) return refuse('reopen-first')
  const refused =
    reasonRefusal(decision.reason) ?? wordsRefusal(decision) ?? dayRefusal(row, decision, context)
  if (refused) return refuse(refused)
  const boards = [...new Set(decision.reportedTo.map(plainWords))]
  const tags = boards.map(tagFor)
  const entry: DueEntry = {
    ...writeDueEntry({ ...decision, tags }),
    change: {
      at: context.at,
      by: context.actor.name,
      byObject: context.actor.objectId,
      reason: decision.reason.trim(),
      event: decision.date === null ? decision.event.trim() : '',
      agreedBy: decision.agreedBy.trim(),
      reportedTo: boards,
    },
  }
  const request = row.extensionRequest
  const told = [
    tell('due', row.due.at(-1)?.text ?? '', entry.text, decision.reason),
    // Whoever moves the deadline answers what was asked for.
    ...(request ? [tell('extension', `asked for ${writeDate(request.to)}`, '')] : []),
  ]
  return { ok: true, set: { due: [...row.due, entry], extensionRequest: null }, told }
}

function wordsRefusal({ event, purpose, agreedBy, reportedTo: boards }: Of<'move-deadline'>) {
  if (event.length > longestPurpose || purpose.length > longestPurpose) return 'too-long' as const
  if (agreedBy.length > longestPurpose) return 'too-long' as const
  for (const board of boards) {
    const refused = boardRefusal(board)
    if (refused) return refused
  }
  return readsAsDeadline(purpose) ? ('unclear-purpose' as const) : null
}

function boardRefusal(board: string): 'no-board' | 'too-long' | null {
  if (plainWords(board) === '') return 'no-board'
  return board.length > longestBoard ? 'too-long' : null
}

function dayRefusal(
  row: Recommendation,
  decision: Of<'move-deadline'>,
  context: DecisionContext,
): DecisionRefusal | null {
  const { date, event, verb } = decision
  if (date === null) {
    if (plainWords(event) === '') return 'no-date-or-event'
    return holdsDate(event) ? 'date-and-event' : sameEvent(row, decision)
  }
  if (event.trim() !== '') return 'date-and-event'
  if (!isIsoDate(date)) return 'not-a-date'
  const day = dayMeant(date, decision.precision)
  if (context.published && day < context.published) return 'due-before-published'
  if (day > addDays(context.today, furthestDays)) return 'date-implausible'
  // A report's own first deadline may have passed before the register heard of it; an extension into the past cannot be.
  const isTranscribed = mayManage(context.actor) && (row.due.length === 0 || verb === 'and')
  if (day < context.today && !isTranscribed) return 'date-in-past'
  return sameDay(row, decision, day)
}

function sameDay(row: Recommendation, { purpose }: Of<'move-deadline'>, day: IsoDate) {
  const now = currentDueEntry(row.due)
  const isSame =
    currentDeadline(row.due) === day && (plainWords(purpose) === '' || now?.purpose === plainWords(purpose))
  return isSame ? ('nothing-changed' as const) : null
}

function sameEvent(row: Recommendation, decision: Of<'move-deadline'>) {
  const written = writeDueEntry({ ...decision, tags: [] })
  const last = row.due.at(-1)
  return last && last.date === null && last.purpose === written.purpose && last.text.startsWith(written.text)
    ? ('nothing-changed' as const)
    : null
}

/** A milestone of the history was met: it is tagged so, and no longer the deadline. */
export function meetMilestone(
  row: Recommendation,
  { entry: index, on }: Of<'meet-milestone'>,
  { today }: DecisionContext,
): Step {
  const entry = row.due[index]
  if (!entry) return refuse('no-such-entry')
  if (isMetMilestone(entry)) return refuse('already-met')
  if (!isIsoDate(on)) return refuse('not-a-date')
  if (on > today) return refuse('date-in-future')
  return tagEntry(row, index, entry, withTag(entry, 'completed'), `met on ${writeDate(on)}`)
}

/** A board was told of an entry. The tag is added at the entry's end, as papers do; its words stay. */
export function reportToBoard(row: Recommendation, { entry: index, board }: Of<'report-to-board'>): Step {
  const entry = row.due[index]
  if (!entry) return refuse('no-such-entry')
  const refused = boardRefusal(board)
  if (refused) return refuse(refused)
  const name = plainWords(board)
  if (reportedTo([entry]).some((one) => one.toLowerCase() === name.toLowerCase()))
    return refuse('already-reported')
  const tagged = withTag(entry, tagFor(name))
  const change = entry.change && { ...entry.change, reportedTo: [...entry.change.reportedTo, name] }
  return tagEntry(row, index, entry, change ? { ...tagged, change } : tagged, '')
}

function tagFor(board: string): string {
  return `Reported to ${board}`
}

function tagEntry(row: Recommendation, index: number, from: DueEntry, to: DueEntry, why: string): Step {
  const due = row.due.with(index, to)
  return { ok: true, set: { due }, told: [tell('due', from.text, to.text, why)] }
}
