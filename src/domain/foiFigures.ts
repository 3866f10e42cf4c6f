import type { IsoDate } from './calendarDays.ts'
import type { Completion } from './completion.ts'

/** What is asked about: some courses, some years, and what was recorded by a day. */
export interface FoiScope {
  readonly courseKeys: readonly string[]
  readonly fromYear: number
  readonly toYear: number
  /** What was entered after this day is left out: the same question asked later gives the same figures. */
  readonly asAt: IsoDate
}

/** People who finished one course, year by year. */
export interface CourseYears {
  readonly courseKey: string
  /** The first year of which anything is recorded; null when nothing is. Before it the numbers are not known. */
  readonly heldFrom: number | null
  /** One for each year of the range; null where nothing is known. */
  readonly finished: readonly (number | null)[]
}

/** The figures behind a pack, before small numbers are hidden. */
export interface FoiFigures {
  readonly years: readonly number[]
  readonly courses: readonly CourseYears[]
  /** People who finished at least one of the courses in a year; null where nothing is known. */
  readonly people: readonly (number | null)[]
  /** People who failed in the last twelve months of the range; null where nothing is recorded at all. */
  readonly failedLastYear: number | null
  /** The last day that is counted: the end of the range, or the day of the figures when that comes first. */
  readonly until: IsoDate
}

/**
 * Counts who finished what in which year. A person counts once in a year for each course. Completions entered after
 * the day of the figures do not count, nor those of other courses.
 */
export function foiFiguresOf(completions: readonly Completion[], scope: FoiScope): FoiFigures {
  const { courseKeys, fromYear, toYear, asAt } = scope
  const wanted = new Set(courseKeys)
  const known = completions.filter(
    ({ courseKey, recordedOn, completedOn }) =>
      wanted.has(courseKey) && recordedOn <= asAt && completedOn <= asAt,
  )
  const years = yearsFrom(fromYear, Math.min(toYear, yearOf(asAt)))
  const ofCourse = Map.groupBy(known, ({ courseKey }) => courseKey)
  const courses = courseKeys.map((courseKey) => courseYears(courseKey, ofCourse.get(courseKey) ?? [], years))
  const finished = known.filter(isFinished)
  const someHeldFrom = Math.min(...courses.map(({ heldFrom }) => heldFrom ?? Number.POSITIVE_INFINITY))
  const until = `${toYear}-12-31` < asAt ? `${toYear}-12-31` : asAt
  return {
    years,
    courses,
    people: years.map((year) =>
      year < someHeldFrom ? null : peopleIn(finished.filter((one) => yearOf(one.completedOn) === year)),
    ),
    failedLastYear: known.length === 0 ? null : peopleIn(failedIn(known, until)),
    until,
  }
}

function courseYears(
  courseKey: string,
  completions: readonly Completion[],
  years: readonly number[],
): CourseYears {
  const heldFrom =
    completions.length === 0 ? null : Math.min(...completions.map(({ completedOn }) => yearOf(completedOn)))
  const byYear = Map.groupBy(completions.filter(isFinished), ({ completedOn }) => yearOf(completedOn))
  return {
    courseKey,
    heldFrom,
    finished: years.map((year) =>
      heldFrom === null || year < heldFrom ? null : peopleIn(byYear.get(year) ?? []),
    ),
  }
}

const isFinished = ({ result }: Completion) => result === 'completed' || result === 'passed'
const yearOf = (day: IsoDate) => Number(day.slice(0, 4))
const peopleIn = (completions: readonly Completion[]) => new Set(completions.map(({ person }) => person)).size

function failedIn(completions: readonly Completion[], until: IsoDate): readonly Completion[] {
  const after = `${yearOf(until) - 1}${until.slice(4)}`
  return completions.filter(
    ({ result, completedOn }) => result === 'failed' && completedOn > after && completedOn <= until,
  )
}

function yearsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** Where two countings of the same question differ, in words; empty when they agree. */
export function differingFigures(
  earlier: FoiFigures,
  now: FoiFigures,
  titleOf: (courseKey: string) => string,
): readonly string[] {
  const differing: string[] = []
  for (const course of earlier.courses) {
    const other = now.courses.find(({ courseKey }) => courseKey === course.courseKey)
    for (const [place, year] of earlier.years.entries()) {
      const [before, after] = [course.finished[place] ?? null, other?.finished[place] ?? null]
      if (before !== after)
        differing.push(
          `${titleOf(course.courseKey)}, ${year}: ${before ?? 'not held'} then, ${after ?? 'not held'} now`,
        )
    }
  }
  if (earlier.failedLastYear !== now.failedLastYear)
    differing.push(
      `Failed: ${earlier.failedLastYear ?? 'not held'} then, ${now.failedLastYear ?? 'not held'} now`,
    )
  return differing
}
