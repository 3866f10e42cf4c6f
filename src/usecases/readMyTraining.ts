import type { Booking } from '../domain/booking.ts'
import type { IsoDate } from '../domain/calendarDays.ts'
import type { Completion } from '../domain/completion.ts'
import type { Course, CourseRun } from '../domain/course.ts'
import type { CoverState } from '../domain/cover.ts'
import { standingOf } from '../domain/coverRules.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { StaffMember } from '../domain/staff.ts'
import type { CourseStore, Stored, UnreadableRow } from './ports.ts'
import type {
  BookingStore,
  CompletionStore,
  DatedRunStore,
  RequirementStore,
  StaffStore,
} from './trainingPorts.ts'

export interface MyTrainingDeps {
  readonly staff: Pick<StaffStore, 'byKey'>
  readonly completions: Pick<CompletionStore, 'ofPerson'>
  readonly requirements: Pick<RequirementStore, 'all'>
  readonly courses: Pick<CourseStore, 'all'>
  readonly runs: Pick<DatedRunStore, 'onOrAfter'>
  readonly bookings: Pick<BookingStore, 'ofPerson'>
}

/** One thing that a person needs, how they stand and where they could take it. */
export interface TrainingNeed {
  readonly requirement: Requirement
  /** Null where the catalogue has no such course. */
  readonly course: Course | null
  readonly state: CoverState
  /** The day by which it is needed; null for what never ends. */
  readonly by: IsoDate | null
  /** The day on which they last finished it; null when never. */
  readonly taken: IsoDate | null
  /** Their booking of a coming run; null when there is none. */
  readonly booking: Stored<Booking> | null
  /** Coming runs of the course that are open, the earliest first, with free places or without. */
  readonly runs: readonly Stored<CourseRun>[]
  /** Those of them that have a place. */
  readonly runsFree: readonly Stored<CourseRun>[]
}

export interface MyTraining {
  /** Null when the staff list does not know the person; then nothing can be said of what they need. */
  readonly member: StaffMember | null
  /** The most pressing first. */
  readonly needs: readonly TrainingNeed[]
  /** The newest first. */
  readonly completions: readonly Completion[]
  readonly unreadable: readonly UnreadableRow[]
}

/**
 * What one person needs, by when, and where there is a place: a fixed number of requests, each on one indexed key,
 * however many completions there are. Throws `M365Error`.
 * @param person key of the member of staff: the Entra object id
 */
export async function readMyTraining(
  deps: MyTrainingDeps,
  { person, today }: { readonly person: string; readonly today: IsoDate },
): Promise<MyTraining> {
  const [member, completions, requirements, courses, runs, bookings] = await Promise.all([
    deps.staff.byKey(person),
    deps.completions.ofPerson(person),
    deps.requirements.all(),
    deps.courses.all(),
    deps.runs.onOrAfter(today),
    deps.bookings.ofPerson(person),
  ])
  const taken = completions.rows.map(({ value }) => value)
  const courseByKey = new Map(courses.rows.map(({ value }) => [value.key, value]))
  const open = runs.rows.filter(({ value }) => value.status === 'open').sort(byDate)
  const needs = requirements.rows.flatMap(({ value: requirement }): TrainingNeed[] => {
    const standing = member && standingOf(requirement, member.value, taken, today)
    if (!standing) return []
    const mine = open.filter(({ value }) => value.courseKey === requirement.courseKey)
    return [
      {
        ...{ requirement, course: courseByKey.get(requirement.courseKey) ?? null, ...standing },
        booking: comingBooking(bookings.rows, requirement.courseKey, today),
        runs: mine,
        runsFree: mine.filter(({ value }) => value.seats.length < value.capacity),
      },
    ]
  })
  return {
    member: member?.value ?? null,
    needs: needs.sort(byUrgency),
    completions: taken.toSorted((one, other) => other.completedOn.localeCompare(one.completedOn)),
    unreadable: [completions, requirements, courses, runs, bookings].flatMap(({ unreadable }) => unreadable),
  }
}

function byDate({ value: one }: Stored<CourseRun>, { value: other }: Stored<CourseRun>): number {
  return `${one.date} ${one.start}`.localeCompare(`${other.date} ${other.start}`)
}

const ended: ReadonlySet<Booking['state']> = new Set(['declined', 'withdrawn', 'no-show'])

function comingBooking(
  bookings: readonly Stored<Booking>[],
  courseKey: string,
  today: IsoDate,
): Stored<Booking> | null {
  const coming = bookings.filter(
    ({ value }) => value.courseKey === courseKey && value.runDate >= today && !ended.has(value.state),
  )
  return coming.sort((one, other) => one.value.runDate.localeCompare(other.value.runDate))[0] ?? null
}

const urgency: Readonly<Record<CoverState, number>> = {
  ...{ lapsed: 0, never: 0, due: 1, 'in-grace': 1, current: 2, exempt: 3 },
}

function byUrgency(one: TrainingNeed, other: TrainingNeed): number {
  return (
    urgency[one.state] - urgency[other.state] ||
    (one.by ?? '9999').localeCompare(other.by ?? '9999') ||
    one.requirement.title.localeCompare(other.requirement.title)
  )
}
