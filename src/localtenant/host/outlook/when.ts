import type { CalendarEvent } from '../tenantApi.ts'
import { addDays, clockTime, fromGraph, isoDay, longDay, noonOf } from '../ukTime.ts'

/** The UK days (`YYYY-MM-DD`) an event is on; an all-day event ends before its end day. */
export function daysOf(event: CalendarEvent): string[] {
  const [first, last] = event.isAllDay ? allDayRange(event) : timedRange(event)
  const days = [first]
  while ((days.at(-1) ?? last) < last && days.length < 62) days.push(addDays(days.at(-1) ?? last, 1))
  return days
}

function allDayRange(event: CalendarEvent): [string, string] {
  const first = (event.start?.dateTime ?? '').slice(0, 10)
  return [first, addDays((event.end?.dateTime ?? '').slice(0, 10), -1)]
}

function timedRange(event: CalendarEvent): [string, string] {
  const end = fromGraph(event.end)
  // An event that ends at midnight is not on the next day.
  return [isoDay(fromGraph(event.start)), isoDay(new Date(Math.max(+fromGraph(event.start), +end - 1)))]
}

/** `09:30 to 16:00`, or `All day`, on one day of the event. */
export function timesOf(event: CalendarEvent): string {
  if (event.isAllDay) return 'All day'
  return `${clockTime(fromGraph(event.start))} to ${clockTime(fromGraph(event.end))}`
}

/** The whole time of an event in words: `16 June 2021, 09:30 to 16:00`. */
export function whenOf(event: CalendarEvent): string {
  const days = daysOf(event)
  const first = longDay(noonOf(days[0] ?? '1970-01-01'))
  if (days.length < 2) return `${first}, ${timesOf(event)}`
  const last = longDay(noonOf(days.at(-1) ?? '1970-01-01'))
  if (event.isAllDay) return `${first} to ${last}, All day`
  return `${first} ${clockTime(fromGraph(event.start))} to ${last} ${clockTime(fromGraph(event.end))}`
}
