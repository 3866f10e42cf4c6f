import type { Booking } from '../domain/booking.ts'
import { writeDate } from '../domain/calendarDays.ts'
import { givePlaceBack } from '../domain/places.ts'
import { changePlaces, type PlaceDeps } from './changePlaces.ts'
import { followPlaces, type PlaceActor } from './followPlaces.ts'

/**
 * Whoever has a place leaves the lines for other dates of the same course: they would be offered what they no longer
 * need while others wait. Throws `M365Error`; the place itself is theirs by then.
 */
export async function leaveOtherLines(deps: PlaceDeps, booked: Booking, actor: PlaceActor): Promise<void> {
  if (booked.state !== 'booked' || booked.person === '') return
  const { rows } = await deps.bookings.ofPerson(booked.person)
  const others = rows.filter(
    ({ value }) =>
      value.courseKey === booked.courseKey &&
      value.key !== booked.key &&
      (value.state === 'waiting' || value.state === 'offered'),
  )
  const why = `A place is booked on ${writeDate(booked.runDate)}.`
  for (const { value } of others) {
    const changed = await changePlaces(deps, value.runKey, (run, now) =>
      givePlaceBack(run, value.key, 'withdrawn', now),
    )
    if (changed.ok)
      await followPlaces(deps, changed.effects, { run: changed.run, at: changed.at, actor, why })
  }
}
