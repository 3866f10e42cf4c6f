import { roomFor } from '../domain/allotments.ts'
import type { Booking } from '../domain/booking.ts'
import { bookingKey, requestBooking } from '../domain/bookingLadder.ts'
import { type Instant, ukDay, writeDate } from '../domain/calendarDays.ts'
import type { CourseRun } from '../domain/course.ts'
import { offerPlace } from '../domain/placeMarket.ts'
import { closedFor } from '../domain/places.ts'
import type { WaitingPlace } from '../domain/runPlaces.ts'
import { changePlaces, type PlaceDeps } from './changePlaces.ts'
import { followPlaces, theService } from './followPlaces.ts'
import type { Stored } from './ports.ts'

/**
 * Offers the places of a course's runs on which nobody waits to those who have waited longest for another date of it,
 * from whatever agency or borough. They keep their place in the line until they take what is offered.
 * @returns how many were offered one
 * @throws M365Error
 */
export async function offerElsewhere(deps: PlaceDeps, courseKey: string): Promise<number> {
  const now = await deps.clock.now()
  const runs = (await deps.runs.ofCourse(courseKey)).rows.map(({ value }) => value)
  const open = runs.filter((run) => closedFor(run, now) === null)
  let offered = 0
  for (const run of open.filter((one) => one.waiting.length === 0)) {
    const line = open.flatMap((other) => (other.key === run.key ? [] : other.waiting))
    offered += await offerFrom(deps, run, line.toSorted(byWait), now)
  }
  return offered
}

const byWait = (one: WaitingPlace, other: WaitingPlace) =>
  one.since < other.since ? -1 : one.since > other.since ? 1 : 0

async function offerFrom(
  deps: PlaceDeps,
  run: CourseRun,
  line: readonly WaitingPlace[],
  now: Instant,
): Promise<number> {
  let current = run
  let offered = 0
  for (const waiting of line) {
    if (current.seats.length >= current.capacity) break
    if (roomFor(current, waiting, ukDay(now)) === 0) continue
    const row = await wishFor(deps, current, waiting, now)
    if (!row) continue
    const { key, organisation: agency, borough } = row.value
    const changed = await changePlaces(deps, run.key, (state, at) =>
      offerPlace(state, { booking: key, agency, borough }, at),
    )
    if (!changed.ok) break
    current = changed.run
    await followPlaces(deps, changed.effects, { run: changed.run, at: changed.at, actor: theService })
    offered += 1
  }
  return offered
}

/** A booking of this run for somebody who waits for another; null when they have, had or turned down one here. */
async function wishFor(
  deps: PlaceDeps,
  run: CourseRun,
  waiting: WaitingPlace,
  at: Instant,
): Promise<Stored<Booking> | null> {
  const elsewhere = await deps.bookings.byKey(waiting.booking)
  if (elsewhere?.value.state !== 'waiting') return null
  const { person, personName, address, organisation, borough, arrangedBy } = elsewhere.value
  const booker = { person, personName, address, organisation, borough }
  const there = await deps.bookings.byKey(bookingKey(run.key, booker))
  // A wish of ours that broke off is taken up; whoever had anything to do with this run themselves is left alone.
  if (there) return isOwnWish(there.value) ? there : null
  const why = `They wait for ${writeDate(elsewhere.value.runDate)}, and a place is free on this date.`
  const by = { at, by: theService.name, byObject: theService.objectId, why, arrangedBy }
  const wish = requestBooking(null, run, booker, by)
  return (await deps.bookings.create({ ...wish, requestedAt: elsewhere.value.requestedAt })).row
}

const isOwnWish = ({ state, steps }: Booking) =>
  state === 'requested' && steps.at(-1)?.byObject === theService.objectId
