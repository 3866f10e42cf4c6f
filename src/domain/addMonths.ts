import { type IsoDate, lastDayOfMonth } from './calendarDays.ts'

/** The same day so many months later, or the last day of a month that is too short for it. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const last = lastDayOfMonth(Math.floor(count / 12), (count % 12) + 1)
  return `${last.slice(0, 8)}${String(Math.min(date, Number(last.slice(8)))).padStart(2, '0')}`
}
