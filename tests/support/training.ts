import type { Booking, BookingState } from '../../src/domain/booking.ts'
import type { Completion } from '../../src/domain/completion.ts'
import type { Course, CourseRun } from '../../src/domain/course.ts'
import { undetailed } from '../../src/domain/courseDetails.ts'
import type { Feedback } from '../../src/domain/feedback.ts'
import { emptyRun } from '../../src/domain/runPlaces.ts'

/** A course of the catalogue of which only what is given is known. */
export function aCourse(given: Partial<Course> = {}): Course {
  return {
    ...undetailed,
    ...{ key: 'pip2', title: 'From constable to detective', audience: ['Constables'], mandatory: true },
    ...{ selfApply: true, assessed: true, canFail: true, length: 'Six weeks', frequency: 'Once' },
    ...{ mode: 'blended', provider: 'Learning and Development', trainers: 'Detectives' },
    ...{ externalInputs: [], about: 'Serious and complex investigation' },
    ...given,
  }
}

/** A run of that course on 3 May 2021 with ten places. */
export function aRun(given: Partial<CourseRun> = {}): CourseRun {
  return {
    ...emptyRun,
    ...{ key: 'pip2-2021-05-03', courseKey: 'pip2', date: '2021-05-03', start: '09:00', end: '17:00' },
    ...{ venue: 'Detective School', capacity: 10 },
    ...given,
  }
}

/** A booking that went through the states named, one day after the other from 1 April 2021. */
export function aBooking(states: readonly BookingState[], given: Partial<Booking> = {}): Booking {
  const steps = states.map((to, index) => ({
    at: `2021-04-${String(index + 1).padStart(2, '0')}T09:00:00.000Z`,
    ...{ by: 'Ruth Mbeki', byObject: 'ruth', from: states[index - 1] ?? null, to, why: '' },
  }))
  return {
    key: 'pip2-2021-05-03/amira',
    ...{ runKey: 'pip2-2021-05-03', courseKey: 'pip2', runDate: '2021-05-03' },
    ...{ person: 'amira', personName: 'Amira Hassan', address: 'amira.hassan@thameside.example' },
    ...{ organisation: 'Thameside Police', borough: 'Camden', state: states.at(-1) ?? 'requested' },
    ...{ requestedAt: '2021-04-01T09:00:00.000Z', offerUntil: null, eventRef: '', arrangedBy: '', steps },
    ...given,
  }
}

/** That somebody finished that course on 21 May 2021, entered the day after. */
export function aCompletion(given: Partial<Completion> = {}): Completion {
  return {
    key: 'amira/pip2/2021-05-21',
    ...{ person: 'amira', personName: 'Amira Hassan', courseKey: 'pip2', runKey: '' },
    ...{ completedOn: '2021-05-21', result: 'passed', expiresOn: null, recordedOn: '2021-05-22' },
    source: 'attendance',
    ...given,
  }
}

/** An answer about that run, given on the day after it. */
export function anAnswer(given: Partial<Feedback> = {}): Feedback {
  return {
    ...{ key: 'f', runKey: 'pip2-2021-05-03', courseKey: 'pip2', stage: 'at-once', useful: 4, applied: 3 },
    ...{ recommend: 5, comment: '', answeredOn: '2021-05-04' },
    ...given,
  }
}
