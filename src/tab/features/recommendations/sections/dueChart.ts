import { addDays, daysBetween, type IsoDate } from '../../../../domain/calendarDays.ts'
import {
  currentDeadline,
  currentDueEntry,
  type DueEntry,
  isMetMilestone,
} from '../../../../domain/dueLedger.ts'

/** One entry of the ledger on the time line; `at` is its place from 0 (left) to 100 (right). */
export interface ChartMark {
  /** Place in the ledger, counted from 1: the same number stands in the list below. */
  readonly number: number
  readonly at: number
  readonly kind: 'first' | 'moved' | 'met' | 'second' | 'now' | 'awaited'
}

/** A move from one deadline to the next. */
export interface ChartHop {
  readonly from: number
  readonly to: number
  /** Null where it moves to an event that has no day. */
  readonly days: number | null
}

export interface DueChart {
  readonly marks: readonly ChartMark[]
  readonly hops: readonly ChartHop[]
  readonly years: readonly { readonly at: number; readonly year: string }[]
  readonly today: number
  /** From the deadline to today, where it has passed. */
  readonly late: { readonly from: number; readonly to: number } | null
}

const margin = 0.06

/**
 * Lays a due ledger out on one line of time, with today on it. Null when no entry has a day: then there is nothing
 * to draw. An event that is awaited stands at the right edge, after everything that has a day.
 * @param open whether the force still has to act, so that a deadline can be late
 */
export function chartDue(due: readonly DueEntry[], today: IsoDate, open: boolean): DueChart | null {
  const days = due.flatMap(({ date }) => (date === null ? [] : [date]))
  if (days.length === 0) return null
  const place = placing([...days, today])
  const current = currentDueEntry(due)
  const isAwaited = currentDeadline(due) === null && due.at(-1)?.date === null
  const marks = due.flatMap((entry, index): readonly ChartMark[] => {
    const number = index + 1
    if (entry.date !== null)
      return [{ number, at: place(entry.date), kind: kindOf(entry, due, isAwaited ? null : current) }]
    return isAwaited && index === due.length - 1 ? [{ number, at: 100, kind: 'awaited' }] : []
  })
  const deadline = isAwaited ? null : currentDeadline(due)
  return {
    marks,
    hops: hopsOf(marks, due),
    years: yearsIn([...days, today], place),
    today: place(today),
    late: open && deadline !== null && deadline < today ? { from: place(deadline), to: place(today) } : null,
  }
}

/** Where a day stands between the first and the last one, with room at both ends. */
function placing(days: readonly IsoDate[]): (day: IsoDate) => number {
  const sorted = days.toSorted()
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)]
  const span = Math.max(daysBetween(first, last), 30)
  const room = span * margin
  return (day) => ((daysBetween(first, day) + room) / (span + 2 * room)) * 100
}

function kindOf(entry: DueEntry, due: readonly DueEntry[], current: DueEntry | null): ChartMark['kind'] {
  if (isMetMilestone(entry)) return 'met'
  if (entry === current) return 'now'
  if (entry.verb === 'and') return 'second'
  return entry === due.find((one) => one.date !== null && !isMetMilestone(one)) ? 'first' : 'moved'
}

function hopsOf(marks: readonly ChartMark[], due: readonly DueEntry[]): readonly ChartHop[] {
  const moves = marks.filter(({ kind, number }) => kind !== 'met' && due[number - 1]?.verb !== 'and')
  return moves.slice(1).flatMap((mark, index) => {
    const before = moves[index]
    if (!before) return []
    const [from, to] = [due[before.number - 1]?.date, due[mark.number - 1]?.date]
    return [{ from: before.at, to: mark.at, days: from && to ? daysBetween(from, to) : null }]
  })
}

function yearsIn(days: readonly IsoDate[], place: (day: IsoDate) => number): DueChart['years'] {
  const sorted = days.toSorted()
  const first = Number(sorted[0]?.slice(0, 4))
  const last = Number(addDays(sorted.at(-1) ?? '', 0).slice(0, 4))
  return Array.from({ length: last - first + 1 }, (_none, index) => String(first + index)).flatMap((year) => {
    const at = place(`${year}-01-01`)
    return at >= 0 && at <= 100 ? [{ at, year }] : []
  })
}
