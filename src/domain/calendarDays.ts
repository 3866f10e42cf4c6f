/** A calendar day without a time or a zone, `YYYY-MM-DD`. */
export type IsoDate = string

/** A moment in time, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type Instant = string

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Says whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  const parts = isoDate.exec(text)
  if (!parts) return false
  return toIsoDate(new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])))) === text
}

function toIsoDate(date: Date): IsoDate {
  return date.toISOString().slice(0, 10)
}

function utcTime(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utcTime(to) - utcTime(from)) / 86_400_000)
}

/** The day so many days later (earlier when negative). */
export function addDays(day: IsoDate, days: number): IsoDate {
  return toIsoDate(new Date(utcTime(day) + days * 86_400_000))
}

/** The last day of a month; `month` counts from 1. A month-only deadline means this day. */
export function lastDayOfMonth(year: number, month: number): IsoDate {
  return toIsoDate(new Date(Date.UTC(year, month, 0)))
}

/** A day as people in the UK write it: `2021-06-16` becomes `16 June 2021`. */
export function writeDate(day: IsoDate): string {
  const parts = isoDate.exec(day)
  if (!parts) return day
  return `${Number(parts[3])} ${monthNames[Number(parts[2]) - 1] ?? '?'} ${parts[1]}`
}

/** A day with its weekday, as a programme lists it: `18 April 2018, Wednesday`. */
export function writeDateAndWeekday(day: IsoDate): string {
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(utcTime(day))
  return `${writeDate(day)}, ${weekday}`
}

/** What UK clocks are set to at noon of a day: summer time or Greenwich Mean Time. */
export function ukClock(day: IsoDate): 'BST' | 'GMT' {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hour12: false })
  return hour.format(utcTime(day) + 43_200_000) === '13' ? 'BST' : 'GMT'
}

/** A month as people write it: any day of June 2021 becomes `June 2021`. */
export function writeMonth(day: IsoDate): string {
  return writeDate(day).replace(/^\d+ /, '')
}

/** The calendar day in the United Kingdom at a moment, whichever zone the machine is in. */
export function ukDay(instant: Instant): IsoDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant))
  return parts
}

/** A moment as people in the UK write it: `16 June 2021 at 14:05`. */
export function writeInstant(instant: Instant): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(instant))
  return `${writeDate(ukDay(instant))} at ${time}`
}

/** The time on UK clocks at a moment, `HH:MM`. */
export function ukTime(instant: Instant): string {
  const options = { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant))
}

/** Days left in words: `due in 3 days`, `due today`, `2 days overdue`. */
export function writeDaysLeft(days: number): string {
  if (days === 0) return 'due today'
  const count = Math.abs(days)
  const unit = count === 1 ? 'day' : 'days'
  return days > 0 ? `due in ${count} ${unit}` : `${count} ${unit} overdue`
}
