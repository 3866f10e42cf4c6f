import type { Booking, BookingState } from './booking.ts'
import { daysBetween, type IsoDate, ukDay } from './calendarDays.ts'

/** A place given back on this day before the run or later is a late cancellation: hardly anybody can still take it. */
export const lateDays = 7

/** What became of a booking, for counting; each booking falls under one of them and no more. */
export const outcomes = [
  'attended',
  'unscheduled',
  'no-show',
  'late-cancelled',
  'cancelled',
  'not-recorded',
  'left-waiting',
  'no-place',
] as const
export type Outcome = (typeof outcomes)[number]

const came: ReadonlySet<BookingState> = new Set(['partly', 'attended', 'passed', 'failed'])
const hopeful: ReadonlySet<BookingState> = new Set(['requested', 'approved', 'waiting', 'offered'])

/**
 * What became of a booking on a run that is over. Whoever came without ever having had a place came unscheduled.
 * @param booking of a run whose day has passed
 */
export function outcomeOf(booking: Booking): Outcome {
  const { state, runDate } = booking
  const hadPlace = bookedOn(booking) !== null
  if (came.has(state)) return hadPlace ? 'attended' : 'unscheduled'
  if (state === 'no-show') return 'no-show'
  if (state === 'booked') return 'not-recorded'
  if (hopeful.has(state)) return 'left-waiting'
  if (!hadPlace) return 'no-place'
  const left = booking.steps.findLast(({ to }) => to === state)
  const late = left !== undefined && daysBetween(ukDay(left.at), runDate) <= lateDays
  return late ? 'late-cancelled' : 'cancelled'
}

/** The day on which somebody first had a place; null when they never had one. */
export function bookedOn({ steps }: Pick<Booking, 'steps'>): IsoDate | null {
  const step = steps.find(({ to }) => to === 'booked')
  return step ? ukDay(step.at) : null
}

/** Days from asking for a place to having one; null for whoever never had one. */
export function daysWaited(booking: Booking): number | null {
  const day = bookedOn(booking)
  return day === null ? null : Math.max(0, daysBetween(ukDay(booking.requestedAt), day))
}

/** People by what became of their booking, and how long they waited for a place. */
export interface Tally {
  /** Had a place on the day, or gave it back late: attended + no-shows + late cancellations + not recorded. */
  readonly registered: number
  /** Everybody who was there, those without a booking too. */
  readonly attended: number
  readonly unscheduled: number
  readonly noShows: number
  readonly lateCancelled: number
  /** Gave it back in time. */
  readonly cancelled: number
  /** Had a place, and nobody has said whether they came. */
  readonly notRecorded: number
  /** Asked for a place and were still waiting on the day. */
  readonly leftWaiting: number
  /** Days; null when nobody had a place. */
  readonly medianWait: number | null
}

/** Adds up bookings of runs that are over. */
export function tallyOf(bookings: readonly Booking[]): Tally {
  const counts = new Map<Outcome, number>()
  for (const booking of bookings) {
    const outcome = outcomeOf(booking)
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  }
  const count = (outcome: Outcome) => counts.get(outcome) ?? 0
  return {
    registered: count('attended') + count('no-show') + count('late-cancelled') + count('not-recorded'),
    attended: count('attended') + count('unscheduled'),
    unscheduled: count('unscheduled'),
    noShows: count('no-show'),
    lateCancelled: count('late-cancelled'),
    cancelled: count('cancelled'),
    notRecorded: count('not-recorded'),
    leftWaiting: count('left-waiting'),
    medianWait: medianOf(bookings.flatMap((booking) => daysWaited(booking) ?? [])),
  }
}

/** The number in the middle, or between the two in the middle; null for none. */
export function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/** Per cent, to a whole number; null where there is nothing to have a share of. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((100 * part) / whole)
}
