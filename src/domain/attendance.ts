import { addMonths } from './addMonths.ts'
import type { Booking } from './booking.ts'
import { type Booker, bookingKey, type Result, type StepBy, stepTo } from './bookingLadder.ts'
import type { IsoDate } from './calendarDays.ts'
import type { Completion, CompletionResult } from './completion.ts'
import type { Course, CourseRun } from './course.ts'
import { wholeSecond } from './runTimes.ts'

export type AttendanceRefusal = 'not-yet' | 'run-cancelled' | 'not-assessed' | 'cannot-fail' | 'no-place'

/** Says why a result cannot be entered for anybody of a run, or null. */
export function resultRefusal(
  run: Pick<CourseRun, 'date' | 'status'>,
  course: Pick<Course, 'assessed' | 'canFail'>,
  result: Result,
  today: IsoDate,
): AttendanceRefusal | null {
  if (run.status === 'cancelled') return 'run-cancelled'
  if (run.date > today) return 'not-yet'
  if (result === 'passed' && !course.assessed) return 'not-assessed'
  return result === 'failed' && !course.canFail ? 'cannot-fail' : null
}

/** The booking with what somebody did on the day; null where the ladder has no such step. */
export function withResult(booking: Booking, result: Result, by: StepBy): Booking | null {
  return booking.state === result ? booking : stepTo(booking, result, by)
}

/** Somebody who came without a place: a booking that begins with its result, and takes no place from anybody. */
export function cameUnbooked(run: CourseRun, booker: Booker, result: Result, by: StepBy): Booking {
  const { at, by: name, byObject, why } = by
  return {
    key: bookingKey(run.key, booker),
    runKey: run.key,
    courseKey: run.courseKey,
    runDate: run.date,
    ...booker,
    state: result,
    requestedAt: wholeSecond(at),
    offerUntil: null,
    eventRef: '',
    eventFor: '',
    eventDue: false,
    arrangedBy: byObject,
    steps: [{ at, by: name, byObject, from: null, to: result, why }],
  }
}

const completed: Readonly<Record<Exclude<Result, 'no-show'>, CompletionResult>> = {
  partly: 'partly',
  attended: 'completed',
  passed: 'passed',
  failed: 'failed',
}

/**
 * The name of a completion: the same person, course and day are the same line, wherever it comes from.
 * @param person key of the member of staff, or the address of somebody without an account
 */
export function completionName(person: string, courseKey: string, day: IsoDate): string {
  return `${person}/${courseKey}/${day}`
}

/** Whose completion an attendance is, as far as the booking says; people without an account are known by address. */
export function attendeeOf({ person, address }: Pick<Booking, 'person' | 'address'>): string {
  return person === '' ? address.toLowerCase() : person
}

/**
 * What an attendance adds to what people have finished; null for somebody who did not come.
 * @param person key of the member of staff, or the address of somebody who is none
 */
export function completionOf(
  booking: Booking,
  course: Pick<Course, 'key' | 'frequencyKind' | 'everyMonths'>,
  recordedOn: IsoDate,
  person = attendeeOf(booking),
): Completion | null {
  const { state, runDate } = booking
  if (state !== 'partly' && state !== 'attended' && state !== 'passed' && state !== 'failed') return null
  const result = completed[state]
  const counts = result === 'completed' || result === 'passed'
  const months = course.frequencyKind === 'every' ? course.everyMonths : null
  return {
    key: completionName(person, course.key, runDate),
    person,
    personName: booking.personName,
    courseKey: course.key,
    runKey: booking.runKey,
    completedOn: runDate,
    result,
    expiresOn: counts && months !== null ? addMonths(runDate, months) : null,
    recordedOn,
    source: 'attendance',
  }
}

/** What a completion becomes when its attendance turns out to have been entered wrongly: it counts for nothing. */
export function withdrawnCompletion(completion: Completion): Completion {
  return { ...completion, result: 'partly', expiresOn: null, source: 'attendance, put right: did not come' }
}
