import { roomFor } from './allotments.ts'
import { type Instant, ukDay } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import type { Seat } from './runPlaces.ts'
import { hasBegun, wholeSecond } from './runTimes.ts'
import {
  firstInLine,
  joinWaiting,
  mostWaiting,
  type PlaceEffect,
  type Settled,
  settleRun,
} from './waitingList.ts'

export const placeRefusals = [
  'run-cancelled',
  'run-begun',
  'run-not-open',
  'waiting-full',
  'offer-gone',
  'no-place',
] as const
export type PlaceRefusal = (typeof placeRefusals)[number]

/** A run as it shall be, or why not. */
export type PlaceChange =
  | ({ readonly ok: true } & Settled)
  | { readonly ok: false; readonly code: PlaceRefusal }

/** Somebody who asks for a place. */
export interface PlaceAsker {
  /** Key of the booking. */
  readonly booking: string
  readonly agency: string
  readonly borough: string
  /** When they asked. */
  readonly since: Instant
}

/**
 * Gives a place to whoever asks, or puts them among those who wait. A place goes to them only when nobody who waits
 * could have it. Asking again changes nothing.
 */
export function takePlace(given: CourseRun, asker: PlaceAsker, now: Instant): PlaceChange {
  const closed = closedFor(given, now)
  if (closed) return { ok: false, code: closed }
  const { run, effects } = settleRun(given, now)
  const { booking, agency, borough } = asker
  if (holds(run, booking)) return { ok: true, run, effects }
  const free = roomFor(run, asker, ukDay(now)) > 0 && firstInLine(run, now) === null
  if (free) {
    const seat: Seat = { booking, agency, borough, state: 'booked', until: null }
    const got: PlaceEffect = { booking, to: 'booked', until: null, because: 'place-free' }
    return { ok: true, run: { ...run, seats: [...run.seats, seat] }, effects: [...effects, got] }
  }
  if (run.waiting.length >= mostWaiting) return { ok: false, code: 'waiting-full' }
  const since = wholeSecond(asker.since)
  const waiting = joinWaiting(run.waiting, { booking, agency, borough, since })
  const queued: PlaceEffect = { booking, to: 'waiting', until: null, because: 'nothing-free' }
  return { ok: true, run: { ...run, waiting }, effects: [...effects, queued] }
}

/** Why nobody can ask for a place now, or null. */
export function closedFor(run: CourseRun, now: Instant): PlaceRefusal | null {
  if (run.status === 'cancelled') return 'run-cancelled'
  if (run.status === 'held' || hasBegun(run, now)) return 'run-begun'
  return run.status === 'planned' ? 'run-not-open' : null
}

/** Makes an offered place a booked one. An offer ends at its moment, whether or not anybody has noticed. */
export function acceptOffer(given: CourseRun, booking: string, now: Instant): PlaceChange {
  const closed = closedFor(given, now)
  if (closed) return { ok: false, code: closed }
  const { run, effects } = settleRun(given, now)
  const seat = run.seats.find((one) => one.booking === booking)
  // Somebody whose offer ended may be offered another place at once, but that is not the one they answered.
  const wasOffered = given.seats.some((one) => one.booking === booking)
  if (!seat || !wasOffered) return { ok: false, code: 'offer-gone' }
  if (seat.state === 'booked') return { ok: true, run, effects }
  const taken: Seat = { ...seat, state: 'booked', until: null }
  const accepted: PlaceEffect = { booking, to: 'booked', until: null, because: 'accepted' }
  const seats = run.seats.map((one) => (one.booking === booking ? taken : one))
  return { ok: true, run: { ...run, seats }, effects: [...effects, accepted] }
}

/**
 * Gives back a place, an offer or a place in the line, and offers what became free to the next.
 * @param to `declined` where an offer or a request is answered with no
 */
export function givePlaceBack(
  given: CourseRun,
  booking: string,
  to: 'declined' | 'withdrawn',
  now: Instant,
): PlaceChange {
  if (!holds(given, booking)) return { ok: false, code: 'no-place' }
  if (given.status === 'held' || (given.status === 'open' && hasBegun(given, now)))
    return { ok: false, code: 'run-begun' }
  const run = {
    ...given,
    seats: given.seats.filter((seat) => seat.booking !== booking),
    waiting: given.waiting.filter((one) => one.booking !== booking),
  }
  const because = to === 'declined' ? 'declined' : 'given-back'
  const gone: PlaceEffect = { booking, to, until: null, because }
  const settled = settleRun(run, now)
  return { ok: true, run: settled.run, effects: [gone, ...settled.effects] }
}

/** Whether a booking has a place, an offer or a place in the line. */
export function holds(run: CourseRun, booking: string): boolean {
  return (
    run.seats.some((seat) => seat.booking === booking) || run.waiting.some((one) => one.booking === booking)
  )
}
