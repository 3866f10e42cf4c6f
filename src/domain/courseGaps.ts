import type { Course } from './course.ts'

/** What the catalogue does not say of a course although it is asked about under the Freedom of Information Act. */
export const courseGaps = [
  'audience',
  'length',
  'hours',
  'group-size',
  'provider',
  'trainers',
  'qualification',
  'materials',
  'scenarios',
  'if-failed',
  'themes',
] as const
export type CourseGap = (typeof courseGaps)[number]

/** The facts that are still to be filled in, in the order in which they are asked for. */
export function gapsOf(course: Course): readonly CourseGap[] {
  const missing: Readonly<Record<CourseGap, boolean>> = {
    audience: course.audience.length === 0,
    length: isEmpty(course.length),
    hours: course.hours === null,
    'group-size': isEmpty(course.groupSize),
    provider: isEmpty(course.provider),
    trainers: isEmpty(course.trainers),
    qualification: isEmpty(course.trainerQualification),
    materials: course.materials.length === 0,
    scenarios: course.scenarios.length === 0,
    'if-failed': course.canFail && isEmpty(course.ifFailed),
    themes: course.themes.length === 0,
  }
  return courseGaps.filter((gap) => missing[gap])
}

const isEmpty = (text: string) => text.trim() === ''
