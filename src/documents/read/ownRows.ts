import type { PaperReport, PaperRow } from '../../domain/paperReading.ts'
import { type Element, isStatus, type RecommendationKind, statuses } from '../../domain/recommendation.ts'
import { findDates } from './dates.ts'
import type { JoinedLine } from './seams.ts'

const kinds: readonly (readonly [RegExp, RecommendationKind])[] = [
  [/^causes? of concern/i, 'cause-of-concern'],
  [/^areas? for improvement/i, 'area-for-improvement'],
]

/** The kind that a label of ours names. */
export function kindOfLabel(label: string): RecommendationKind {
  return kinds.find(([pattern]) => pattern.test(label))?.[1] ?? 'recommendation'
}

/** A number as our papers print it: one that was worked out stands in square brackets. */
export function readNumber(written: string): Pick<PaperRow, 'number' | 'numberInferred'> {
  const inferred = /^\[(.+)\]$/.exec(written)?.[1]
  return { number: inferred ?? written, numberInferred: inferred !== undefined }
}

/** The status of a part; null where the cell names none. */
export function readPartStatus(cell: string): Element['status'] {
  const word = cell.trim().toUpperCase()
  return isStatus(word) ? word : null
}

/** When a report was published, from the words of the paper. */
export function readPublished(text: string): PaperReport['published'] {
  const found = findDates(text)[0]
  return { text, date: found?.date ?? null, precision: found?.precision ?? null }
}

/** A whole line, as the reader of parts wants it. */
export function asJoined(text: string): JoinedLine {
  return { text, line: 0, cut: false, starts: [] }
}

/** How many rows have each status, with zero for those that none has. */
export function countStatuses(rows: readonly PaperRow[]): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(statuses.map((status) => [status, 0]))
  for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
