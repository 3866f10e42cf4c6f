import { bankHolidays, weekday } from './bankHolidays.ts'
import { addDays, type IsoDate } from './calendarDays.ts'

/** What a force changes in the calendar of England and Wales: days that it adds, and bank holidays that it works. */
export interface DaysOff {
  readonly added: readonly { readonly day: IsoDate; readonly name: string }[]
  readonly removed: readonly IsoDate[]
}

/** The bank holidays as they are published, and nothing else. */
export const publishedDaysOff: DaysOff = { added: [], removed: [] }

const holidaysByYear = new Map<number, ReadonlyMap<IsoDate, string>>()

/** The name of the holiday on a day, or null on any other day. Weekends are no holidays. */
export function holidayOn(day: IsoDate, daysOff: DaysOff = publishedDaysOff): string | null {
  const added = daysOff.added.find((one) => one.day === day)
  if (added) return added.name
  if (daysOff.removed.includes(day)) return null
  const year = Number(day.slice(0, 4))
  let known = holidaysByYear.get(year)
  if (!known) {
    known = new Map(bankHolidays(year).map((one) => [one.day, one.name]))
    holidaysByYear.set(year, known)
  }
  return known.get(day) ?? null
}

/** Says whether a day is a Saturday or a Sunday. */
export function isWeekend(day: IsoDate): boolean {
  return weekday(day) > 5
}

/** Says whether people are at work on a day: neither a weekend nor a bank holiday. */
export function isWorkingDay(day: IsoDate, daysOff: DaysOff = publishedDaysOff): boolean {
  return !isWeekend(day) && holidayOn(day, daysOff) === null
}

/**
 * The working day so many working days before (or, when negative, after) a day. 0 is the day itself, whether people
 * work on it or not.
 */
export function workingDaysBefore(day: IsoDate, count: number, daysOff: DaysOff = publishedDaysOff): IsoDate {
  const step = count < 0 ? 1 : -1
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step)
    if (isWorkingDay(at, daysOff)) left -= 1
  }
  return at
}

/** The working day so many working days after a day. */
export function workingDaysAfter(day: IsoDate, count: number, daysOff: DaysOff = publishedDaysOff): IsoDate {
  return workingDaysBefore(day, -count, daysOff)
}
