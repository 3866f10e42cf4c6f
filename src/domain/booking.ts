import type { Instant, IsoDate } from './calendarDays.ts'

/** The ladder of a booking, from the wish to the result. */
export const bookingStates = [
  'requested',
  'approved',
  'waiting',
  'offered',
  'booked',
  'declined',
  'withdrawn',
  'no-show',
  'partly',
  'attended',
  'passed',
  'failed',
] as const
export type BookingState = (typeof bookingStates)[number]

/** One step on the ladder: who took it, when and why. */
export interface BookingStep {
  readonly at: Instant
  readonly by: string
  readonly byObject: string
  readonly from: BookingState | null
  readonly to: BookingState
  readonly why: string
}

/** One person's way to a place on one run. */
export interface Booking {
  /** `run key/person`: one person, one booking. People without an account are known by their address. */
  readonly key: string
  readonly runKey: string
  readonly courseKey: string
  readonly runDate: IsoDate
  /** Entra object id; empty for people of another organisation. */
  readonly person: string
  readonly personName: string
  readonly address: string
  /** The force or the partner. */
  readonly organisation: string
  readonly borough: string
  readonly state: BookingState
  readonly requestedAt: Instant
  /** The moment at which an offered place goes to the next; null when none is offered. */
  readonly offerUntil: Instant | null
  /** Id of the event in the calendar of the mailbox that holds it; empty when there is none. */
  readonly eventRef: string
  /** The calendar has to follow what became of the booking: an event is to be made, changed or cancelled. */
  readonly eventDue?: boolean
  /** Fingerprint of what the event says, so that nobody is mailed where nothing changed. */
  readonly eventFor?: string
  /** Entra object id of whoever books for somebody without an account; empty when they book themselves. */
  readonly arrangedBy: string
  /** Hashes of the words by which somebody without an account may answer an offer; left out when there are none. */
  readonly answerWords?: readonly string[]
  /** Oldest first. */
  readonly steps: readonly BookingStep[]
}
