import { badRequest } from '../graphErrors.ts'
import type { WallTime } from './storedEvent.ts'
import { ianaZone, toInstant } from './zones.ts'

const failed = (message: string) => badRequest(message, 'ErrorPropertyValidationFailure')

/**
 * The instants of an event's start and end. Throws 400 when the end is before the start, or when an all-day
 * event is not whole days at midnight of one zone (its end is exclusive).
 */
export function eventInstants(
  start: WallTime,
  end: WallTime,
  isAllDay: boolean,
): { startsAt: string; endsAt: string } {
  const startsAt = toInstant(start.dateTime, start.timeZone)
  const endsAt = toInstant(end.dateTime, end.timeZone)
  if (endsAt < startsAt) {
    throw badRequest(
      'The end of the event is earlier than its start.',
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    )
  }
  return isAllDay ? allDay(start, end) : { startsAt, endsAt }
}

function allDay(start: WallTime, end: WallTime): { startsAt: string; endsAt: string } {
  if (ianaZone(start.timeZone) !== ianaZone(end.timeZone)) {
    throw failed('The start and the end of an all-day event need to be in the same time zone.')
  }
  if (!atMidnight(start))
    throw failed('The Event.Start property for an all-day event needs to be set to midnight.')
  if (!atMidnight(end))
    throw failed('The Event.End property for an all-day event needs to be set to midnight.')
  const [from, to] = [start.dateTime.slice(0, 10), end.dateTime.slice(0, 10)]
  if (to <= from) throw failed('The duration of an event marked as All day must be at least 24 hours.')
  // An all-day event is on its days whatever the reader's zone, so it is kept without one.
  return { startsAt: `${from}T00:00:00.000Z`, endsAt: `${to}T00:00:00.000Z` }
}

const atMidnight = ({ dateTime }: WallTime): boolean =>
  /^\d{4}-\d\d-\d\d(T00:00(:00(\.0+)?)?)?$/.test(dateTime)
