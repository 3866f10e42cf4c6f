import { type IsoDate, ukDay } from './calendarDays.ts'
import { currentDeadline, type DueEntry, movedDeadlines, timesExtended } from './dueLedger.ts'
import { deriveFromElements } from './elements.ts'
import type { Recommendation, Status } from './recommendation.ts'
import { isImplemented } from './statusWords.ts'
import { fallen, unreached } from './trainingDecisions.ts'

/** Why a status is suggested. Each face turns the codes into sentences. */
export const suggestionReasons = [
  'deadline-missed',
  'earlier-deadline-missed',
  'extended-twice',
  'rationale-given',
  'nothing-missed',
  'all-elements-done',
  'element-not-done',
  'demonstration-passed',
  'comment-lacks-evidence',
  'later-date-in-comment',
  'work-continues',
  'waits-for-another-body',
  'within-deadline',
  'cover-fell',
] as const
export type SuggestionReason = (typeof suggestionReasons)[number]

export interface Suggestion {
  /** Null when nothing can be said. */
  readonly status: Status | null
  readonly why: readonly SuggestionReason[]
}

/** Where what the force asserts and what the rules suggest part. A person decides; nothing is overwritten. */
export interface Divergence {
  readonly asserted: Status
  readonly suggested: Status
  readonly reasons: readonly SuggestionReason[]
}

type Judged = Pick<
  Recommendation,
  | 'status'
  | 'due'
  | 'elements'
  | 'doubts'
  | 'evidence'
  | 'progress'
  | 'rationale'
  | 'signOff'
  | 'demonstrationUntil'
  | 'restsOn'
>

/**
 * The status that the rules would give a row: a suggestion beside what people assert, which is never overwritten.
 * WHITE is never suggested away by a date, and nothing is said of what is CLOSED.
 */
export function suggestStatus(row: Judged, today: IsoDate): Suggestion {
  if (row.status === 'CLOSED') return { status: null, why: [] }
  const derived = deriveFromElements(row.elements, row.status)
  if (isImplemented(row.status)) return forGreen(row, derived)
  if (derived !== null && isImplemented(derived)) return { status: derived, why: ['all-elements-done'] }
  if (isDemonstrated(row, today)) return { status: 'GREEN', why: ['demonstration-passed'] }
  if (row.status === 'WHITE') return { status: 'WHITE', why: ['waits-for-another-body'] }
  return forOpen(row, derived, today)
}

/** The same as `suggestStatus`, where it says something else than the row asserts; null where they agree. */
export function divergenceOf(row: Judged, today: IsoDate): Divergence | null {
  const { status, why } = suggestStatus(row, today)
  if (status === null || status === row.status) return null
  if (isImplemented(status) && isImplemented(row.status)) return null
  return { asserted: row.status, suggested: status, reasons: why }
}

/** What a paper's reader doubts about a green row, as reasons against it. */
const againstGreen: readonly (readonly [code: string, reason: SuggestionReason])[] = [
  ['green-without-evidence', 'comment-lacks-evidence'],
  ['empty-comment', 'comment-lacks-evidence'],
  ['green-before-later-date', 'later-date-in-comment'],
  ['green-work-continues', 'work-continues'],
]

function forGreen(row: Judged, derived: Status | null): Suggestion {
  const why = new Set<SuggestionReason>()
  if (fallen(row).length > 0) why.add('cover-fell')
  if (derived !== null && !isImplemented(derived)) why.add('element-not-done')
  // A second person who looked at evidence here outweighs what a machine found odd in a paper.
  const isSignedOff = row.signOff?.state === 'agreed' && row.evidence.length > 0
  if (!isSignedOff) {
    for (const [code, reason] of againstGreen)
      if (row.doubts.some((doubt) => doubt.code === code)) why.add(reason)
    if (row.progress.trim() === '' && row.evidence.length === 0) why.add('comment-lacks-evidence')
  }
  if (why.size === 0) return { status: row.status, why: [] }
  return { status: why.has('element-not-done') && derived !== null ? derived : 'AMBER', why: [...why] }
}

function forOpen(row: Judged, derived: Status | null, today: IsoDate): Suggestion {
  const missed = missedReasons(row.due, today)
  if (row.rationale.trim() !== '' && row.status === 'RED')
    return { status: 'RED', why: ['rationale-given', ...missed] }
  if (missed.length > 0) return { status: 'RED', why: missed }
  if (derived !== null) return { status: derived, why: ['element-not-done'] }
  return row.status === 'RED'
    ? { status: 'AMBER', why: ['nothing-missed'] }
    : { status: 'AMBER', why: ['within-deadline'] }
}

/**
 * RED is "beyond designated deadline", and a new date does not clear it: an earlier deadline that has passed counts,
 * unless the move was agreed with somebody before that day. Twice moved counts whatever was agreed.
 */
function missedReasons(due: readonly DueEntry[], today: IsoDate): readonly SuggestionReason[] {
  const deadline = currentDeadline(due)
  const why: SuggestionReason[] = []
  if (deadline !== null && deadline < today) why.push('deadline-missed')
  if (movedDeadlines(due).some((entry) => wasMissed(entry, due, today))) why.push('earlier-deadline-missed')
  if (timesExtended(due) >= 2) why.push('extended-twice')
  return why
}

function wasMissed(entry: DueEntry, due: readonly DueEntry[], today: IsoDate): boolean {
  if (entry.date === null || entry.date >= today) return false
  const moved = due[due.indexOf(entry) + 1]?.change
  return moved === undefined || moved.agreedBy === '' || ukDay(moved.at) > entry.date
}

function isDemonstrated(row: Judged, today: IsoDate): boolean {
  const isOver = row.demonstrationUntil === null || row.demonstrationUntil < today
  return row.signOff?.state === 'agreed' && isOver && unreached(row).length === 0
}
