import { roomFor } from './allotments.ts'
import { daysBetween, type Instant, ukDay } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import type { Seat, WaitingPlace } from './runPlaces.ts'
import { hoursLater, startOf, wholeSecond } from './runTimes.ts'

/** What a change of a run means for one booking; the row of the booking follows it. */
export interface PlaceEffect {
  readonly booking: string
  readonly to: 'booked' | 'offered' | 'waiting' | 'declined' | 'withdrawn'
  /** The moment at which an offer ends; null with every other state. */
  readonly until: Instant | null
  readonly because: PlaceReason
}

/** Why a booking moved, as a code; `placeWords.ts` has the words. */
export type PlaceReason =
  | 'place-free'
  | 'nothing-free'
  | 'freed'
  | 'free-elsewhere'
  | 'accepted'
  | 'declined'
  | 'not-answered'
  | 'given-back'
  | 'cancelled'
  | 'moved'
  | 'put-right'

/** Most people whom one run has places for, and who can wait for it: more do not fit into its row. */
export const mostPlaces = 300
export const mostWaiting = 300

/** Hours that somebody has to answer an offer, by the days left until the run. */
export const hoursToAnswer = [
  { from: 14, hours: 72 },
  { from: 3, hours: 24 },
  { from: 0, hours: 4 },
] as const
/** An answer is needed so many hours before the start, and nobody is asked for one within less than an hour. */
export const answerBefore = 2
const leastToAnswer = 1

/**
 * The moment until which a place that is offered now is kept: three days where the run is two weeks away or more, a
 * day where it is three days or more, four hours after that, and never later than two hours before the start. Null
 * when that leaves less than an hour: then nobody is asked any more.
 */
export function offerEnd(run: Pick<CourseRun, 'date' | 'start'>, now: Instant): Instant | null {
  const days = daysBetween(ukDay(now), run.date)
  const { hours } = hoursToAnswer.find(({ from }) => days >= from) ?? { hours: 0 }
  const latest = hoursLater(startOf(run), -answerBefore)
  const asked = wholeSecond(hoursLater(now, hours))
  const end = asked < latest ? asked : latest
  return end >= hoursLater(now, leastToAnswer) ? end : null
}

/** A run whose offers and free places are as they should be at a moment, and whom that concerns. */
export interface Settled {
  readonly run: CourseRun
  readonly effects: readonly PlaceEffect[]
}

/**
 * Takes back the places whose offer was not answered in time, and offers what is free to those who have waited
 * longest, first come first served: nobody is passed over except where what is free is kept for other groups. The
 * same run comes back when there is nothing to do.
 */
export function settleRun(run: CourseRun, now: Instant): Settled {
  if (run.status !== 'open') return { run, effects: [] }
  const lapsed = takeBackLapsed(run, now)
  const offered = offerFree(lapsed.run, now)
  return { run: offered.run, effects: [...lapsed.effects, ...offered.effects] }
}

function takeBackLapsed(run: CourseRun, now: Instant): Settled {
  const isLapsed = (seat: Seat) => seat.until !== null && seat.until <= now
  const lapsed = run.seats.filter(isLapsed)
  if (lapsed.length === 0) return { run, effects: [] }
  return {
    run: { ...run, seats: run.seats.filter((seat) => !isLapsed(seat)) },
    effects: lapsed.map(({ booking }) => ({
      ...{ booking, to: 'declined' as const, until: null, because: 'not-answered' as const },
    })),
  }
}

function offerFree(run: CourseRun, now: Instant): Settled {
  const until = offerEnd(run, now)
  const effects: PlaceEffect[] = []
  let next = run
  for (let first = firstInLine(next, now); until !== null && first; first = firstInLine(next, now)) {
    const { booking, agency, borough } = first
    const seat: Seat = { booking, agency, borough, state: 'offered', until }
    next = {
      ...next,
      seats: [...next.seats, seat],
      waiting: next.waiting.filter((one) => one.booking !== booking),
    }
    effects.push({ booking, to: 'offered', until, because: 'freed' })
  }
  return { run: next, effects }
}

/** The person who has waited longest among those who could have a place now. */
export function firstInLine(run: CourseRun, now: Instant): WaitingPlace | null {
  if (run.seats.length >= run.capacity) return null
  const today = ukDay(now)
  return run.waiting.find((one) => roomFor(run, one, today) > 0) ?? null
}

/** The waiting people with one more, behind everybody who asked no later. */
export function joinWaiting(waiting: readonly WaitingPlace[], one: WaitingPlace): readonly WaitingPlace[] {
  const behind = waiting.findIndex((other) => other.since > one.since)
  return behind === -1 ? [...waiting, one] : waiting.toSpliced(behind, 0, one)
}
