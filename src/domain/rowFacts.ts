import { type Surroundings as Neighbours, surroundingsOf } from './attention.ts'
import { daysBetween, type IsoDate } from './calendarDays.ts'
import { slipInDays, timesExtended } from './dueLedger.ts'
import type { Post } from './post.ts'
import { openDeadline, type Recommendation } from './recommendation.ts'
import type { Report } from './report.ts'

/** What stands beside a row: other rows, the reports and posts by their keys, and the day. */
export interface Surroundings extends Neighbours {
  readonly reports: ReadonlyMap<string, Report>
  readonly today: IsoDate
}

/** Gathers what the questions about a row must know; made once for the whole register. */
export function gatherAround(
  rows: readonly Recommendation[],
  reports: readonly Report[],
  posts: readonly Post[],
  today: IsoDate,
): Surroundings {
  return {
    ...surroundingsOf(rows, posts),
    reports: new Map(reports.map((report) => [report.key, report])),
    today,
  }
}

/** Where a row stands for the force: to be done by it, waiting for another body, implemented, or ended otherwise. */
export const standings = ['open', 'waiting', 'done', 'closed'] as const
export type Standing = (typeof standings)[number]

/** When an open row is due, each band without the one before it; `no-date` awaits an event or has none yet. */
export const dueBands = ['overdue', '30', '60', '90', 'later', 'no-date'] as const
export type DueBand = (typeof dueBands)[number]

/** How far a deadline has moved from the first one, in days; `event` means it now awaits an event. */
export const slipBands = ['none', '90', '180', '365', 'more', 'event', 'no-date'] as const
export type SlipBand = (typeof slipBands)[number]

/** Days since the report was published: half a year, one, two, three years, older, or no date known. */
export const ageBands = ['half-year', 'year', 'two-years', 'three-years', 'older', 'unknown'] as const
export type AgeBand = (typeof ageBands)[number]

/** Who answers for an open row. `unknown` is a post that the Posts list does not hold. */
export const ownerStates = ['held', 'deputy', 'vacant', 'none', 'unknown'] as const
export type OwnerState = (typeof ownerStates)[number]

/** Says where a status stands. NEW GREEN is green. */
export function standingOf({ status }: Pick<Recommendation, 'status'>): Standing {
  if (status === 'CLOSED') return 'closed'
  if (status === 'WHITE') return 'waiting'
  return status === 'GREEN' || status === 'NEW GREEN' ? 'done' : 'open'
}

/** The band of an open row's deadline; null where the force has nothing to do. The bounds count as inside. */
export function dueBandOf(row: Pick<Recommendation, 'status' | 'due'>, today: IsoDate): DueBand | null {
  if (standingOf(row) !== 'open') return null
  const deadline = openDeadline(row)
  if (deadline === null) return 'no-date'
  const days = daysBetween(today, deadline)
  if (days < 0) return 'overdue'
  if (days <= 30) return '30'
  if (days <= 60) return '60'
  return days <= 90 ? '90' : 'later'
}

/** The band of a report's age on a day. A half year is 182 days, a year 365. */
export function ageBandOf(report: Pick<Report, 'published'> | null, today: IsoDate): AgeBand {
  if (!report?.published.date) return 'unknown'
  const days = daysBetween(report.published.date, today)
  if (days <= 182) return 'half-year'
  if (days <= 365) return 'year'
  if (days <= 730) return 'two-years'
  return days <= 1095 ? 'three-years' : 'older'
}

/** Who answers for a row today. */
export function ownerStateOf(
  { ownerPost }: Pick<Recommendation, 'ownerPost'>,
  posts: Surroundings['posts'],
): OwnerState {
  if (ownerPost === null) return 'none'
  const post = posts.get(ownerPost)
  if (!post) return 'unknown'
  if (post.holder) return 'held'
  return post.deputy ? 'deputy' : 'vacant'
}

/** How often a deadline was moved, as a band: 0, 1, 2, or 3 and more. */
export function extensionBandOf(row: Pick<Recommendation, 'due'>): '0' | '1' | '2' | '3' {
  const times = timesExtended(row.due)
  if (times >= 3) return '3'
  if (times === 2) return '2'
  return times === 1 ? '1' : '0'
}

/** The band of a row's slip. The bounds count as inside; a deadline brought forward has not slipped. */
export function slipBandOf(row: Pick<Recommendation, 'due'>): SlipBand {
  const slip = slipInDays(row.due)
  if (slip === null) return row.due.some((entry) => entry.date !== null) ? 'event' : 'no-date'
  if (slip <= 0) return 'none'
  if (slip <= 90) return '90'
  if (slip <= 180) return '180'
  return slip <= 365 ? '365' : 'more'
}
