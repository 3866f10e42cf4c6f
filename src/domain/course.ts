import type { IsoDate } from './calendarDays.ts'
import type { CourseDetails } from './courseDetails.ts'
import type { RunPlaces } from './runPlaces.ts'

export const courseModes = ['online', 'in person', 'blended'] as const
export type CourseMode = (typeof courseModes)[number]

/** A course of the catalogue. "Mandatory" and "people apply themselves" can both be true. */
export interface Course extends CourseDetails {
  readonly key: string
  readonly title: string
  readonly audience: readonly string[]
  readonly mandatory: boolean
  readonly selfApply: boolean
  readonly assessed: boolean
  readonly canFail: boolean
  readonly length: string
  readonly frequency: string
  readonly mode: CourseMode
  readonly provider: string
  readonly trainers: string
  readonly externalInputs: readonly string[]
  readonly about: string
}

/** One date on which a course is held. */
export interface CourseRun extends RunPlaces {
  readonly key: string
  readonly courseKey: string
  readonly date: IsoDate
  /** UK local times, `HH:MM`. */
  readonly start: string
  readonly end: string
  readonly venue: string
  readonly capacity: number
}

/** Courses whose title, audience, provider or description contain the text; an empty text finds all. */
export function findCourses<T extends Course>(courses: readonly T[], text: string): readonly T[] {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, ' ')
  return courses.filter((course) =>
    [course.title, course.provider, course.about, ...course.audience].some((words) =>
      words.toLowerCase().includes(wanted),
    ),
  )
}

/** The dates of one course, earliest first. */
export function runsOf(course: Pick<Course, 'key'>, runs: readonly CourseRun[]): readonly CourseRun[] {
  return runs
    .filter((run) => run.courseKey === course.key)
    .sort((one, other) => `${one.date} ${one.start}`.localeCompare(`${other.date} ${other.start}`))
}
