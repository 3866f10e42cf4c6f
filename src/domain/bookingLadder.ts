import type { Booking, BookingState, BookingStep } from './booking.ts'
import type { Instant } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import { wholeSecond } from './runTimes.ts'
import type { PlaceEffect } from './waitingList.ts'

/** What somebody did on the day or after it. */
export const results = [
  'no-show',
  'partly',
  'attended',
  'passed',
  'failed',
] as const satisfies readonly BookingState[]
export type Result = (typeof results)[number]

const resultOf: readonly BookingState[] = results

/** The steps that there are. Who gave a place back may ask again; a result that was entered wrongly is put right. */
const stepsFrom: Readonly<Record<BookingState, readonly BookingState[]>> = {
  requested: ['approved', 'declined', 'withdrawn'],
  approved: ['booked', 'waiting', 'declined', 'withdrawn'],
  waiting: ['offered', 'booked', 'declined', 'withdrawn'],
  offered: ['booked', 'declined', 'withdrawn'],
  booked: ['withdrawn', ...results],
  declined: ['requested'],
  withdrawn: ['requested'],
  'no-show': results,
  partly: results,
  attended: results,
  passed: results,
  failed: results,
}

/** Whether the ladder has a step from one state to another; null is where a booking begins. */
export function isStep(from: BookingState | null, to: BookingState): boolean {
  // Whoever came without a place has nothing before the result.
  if (from === null) return to === 'requested' || resultOf.includes(to)
  return stepsFrom[from].includes(to)
}

/** Somebody who has or may yet get a place on the run. */
export function isHopeful(state: BookingState): boolean {
  return ['requested', 'approved', 'waiting', 'offered', 'booked'].includes(state)
}

/** Whether somebody was there, or failed to be. */
export function isResult(state: BookingState): state is Result {
  return resultOf.includes(state)
}

/** Who takes a step, when and why. */
export interface StepBy {
  readonly at: Instant
  readonly by: string
  readonly byObject: string
  readonly why: string
}

/**
 * The booking one step on. A step to where it stands says only why: the run was moved, for instance. The calendar has
 * to follow whenever there is, or shall be, an event; the service also has to tell whoever did not take the step.
 * @returns null where the ladder has no such step
 */
export function stepTo(
  booking: Booking,
  to: BookingState,
  { at, by, byObject, why }: StepBy,
): Booking | null {
  if (to !== booking.state && !isStep(booking.state, to)) return null
  const step: BookingStep = { at, by, byObject, from: booking.state, to, why }
  return {
    ...booking,
    state: to,
    offerUntil: to === 'offered' ? booking.offerUntil : null,
    steps: [...booking.steps, step],
    eventDue: isResult(to) ? booking.eventDue : true,
  }
}

/**
 * The booking as the run says it is: the run alone decides about places. The booking itself comes back where it says so
 * already.
 */
export function followRun(
  booking: Booking,
  run: CourseRun,
  effect: Pick<PlaceEffect, 'to' | 'until' | 'because'>,
  by: StepBy,
): Booking {
  const { to, until, because } = effect
  const same = booking.state === to && booking.offerUntil === until && booking.runDate === run.date
  // Another hour or another house on the same day is a move that the row does not show: its steps do.
  const toTell = because === 'moved' && !booking.steps.some(({ at, from }) => at === by.at && from === to)
  if ((same && !toTell) || isResult(booking.state)) return booking
  // The ladder is for people; what the run says holds wherever the row had got to.
  const step: BookingStep = { ...by, from: booking.state, to }
  return {
    ...booking,
    state: to,
    runDate: run.date,
    offerUntil: until,
    steps: [...booking.steps, step],
    eventDue: true,
  }
}

/** Where a booking stands by the run alone; null when the run does not know it. */
export function standsAt(run: CourseRun, booking: string): Pick<PlaceEffect, 'to' | 'until'> | null {
  const seat = run.seats.find((one) => one.booking === booking)
  if (seat) return { to: seat.state, until: seat.until }
  return run.waiting.some((one) => one.booking === booking) ? { to: 'waiting', until: null } : null
}

/**
 * What is to be put right in the rows of a run's bookings, because a write broke off between the run and the row.
 * A request that was agreed to and has no place yet is not among them: it is taken up where it stopped.
 */
export function bookingsBehind(
  run: CourseRun,
  bookings: readonly Booking[],
  now: Instant,
): readonly PlaceEffect[] {
  return bookings.flatMap((booking): readonly PlaceEffect[] => {
    const { key, state } = booking
    if (isResult(state)) return []
    const stands = standsAt(run, key)
    if (stands) {
      if (missedMove(run, booking)) return [{ booking: key, ...stands, because: 'moved' }]
      const same = stands.to === state && stands.until === booking.offerUntil && booking.runDate === run.date
      return same ? [] : [{ booking: key, ...stands, because: 'put-right' }]
    }
    if (!['booked', 'waiting', 'offered'].includes(state)) return []
    const lapsed = state === 'offered' && booking.offerUntil !== null && booking.offerUntil <= now
    const to = lapsed ? 'declined' : 'withdrawn'
    const because = lapsed ? 'not-answered' : run.status === 'cancelled' ? 'cancelled' : 'put-right'
    return [{ booking: key, to, until: null, because }]
  })
}

/** Whether the run was moved after the last step of a booking, which then says nothing of it. */
function missedMove(run: CourseRun, { steps }: Booking): boolean {
  const moved = run.history.findLast(({ field }) => field === 'date')
  return moved !== undefined && (steps.at(-1)?.at ?? '') < moved.at
}

/** Whom a booking is for. People of other organisations have no object id and are known by their address. */
export interface Booker {
  readonly person: string
  readonly personName: string
  readonly address: string
  readonly organisation: string
  readonly borough: string
}

/** The name of somebody's booking on a run. */
export function bookingKey(runKey: string, { person, address }: Pick<Booker, 'person' | 'address'>): string {
  return `${runKey}/${person === '' ? address.trim().toLowerCase() : person}`
}

/** A first wish for a place, or the same booking asked for again after it ended. */
export function requestBooking(
  before: Booking | null,
  run: CourseRun,
  booker: Booker,
  by: StepBy & { readonly arrangedBy: string },
): Booking {
  const { at, by: name, byObject, why, arrangedBy } = by
  const step: BookingStep = { at, by: name, byObject, from: before?.state ?? null, to: 'requested', why }
  return {
    key: bookingKey(run.key, booker),
    runKey: run.key,
    courseKey: run.courseKey,
    runDate: run.date,
    ...booker,
    address: booker.address.trim(),
    state: 'requested',
    requestedAt: wholeSecond(at),
    offerUntil: null,
    eventRef: before?.eventRef ?? '',
    eventFor: before?.eventFor ?? '',
    eventDue: before?.eventDue ?? false,
    arrangedBy,
    steps: [...(before?.steps ?? []), step],
  }
}
