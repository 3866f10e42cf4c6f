import { keptPlaces, nextRelease, placeCounts, roomFor } from './allotments.ts'
import type { Booking, BookingState } from './booking.ts'
import { type Instant, ukDay, writeDate, writeInstant } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import { givenBack, ordinal, sayRun, untilWords } from './placeWords.ts'
import { offerEnd } from './waitingList.ts'

/** Where a waiting person stands. */
export interface Standing {
  /** 1 for whoever is first in line. */
  readonly position: number
  readonly waiting: number
  /** Free places that are kept for other groups. */
  readonly keptForOthers: number
  /** The day on which the next of them may go to anybody; null when none is kept. */
  readonly nextRelease: string | null
}

/** Where a booking stands among those who wait; null when it does not wait. */
export function standingOf(run: CourseRun, booking: Pick<Booking, 'key'>, now: Instant): Standing | null {
  const index = run.waiting.findIndex((one) => one.booking === booking.key)
  const place = run.waiting[index]
  if (!place) return null
  const today = ukDay(now)
  const { free } = placeCounts(run, today)
  return {
    position: index + 1,
    waiting: run.waiting.length,
    keptForOthers: free - Math.min(free, roomFor(run, place, today)),
    nextRelease: nextRelease(run, today),
  }
}

/**
 * "Where do I stand, and why?" in one or two sentences, for the person or for whoever books for them.
 * The run's word counts: where the row of the booking has not followed yet, it says what the run says.
 */
export function sayStanding(run: CourseRun, booking: Booking, now: Instant): string {
  const seat = run.seats.find((one) => one.booking === booking.key)
  if (seat?.state === 'booked' && isOpenState(booking)) return `A place is booked: ${sayRun(run)}.`
  if (seat?.until && isOpenState(booking))
    return seat.until > now
      ? `A place is offered and kept ${untilWords(seat.until)}. If it is not taken by then, it goes to the next person who waits.`
      : 'A place was offered and not taken in time, so it goes to the next person who waits.'
  const standing = standingOf(run, booking, now)
  if (standing) return sayWaiting(run, standing, now, booking)
  return sayEnded(run, booking)
}

const isOpenState = ({ state }: Booking) =>
  ['requested', 'approved', 'waiting', 'offered', 'booked'].includes(state)

function sayWaiting(run: CourseRun, standing: Standing, now: Instant, booking: Booking): string {
  const { position, waiting, keptForOthers } = standing
  const line =
    waiting === 1 ? 'First and only one in line' : `${ordinal(position)} in line of the ${waiting} who wait`
  const since = `since ${writeInstant(booking.requestedAt)}`
  return `${line}, ${since}. ${sayWhyWaiting(run, keptForOthers, standing.nextRelease, now)}`
}

function sayWhyWaiting(run: CourseRun, kept: number, release: string | null, now: Instant): string {
  if (run.status !== 'open') return 'The run is not open for bookings.'
  const { capacity, offered, free } = placeCounts(run, ukDay(now))
  if (kept > 0) {
    const places = kept === 1 ? '1 free place is' : `${kept} free places are`
    const when =
      release === null ? '' : `; on ${writeDate(release)} what is left goes to whoever has waited longest`
    return `${places} kept for ${forWhom(run, now)}${when}.`
  }
  if (offerEnd(run, now) === null)
    return 'It is too close to the start for a free place to be offered; ask the coordinator.'
  if (free > 0) return 'A place is free, and the next offer goes out shortly.'
  const all = capacity === 1 ? 'The one place is taken' : `All ${capacity} places are taken`
  const asked = offered === 0 ? '' : `, ${offered} of them offered to people who have not answered yet`
  return `${all}${asked}. Whoever is first in line is offered the next one that becomes free.`
}

function forWhom(run: CourseRun, now: Instant): string {
  const groups = keptPlaces(run, ukDay(now))
    .filter(({ left }) => left > 0)
    .map(({ allotment }) =>
      allotment.borough === '' ? allotment.agency : `${allotment.agency} in ${allotment.borough}`,
    )
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(groups)
}

const isWish = (state: BookingState | null | undefined) =>
  state === 'requested' || state === 'approved' || state === 'waiting'

function sayEnded(run: CourseRun, booking: Booking): string {
  const last = booking.steps.at(-1)
  const why = last?.why && last.why !== givenBack ? ` ${last.why}` : ''
  switch (booking.state) {
    case 'requested':
      return 'Asked for; a coordinator has to agree.'
    case 'approved':
      return 'Agreed to; the place is being given.'
    case 'declined':
      return `No place.${why}`
    case 'withdrawn':
      if (run.status === 'cancelled') return `The run is not held.${why}`
      return isWish(last?.from) ? `The request was withdrawn.${why}` : `The place was given back.${why}`
    case 'no-show':
      return 'Booked, and did not come.'
    case 'partly':
      return 'Was there for a part of it.'
    case 'attended':
      return 'Was there.'
    case 'passed':
      return 'Passed.'
    case 'failed':
      return 'Did not pass.'
    default:
      return `No place on the run any more.${why}`
  }
}
