import { writeDate } from '../../../domain/calendarDays.ts'
import type { PaperLineItem } from '../../../domain/paper.ts'
import type { PaperChanges } from '../../../domain/paperChanges.ts'

/** One row that changed, and what is said of it. */
export interface ShownChange {
  readonly row: PaperLineItem
  readonly says: string
}

export interface ChangeGroup {
  readonly title: string
  readonly about: string
  readonly changes: readonly ShownChange[]
}

/** The changes between two papers in the order in which a board asks for them. */
export function changeGroups(changes: PaperChanges): readonly ChangeGroup[] {
  const wasBefore = (before: string | null) => {
    if (!changes.hasPrevious) return ''
    return before === null ? 'not in the last paper' : `was ${before}`
  }
  const groups = [
    {
      title: 'New green',
      about: 'Implemented since the last paper. Shown once more here, then they leave the paper.',
      changes: changes.newGreen.map(({ row, before }) => ({ row, says: wasBefore(before) })),
    },
    {
      title: 'Newly closed',
      about: 'Ended without being implemented since the last paper.',
      changes: changes.newlyClosed.map(({ row, before }) => ({ row, says: wasBefore(before) })),
    },
    {
      title: 'Re-opened',
      about: 'Settled in the last paper, and open again.',
      changes: changes.reopened.map(({ row, before }) => ({ row, says: wasBefore(before) })),
    },
    {
      title: 'Slipped',
      about: 'Due later than the last paper said.',
      changes: changes.slipped.map(({ row, from, to, days }) => ({
        row,
        says: `by ${days} ${days === 1 ? 'day' : 'days'}, from ${writeDate(from)} to ${writeDate(to)}`,
      })),
    },
    {
      title: 'New',
      about: 'Not known to the last paper.',
      changes: changes.newRows.map(({ row }) => ({ row, says: '' })),
    },
    {
      title: 'Dropped out',
      about: 'In the last paper and not in this one.',
      changes: changes.droppedOut.map(({ row, why }) => ({
        row,
        says: why === 'reported' ? 'reported, so not shown again' : 'the register holds it no more',
      })),
    },
  ]
  // Without a paper before, nothing but what is green can be told.
  return changes.hasPrevious ? groups : groups.slice(0, 1)
}
