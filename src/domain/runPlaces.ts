import type { Instant, IsoDate } from './calendarDays.ts'
import type { Change } from './recommendation.ts'

export const runStates = ['planned', 'open', 'held', 'cancelled'] as const
export type RunState = (typeof runStates)[number]

/** Places kept for an agency, or for one borough of it, until a day; then anybody may have them. */
export interface Allotment {
  readonly agency: string
  /** Empty for the whole agency. */
  readonly borough: string
  readonly places: number
  readonly releaseOn: IsoDate
}

/**
 * A place that is taken. The run is the one item that says so: it is saved with its etag, so that there are never
 * more of them than places.
 */
export interface Seat {
  /** Key of the booking. */
  readonly booking: string
  readonly agency: string
  readonly borough: string
  /** An offered place is taken until the moment named; a booked one until the day. */
  readonly state: 'booked' | 'offered'
  readonly until: Instant | null
}

/** Somebody who waits, in the order of the list. */
export interface WaitingPlace {
  readonly booking: string
  readonly agency: string
  readonly borough: string
  readonly since: Instant
}

/** How a run is to be held, who has a place and who waits for one. */
export interface RunPlaces {
  readonly status: RunState
  /** Why it was cancelled or moved last; empty otherwise. */
  readonly changedWhy: string
  readonly trainer: string
  /** Key of a venue of the directory; empty where only its name is known. */
  readonly venueKey: string
  /** Bookings below which the run is not held. */
  readonly minimum: number
  readonly allotments: readonly Allotment[]
  readonly seats: readonly Seat[]
  readonly waiting: readonly WaitingPlace[]
  /** What the trainers wrote down afterwards. */
  readonly debrief: string
  /** Oldest first. */
  readonly history: readonly Change[]
}

/** A run that anybody may book, with nobody on it. */
export const emptyRun: RunPlaces = {
  status: 'open',
  changedWhy: '',
  trainer: '',
  venueKey: '',
  minimum: 0,
  allotments: [],
  seats: [],
  waiting: [],
  debrief: '',
  history: [],
}
