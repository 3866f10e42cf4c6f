import { type Instant, type IsoDate, ukClock } from './calendarDays.ts'
import type { CourseRun } from './course.ts'

/** The moment at which UK clocks show a time of a day, `HH:MM`. */
export function ukMoment(day: IsoDate, time: string): Instant {
  const utc = Date.parse(`${day}T${time}:00.000Z`)
  return new Date(utc - (ukClock(day) === 'BST' ? 3_600_000 : 0)).toISOString()
}

/** The moment at which a run starts. */
export function startOf(run: Pick<CourseRun, 'date' | 'start'>): Instant {
  return ukMoment(run.date, run.start)
}

/** Whether a run has begun; nobody can book it from then on. */
export function hasBegun(run: Pick<CourseRun, 'date' | 'start'>, now: Instant): boolean {
  return now >= startOf(run)
}

/** The moment so many hours later. */
export function hoursLater(moment: Instant, hours: number): Instant {
  return new Date(Date.parse(moment) + hours * 3_600_000).toISOString()
}

/** A moment without its milliseconds, as SharePoint keeps it. */
export function wholeSecond(moment: Instant): Instant {
  return `${new Date(moment).toISOString().slice(0, 19)}.000Z`
}
