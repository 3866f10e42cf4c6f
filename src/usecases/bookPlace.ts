import type { Booking } from '../domain/booking.ts'
import { stepTo } from '../domain/bookingLadder.ts'
import type { CourseRun } from '../domain/course.ts'
import { type PlaceRefusal, takePlace } from '../domain/places.ts'
import { changePlaces, type PlaceDeps } from './changePlaces.ts'
import { followPlaces, type PlaceActor } from './followPlaces.ts'
import { leaveOtherLines } from './leaveOtherLines.ts'
import type { Stored } from './ports.ts'

/** What became of something that somebody did about a place. `run` is null where it was not needed. */
export type PlaceOutcome<C extends string> =
  | { readonly ok: true; readonly booking: Stored<Booking>; readonly run: Stored<CourseRun> }
  | { readonly ok: false; readonly code: C }

export type BookRefusal = PlaceRefusal | 'no-such-run' | 'too-busy' | 'not-agreed'

/**
 * Gives an agreed request its place, or puts it in line. Whatever breaks off, the request stays agreed to, and the
 * same call goes on where it stopped; it never takes two places.
 * @throws M365Error
 */
export async function bookPlace(
  deps: PlaceDeps,
  agreed: Stored<Booking>,
  actor: PlaceActor,
): Promise<PlaceOutcome<BookRefusal>> {
  const { key, runKey, organisation, borough, requestedAt } = agreed.value
  if (agreed.value.state !== 'approved') return { ok: false, code: 'not-agreed' }
  const asker = { booking: key, agency: organisation, borough, since: requestedAt }
  const changed = await changePlaces(deps, runKey, (run, now) => takePlace(run, asker, now))
  if (!changed.ok) {
    if (changed.code !== 'too-busy') await refuse(deps, agreed, changed.code, actor)
    return changed
  }
  const { row, run, at, effects } = changed
  const own = effects.filter(({ booking }) => booking === key)
  // Where the run knew the request already, its row is brought after it all the same.
  const stands = own.length > 0 ? own : standing(run, key)
  const others = effects.filter(({ booking }) => booking !== key)
  const followed = await followPlaces(deps, [...stands, ...others], { run, at, actor })
  const booking = followed.find(({ value }) => value.key === key) ?? agreed
  await leaveOtherLines(deps, booking.value, actor)
  return { ok: true, booking, run: row }
}

function standing(run: CourseRun, booking: string) {
  const seat = run.seats.find((one) => one.booking === booking)
  const because = 'put-right' as const
  return seat
    ? [{ booking, to: seat.state, until: seat.until, because }]
    : [{ booking, to: 'waiting' as const, until: null, because }]
}

const inWords: Readonly<Record<PlaceRefusal | 'no-such-run', string>> = {
  'run-cancelled': 'The run was cancelled.',
  'run-begun': 'The run had begun.',
  'run-not-open': 'The run is not open for bookings.',
  'waiting-full': 'The waiting list is full.',
  'offer-gone': 'The offer had ended.',
  'no-place': 'There was no place to give back.',
  'no-such-run': 'There is no such run any more.',
}

/** A request that can never get a place is ended, so that it is not tried again for ever. */
async function refuse(
  deps: Pick<PlaceDeps, 'bookings' | 'clock'>,
  agreed: Stored<Booking>,
  code: PlaceRefusal | 'no-such-run',
  actor: PlaceActor,
): Promise<void> {
  const at = await deps.clock.now()
  const by = { at, by: actor.name, byObject: actor.objectId, why: inWords[code] }
  const next = stepTo(agreed.value, 'declined', by)
  if (next) await deps.bookings.save(agreed, next)
}
