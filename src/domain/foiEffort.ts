/** What an hour of searching is reckoned from. Whoever answers may know better, and say so. */
export interface FoiEffort {
  /** Minutes to find one personal file and read it. */
  readonly minutesAFile: number
  /** Minutes to find out one thing that the catalogue does not say of a course. */
  readonly minutesAFact: number
  /** Minutes to read up what one course was in one earlier year. */
  readonly minutesACourseYear: number
  /** People who took the courses in a year of which nothing is recorded; null takes the median of the known years. */
  readonly peopleAYear: number | null
}

export const usualEffort: FoiEffort = {
  minutesAFile: 10,
  minutesAFact: 15,
  minutesACourseYear: 30,
  peopleAYear: null,
}

/** Hours to a quarter. */
export function roundHours(hours: number): number {
  return Math.ceil(hours * 4) / 4
}
