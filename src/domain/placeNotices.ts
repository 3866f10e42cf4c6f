import type { Booking, BookingState } from './booking.ts'
import type { Instant, IsoDate } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import { sayStanding } from './placeStanding.ts'

/** The rule under which the ledger keeps what people were told about their places. */
export const placeRule = 'place'

/** What somebody is told about a place that moved on without them. */
export interface PlaceNotice {
  readonly kind: 'place'
  readonly bookingKey: string
  readonly state: Extract<BookingState, 'offered' | 'booked' | 'waiting' | 'declined' | 'withdrawn'>
  /** Where and when; the card says it, a preview does not. */
  readonly courseTitle: string
  readonly runKey: string
  readonly runDate: IsoDate
  readonly start: string
  readonly end: string
  readonly venue: string
  readonly offerUntil: Instant | null
  /** Where the booking stands and why, in sentences. */
  readonly standing: string
  /** Why it moved. */
  readonly why: string
  /** Whose place it is, when somebody else is told because they booked it; empty when it is their own. */
  readonly onBehalfOf: string
  /** Where an answer can be given without an account; empty for people who have one. */
  readonly link: string
}

/**
 * What there is to tell of the last step of a booking; null when the person took it themselves, or when Outlook tells
 * them by moving or cancelling their event.
 * @param byOutlook whether the service keeps the person's event: where it does not, they are told of a move here
 */
export function noticeOf(
  booking: Booking,
  run: CourseRun,
  courseTitle: string,
  now: Instant,
  byOutlook: boolean,
): PlaceNotice | null {
  const { state } = booking
  const last = booking.steps.at(-1)
  if (!last || !isTold(state) || isOwnStep(booking, last.byObject)) return null
  const gone = state === 'withdrawn' && booking.eventRef !== ''
  const moved = last.from === state && (state === 'booked' || booking.eventRef !== '')
  if (byOutlook && (gone || moved)) return null
  return {
    ...{ kind: 'place', bookingKey: booking.key, state, courseTitle, runKey: run.key, runDate: run.date },
    ...{ start: run.start, end: run.end, venue: run.venue, offerUntil: booking.offerUntil, why: last.why },
    ...{ standing: sayStanding(run, booking, now), onBehalfOf: '', link: '' },
  }
}

const isTold = (state: BookingState): state is PlaceNotice['state'] =>
  ['offered', 'booked', 'waiting', 'declined', 'withdrawn'].includes(state)

const isOwnStep = ({ person, address }: Booking, by: string) =>
  by !== '' && (by === person || by.toLowerCase() === address.toLowerCase())

/** The name of a notice in the ledger: one step of one booking, told to one person. */
export function noticeKey(booking: Booking, to: string): string {
  return `place/${booking.key}/${booking.steps.length}/${to}`
}
