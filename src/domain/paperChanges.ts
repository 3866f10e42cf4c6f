import { daysBetween, type IsoDate } from './calendarDays.ts'
import { currentDeadline } from './dueLedger.ts'
import type { PaperContent, PaperLineItem } from './paper.ts'
import { isSettled, rememberedRows } from './paperContent.ts'
import type { Status } from './recommendation.ts'

/** A row that a paper shows otherwise than the paper before it. */
export interface ChangedRow {
  readonly row: PaperLineItem
  /** Its status in the paper before; null where that paper did not know it. */
  readonly before: Status | null
}

/** A deadline that is later than it was in the paper before. */
export interface SlippedRow extends ChangedRow {
  readonly from: IsoDate
  readonly to: IsoDate
  /** Whole days from one to the other, at least 1. */
  readonly days: number
}

/** A row of the paper before that is not shown any more. */
export interface DroppedRow {
  /** As the paper before showed it. */
  readonly row: PaperLineItem
  /** `reported`: it was reported as green or closed. `gone`: the register does not hold it any more. */
  readonly why: 'reported' | 'gone'
}

/** What changed from one paper to the next, all of it computed. Each list is in the order of its paper. */
export interface PaperChanges {
  /** Whether there was a paper before; without one there is nothing to compare and all lists but `newGreen` are empty. */
  readonly hasPrevious: boolean
  readonly newGreen: readonly ChangedRow[]
  readonly newlyClosed: readonly ChangedRow[]
  /** Settled in the paper before, open now: improvements that did not last. */
  readonly reopened: readonly ChangedRow[]
  readonly slipped: readonly SlippedRow[]
  readonly droppedOut: readonly DroppedRow[]
  readonly newRows: readonly ChangedRow[]
}

/** Compares a paper with the one before it. */
export function comparePapers(previous: PaperContent | null, now: PaperContent): PaperChanges {
  const before = previous === null ? new Map<string, never>() : rememberedRows(previous)
  const rows = now.rows.map((row) => ({ row, before: before.get(row.key)?.status ?? null }))
  const newGreen = rows.filter(({ row }) => row.status === 'NEW GREEN')
  if (previous === null) {
    const none = { newlyClosed: [], reopened: [], slipped: [], droppedOut: [], newRows: [] }
    return { hasPrevious: false, newGreen, ...none }
  }
  return {
    hasPrevious: true,
    newGreen,
    newlyClosed: rows.filter((one) => one.row.status === 'CLOSED' && one.before !== 'CLOSED'),
    reopened: rows.filter(
      (one) => !isSettled(one.row.status) && one.before !== null && isSettled(one.before),
    ),
    slipped: rows.flatMap((one) => slipOf(one, before.get(one.row.key)?.deadline ?? null)),
    droppedOut: droppedOut(previous, now),
    newRows: rows.filter((one) => one.before === null),
  }
}

/** A settled row has no deadline to miss; an event that is awaited now is no later day. */
function slipOf(one: ChangedRow, from: IsoDate | null): SlippedRow[] {
  const to = currentDeadline(one.row.due)
  if (isSettled(one.row.status) || from === null || to === null || to <= from) return []
  return [{ ...one, from, to, days: daysBetween(from, to) }]
}

function droppedOut(previous: PaperContent, now: PaperContent): readonly DroppedRow[] {
  const shown = new Set(now.rows.map(({ key }) => key))
  const hidden = new Set(now.hidden.map(({ key }) => key))
  return previous.rows
    .filter(({ key }) => !shown.has(key))
    .map((row) => ({ row, why: hidden.has(row.key) ? 'reported' : 'gone' }))
}
