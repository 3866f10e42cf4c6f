import type { IsoDate } from '../domain/calendarDays.ts'
import { informationOf, type ManagementInformation } from '../domain/managementInformation.ts'
import { type Quarter, quartersUpTo } from '../domain/quarters.ts'
import type { UnreadableRow } from './ports.ts'
import type { BookingStore, DatedRunStore } from './trainingPorts.ts'

export interface InformationDeps {
  readonly runs: Pick<DatedRunStore, 'onOrAfter'>
  readonly bookings: Pick<BookingStore, 'onOrAfter'>
}

/** The figures of a quarter and of those before it. */
export interface QuarterInformation {
  readonly now: ManagementInformation
  /** The earliest first, this quarter last. */
  readonly trend: readonly { readonly quarter: Quarter; readonly information: ManagementInformation }[]
  readonly unreadable: readonly UnreadableRow[]
}

/** Quarters that are drawn beside one another. */
const quartersShown = 5

/** Reads what became of places in a quarter and in the four before it. Throws `M365Error`. */
export async function readInformation(
  deps: InformationDeps,
  { quarter, today }: { readonly quarter: Quarter; readonly today: IsoDate },
): Promise<QuarterInformation> {
  const quarters = quartersUpTo(quarter, quartersShown)
  const from = quarters[0]?.from ?? quarter.from
  const [runs, bookings] = await Promise.all([deps.runs.onOrAfter(from), deps.bookings.onOrAfter(from)])
  const source = {
    runs: runs.rows.map(({ value }) => value),
    bookings: bookings.rows.map(({ value }) => value),
  }
  const trend = quarters.map((one) => ({ quarter: one, information: informationOf(source, one, today) }))
  return {
    now: informationOf(source, quarter, today),
    trend,
    unreadable: [...runs.unreadable, ...bookings.unreadable],
  }
}
