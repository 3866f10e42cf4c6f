import { daysBetween, type Instant, type IsoDate, writeDate, writeMonth } from './calendarDays.ts'

/** How an entry of the due column begins, in the words that forces use. */
export const dueVerbs = [
  'none',
  'extended-to',
  'now',
  'then',
  'reset-to',
  'new-deadline',
  'deadline-now',
  'and',
] as const
export type DueVerb = (typeof dueVerbs)[number]

/** One entry of a due history. It is kept as it was written; `date` is null for values such as "To be set". */
export interface DueEntry {
  readonly text: string
  readonly verb: DueVerb
  /** The day meant; a month alone means its last day. */
  readonly date: IsoDate | null
  readonly precision: 'day' | 'month' | null
  readonly purpose: string
  readonly tags: readonly string[]
  /** What a change made here says beyond the paper's words; entries read from a paper have none of it. */
  readonly change?: DueChange
}

/** Who moved a deadline, why, and who knows of it. */
export interface DueChange {
  readonly at: Instant
  readonly by: string
  readonly byObject: string
  readonly reason: string
  /** The event that is awaited in place of a date; empty when there is a date. */
  readonly event: string
  readonly agreedBy: string
  /** Boards that were told, such as PAB. */
  readonly reportedTo: readonly string[]
}

/** An entry tagged [completed] is a milestone that was met, not the deadline of the row. */
export function isMetMilestone(entry: DueEntry): boolean {
  return entry.tags.some((tag) => /^completed$/i.test(tag.trim()))
}

/** The entry that holds the deadline now: the last one with a date that is not a met milestone. */
export function currentDueEntry(due: readonly DueEntry[]): DueEntry | null {
  return due.findLast((entry) => entry.date !== null && !isMetMilestone(entry)) ?? null
}

/**
 * The day to be met now, or null when there is none: nothing dated yet, or the history ends in an
 * event that is awaited rather than in a date.
 */
export function currentDeadline(due: readonly DueEntry[]): IsoDate | null {
  const last = due.at(-1)
  if (last && last.date === null && due.length > 1) return null
  return currentDueEntry(due)?.date ?? null
}

/**
 * How often the deadline was moved: every dated entry after the first that is not a met milestone, and a move
 * to an awaited event. "And" adds a second deadline to the first; it moves nothing.
 */
export function timesExtended(due: readonly DueEntry[]): number {
  const open = due.filter((entry) => !isMetMilestone(entry) && entry.verb !== 'and')
  const firstDated = open.findIndex((entry) => entry.date !== null)
  if (firstDated < 0) return 0
  return open.slice(firstDated + 1).filter((entry) => entry.date !== null || entry.verb !== 'none').length
}

/** The deadline as it is said to people: `30 June 2021`, `June 2021`, or the non-date as it was written. */
export function writeDeadline(due: readonly DueEntry[]): string {
  const date = currentDeadline(due)
  if (date === null) return due.at(-1)?.text ?? 'No deadline'
  return currentDueEntry(due)?.precision === 'month' ? writeMonth(date) : writeDate(date)
}

/** The first deadline that was ever set, met milestones apart; null while there was none. */
export function originalDeadline(due: readonly DueEntry[]): IsoDate | null {
  return due.find((entry) => entry.date !== null && !isMetMilestone(entry))?.date ?? null
}

/**
 * Days from the first deadline to the one now; negative when it was brought forward. Null when there is no day to
 * be met now, because none was set or an event is awaited.
 */
export function slipInDays(due: readonly DueEntry[]): number | null {
  const [original, current] = [originalDeadline(due), currentDeadline(due)]
  return original === null || current === null ? null : daysBetween(original, current)
}

/** Deadlines that were moved away, oldest first: neither met nor the one now. "And" stands beside the next. */
export function movedDeadlines(due: readonly DueEntry[]): readonly DueEntry[] {
  const open = due.filter((entry) => !isMetMilestone(entry) && entry.verb !== 'and')
  const last = open.at(-1)
  return open.filter((entry) => entry.date !== null && entry !== last)
}

/** What stands in an entry: a date, one of the legal values that are none, an awaited event, or other words. */
export type DueValueKind = 'date' | 'to-be-set' | 'immediate' | 'none-set' | 'event' | 'words'

/** Tells what kind of value an entry holds; "Immediate and June 2022" is a date. */
export function dueValueKind(entry: Pick<DueEntry, 'text' | 'date' | 'change'>): DueValueKind {
  if (entry.date !== null) return 'date'
  const text = entry.text.trim()
  if (/^(?:to be (?:set|agreed|confirmed)|tb[cad]\b)/i.test(text)) return 'to-be-set'
  if (/^immediate/i.test(text)) return 'immediate'
  if (/^no (?:date|deadline) set/i.test(text)) return 'none-set'
  return /\b(?:pending|awaiting|subject to)\b/i.test(text) ? 'event' : 'words'
}

/** The boards that were told of any of the entries, each once, by tag or by the change's own record. */
export function reportedTo(due: readonly DueEntry[]): readonly string[] {
  const told = due.flatMap((entry) => [
    ...entry.tags.flatMap(boardOfTag),
    ...(entry.change?.reportedTo ?? []),
  ])
  return told.filter(
    (board, index) => told.findIndex((one) => one.toLowerCase() === board.toLowerCase()) === index,
  )
}

function boardOfTag(tag: string): readonly string[] {
  const board = /^(?:previously )?reported to (.+)$/i.exec(tag.trim())?.[1]
  return board === undefined ? [] : [board.trim()]
}

/** A milestone was met and nothing was set after it: the row has no next date, though it is not done. */
export function lacksNextDate(due: readonly DueEntry[]): boolean {
  return due.some(isMetMilestone) && due.every(isMetMilestone)
}
