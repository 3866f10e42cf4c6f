import type { Booking, BookingState } from '../../src/domain/booking.ts'
import { type Booker, bookingKey } from '../../src/domain/bookingLadder.ts'
import type { Completion } from '../../src/domain/completion.ts'
import type { Course, CourseRun } from '../../src/domain/course.ts'
import { undetailed } from '../../src/domain/courseDetails.ts'
import type { Person } from '../../src/domain/roles.ts'
import { emptyRun } from '../../src/domain/runPlaces.ts'
import type { Setting } from '../../src/domain/setting.ts'
import type { ReadRows } from '../../src/usecases/ports.ts'
import type { BookingStore, CompletionStore, DatedRunStore } from '../../src/usecases/trainingPorts.ts'
import { MemoryStaff } from './cover.ts'
import { MemoryListStore } from './memoryListStore.ts'
import { MovableClock } from './reminders.ts'

/** Object id of an invented member of the force. */
export const officerId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const force = 'Thameside Police'

/** Somebody of the force. */
export function anOfficer(number: number, borough = ''): Booker {
  return {
    ...{
      person: officerId(number),
      personName: `Officer ${number}`,
      address: `o${number}@thameside.example`,
    },
    ...{ organisation: force, borough },
  }
}

/** Somebody of a partner, without an account. */
export function aPartner(name: string, organisation = 'Camden Council', borough = 'Camden'): Booker {
  const address = `${name.toLowerCase()}@camden.example`
  return { person: '', personName: name, address, organisation, borough }
}

/** An officer as they sign in. */
export function signedInAs(number: number, ...roles: Person['roles']): Person {
  return {
    ...{ objectId: officerId(number), name: `Officer ${number}`, signInName: `o${number}@thameside.example` },
    roles,
  }
}

/** A coordinator as they sign in. */
export const theCoordinator: Person = { ...signedInAs(900, 'Coordinator'), name: 'Ruth Mbeki' }

/** A course that people apply for themselves. */
export function aCourse(changes: Partial<Course> = {}): Course {
  return {
    ...undetailed,
    ...{ key: 'what-to-do-if', title: 'What to do if', audience: [], mandatory: false, selfApply: true },
    ...{ assessed: false, canFail: false, length: 'a day', frequency: 'once', mode: 'in person' },
    ...{ provider: '', trainers: '', externalInputs: [], about: '' },
    ...changes,
  }
}

/** A run on 16 July 2021 with two places and nobody on it. */
export function aRun(changes: Partial<CourseRun> = {}): CourseRun {
  return {
    ...emptyRun,
    ...{ key: 'what-to-do-if-2021-07-16', courseKey: 'what-to-do-if', date: '2021-07-16' },
    ...{ start: '09:00', end: '16:00', venue: 'Town Hall', capacity: 2 },
    ...changes,
  }
}

/** A booking on that run. */
export function aBooking(booker: Booker, state: BookingState, changes: Partial<Booking> = {}): Booking {
  const run = aRun()
  return {
    ...{ key: bookingKey(run.key, booker), runKey: run.key, courseKey: run.courseKey, runDate: run.date },
    ...booker,
    ...{ state, requestedAt: '2021-06-01T08:00:00.000Z', offerUntil: null, eventRef: '', arrangedBy: '' },
    steps: [],
    ...changes,
  }
}

/** Bookings in memory. */
export class MemoryBookings extends MemoryListStore<Booking> implements BookingStore {
  ofRun = (key: string) => this.found((one) => one.runKey === key)
  ofCourse = (key: string) => this.found((one) => one.courseKey === key)
  ofPerson = (objectId: string) => this.found((one) => one.person === objectId)
  arrangedBy = (objectId: string) => this.found((one) => one.arrangedBy === objectId)
  inState = (state: BookingState) => this.found((one) => one.state === state)
  onOrAfter = (day: string) => this.found((one) => one.runDate >= day)
  eventsDue = () => this.found((one) => one.eventDue === true)

  private async found(wanted: (value: Booking) => boolean): Promise<ReadRows<Booking>> {
    const { rows, unreadable } = await this.all()
    return { rows: rows.filter(({ value }) => wanted(value)), unreadable }
  }
}

/** Runs in memory. */
export class MemoryRuns extends MemoryListStore<CourseRun> implements DatedRunStore {
  onOrAfter = (day: string) => this.found((one) => one.date >= day)
  ofCourse = (key: string) => this.found((one) => one.courseKey === key)

  private async found(wanted: (value: CourseRun) => boolean): Promise<ReadRows<CourseRun>> {
    const { rows, unreadable } = await this.all()
    return { rows: rows.filter(({ value }) => wanted(value)), unreadable }
  }
}

/** Completions in memory. */
export class MemoryCompletions
  extends MemoryListStore<Completion>
  implements Pick<CompletionStore, 'byKey'> {}

/** A course, its runs and the morning of 1 June 2021. */
export function placesScene(
  runs: readonly CourseRun[] = [aRun()],
  course: Course = aCourse(),
  settings: readonly Setting[] = [],
) {
  return {
    runs: new MemoryRuns(runs),
    bookings: new MemoryBookings(),
    courses: new MemoryListStore([course]),
    completions: new MemoryCompletions(),
    staff: new MemoryStaff(),
    settings: new MemoryListStore(settings),
    clock: new MovableClock('2021-06-01T08:00:00.000Z'),
    wait: async () => undefined,
    random: () => 0,
  }
}
