/** Everything in this window is shown in UK time, as on a UK force's desktop. */
const zone = 'Europe/London'

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long' })
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
const isoFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** `1 June 2021`. */
export const longDay = (instant: Date): string => dayFormat.format(instant)

/** `Tuesday 1 June 2021`. */
export const fullDay = (instant: Date): string =>
  `${weekdayFormat.format(instant)} ${dayFormat.format(instant)}`

/** `09:30`. */
export const clockTime = (instant: Date): string => timeFormat.format(instant)

/** `2021-06-01`, the UK day of an instant. */
export const isoDay = (instant: Date): string => isoFormat.format(instant)

/** Noon UTC of a `YYYY-MM-DD` day: the same UK day in winter and in summer. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** The day `count` days after a `YYYY-MM-DD` day. */
export function addDays(day: string, count: number): string {
  const at = noonOf(day)
  at.setUTCDate(at.getUTCDate() + count)
  return at.toISOString().slice(0, 10)
}

/** The instant at which it is 09:00 in the UK on a `YYYY-MM-DD` day. */
export function nineOn(day: string): Date {
  const utc = new Date(`${day}T09:00:00Z`)
  return clockTime(utc) === '09:00' ? utc : new Date(`${day}T08:00:00Z`)
}

/** Graph's `{dateTime, timeZone: 'UTC'}` as an instant. */
export const fromGraph = (value: { dateTime?: string | null } | null | undefined): Date =>
  new Date(`${(value?.dateTime ?? '').replace(/Z$/, '')}Z`)
