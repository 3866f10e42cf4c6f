import type { Booking } from '../domain/booking.ts'
import { bookingKey } from '../domain/bookingLadder.ts'
import { writeDate } from '../domain/calendarDays.ts'
import type { CourseRun } from '../domain/course.ts'
import { givePlaceBack } from '../domain/places.ts'
import { changePlaces, type PlaceDeps } from './changePlaces.ts'
import { followPlaces, type PlaceActor } from './followPlaces.ts'

/**
 * Whoever has a place leaves the lines for other dates of the same course: they would be offered what they no longer
 * need while others wait. Throws `M365Error`; the place itself is theirs by then.
 */
export async function leaveOtherLines(deps: PlaceDeps, booked: Booking, actor: PlaceActor): Promise<void> {
  if (booked.state !== 'booked') return
  const { rows } = await deps.runs.ofCourse(booked.courseKey)
  const why = `A place is booked on ${writeDate(booked.runDate)}.`
  for (const { value } of rows) {
    const key = bookingKey(value.key, booked)
    if (value.key === booked.runKey || !hopesFor(value, key)) continue
    const changed = await changePlaces(deps, value.key, (run, now) =>
      givePlaceBack(run, key, 'withdrawn', now),
    )
    if (changed.ok)
      await followPlaces(deps, changed.effects, { run: changed.run, at: changed.at, actor, why })
  }
}

/** Waits for a place on the run, or has been offered one. */
function hopesFor(run: CourseRun, key: string): boolean {
  const offered = run.seats.some((seat) => seat.booking === key && seat.state === 'offered')
  return run.status === 'open' && (offered || run.waiting.some((one) => one.booking === key))
}
