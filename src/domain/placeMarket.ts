import { roomFor } from './allotments.ts'
import { type Instant, ukDay } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import { closedFor, holds, type PlaceAsker, type PlaceChange } from './places.ts'
import type { Seat } from './runPlaces.ts'
import { firstInLine, offerEnd, settleRun } from './waitingList.ts'

/**
 * Offers a free place to somebody who waits for another date of the course. Those who wait for this one come first, and
 * what is kept for a group stays kept.
 */
export function offerPlace(given: CourseRun, to: Omit<PlaceAsker, 'since'>, now: Instant): PlaceChange {
  const closed = closedFor(given, now)
  if (closed) return { ok: false, code: closed }
  const { run, effects } = settleRun(given, now)
  const { booking, agency, borough } = to
  if (holds(run, booking)) return { ok: true, run, effects }
  const until = offerEnd(run, now)
  if (until === null || firstInLine(run, now) !== null || roomFor(run, to, ukDay(now)) === 0)
    return { ok: false, code: 'no-place' }
  const seat: Seat = { booking, agency, borough, state: 'offered', until }
  const offer = { booking, to: 'offered' as const, until, because: 'free-elsewhere' as const }
  return { ok: true, run: { ...run, seats: [...run.seats, seat] }, effects: [...effects, offer] }
}
