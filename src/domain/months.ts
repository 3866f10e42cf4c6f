import { type IsoDate, lastDayOfMonth } from './calendarDays.ts'

/** The same day so many months on; the last day of a month that has no such day: 29 February and a year give 28. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const last = lastDayOfMonth(Math.floor(count / 12), (count % 12) + 1)
  const same = `${last.slice(0, 8)}${String(date).padStart(2, '0')}`
  return same < last ? same : last
}
