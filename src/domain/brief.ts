import { daysBetween, type IsoDate } from './calendarDays.ts'
import type { Paper, PaperContent, PaperLineItem } from './paper.ts'
import type { PaperChanges } from './paperChanges.ts'
import { openDeadline, type Status } from './recommendation.ts'
import type { Report } from './report.ts'
import { appliesToForce } from './reportCounts.ts'

/** A row with the day that matters and how far away it is; negative days have passed. */
export interface DatedRow {
  readonly row: PaperLineItem
  readonly day: IsoDate
  readonly days: number
}

/** A WHITE row to be chased; `day` is the next chase, null where none is set. */
export interface ChaseRow {
  readonly row: PaperLineItem
  readonly day: IsoDate | null
}

/** What a chief officer is told on one page. Every list is in the order of its day, the first to come first. */
export interface Brief {
  readonly asOf: IsoDate
  readonly counts: Readonly<Record<Status, number>>
  readonly changes: PaperChanges
  readonly overdue: readonly DatedRow[]
  /** 0 to 30 days from today. */
  readonly in30: readonly DatedRow[]
  /** 31 to 60. */
  readonly in60: readonly DatedRow[]
  /** 61 to 90. */
  readonly in90: readonly DatedRow[]
  /** WHITE rows whose next chase is within 30 days, has passed, or was never set although the force waits for it. */
  readonly chases: readonly ChaseRow[]
}

/** A brief with what stands around it on its page. */
export interface PrintedBrief {
  readonly paper: Pick<Paper, 'board' | 'meetingDate' | 'marking'>
  readonly brief: Brief
  readonly reports: readonly Report[]
}

/** The brief of a paper: what is new, what slipped, what is due in 30, 60 and 90 days, and whom to chase. */
export function briefOf(content: PaperContent, changes: PaperChanges, today: IsoDate): Brief {
  const dated = content.rows.flatMap((row): DatedRow[] => {
    const day = openDeadline(row)
    return day === null ? [] : [{ row, day, days: daysBetween(today, day) }]
  })
  dated.sort((one, other) => one.days - other.days)
  const between = (from: number, to: number) => dated.filter(({ days }) => days >= from && days <= to)
  return {
    asOf: today,
    counts: countByStatus(content),
    changes,
    overdue: between(Number.NEGATIVE_INFINITY, -1),
    in30: between(0, 30),
    in60: between(31, 60),
    in90: between(61, 90),
    chases: content.rows.flatMap((row) => chaseOf(row, today)).sort(byDay),
  }
}

/** How many rows of a paper have each status, with zero for those that none has. */
export function countByStatus({ rows }: Pick<PaperContent, 'rows'>): Readonly<Record<Status, number>> {
  const counts = { RED: 0, AMBER: 0, WHITE: 0, 'NEW GREEN': 0, GREEN: 0, CLOSED: 0 }
  for (const { status } of rows) counts[status] += 1
  return counts
}

function chaseOf(row: PaperLineItem, today: IsoDate): ChaseRow[] {
  if (row.status !== 'WHITE') return []
  const day = row.counterparty?.nextChase ?? null
  if (day === null) return appliesToForce(row) ? [{ row, day }] : []
  return daysBetween(today, day) <= 30 ? [{ row, day }] : []
}

/** Those without a day first: nobody is chasing them. */
function byDay(one: ChaseRow, other: ChaseRow): number {
  const [first, second] = [one.day ?? '', other.day ?? '']
  if (first === second) return 0
  return first < second ? -1 : 1
}
