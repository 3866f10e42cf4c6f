import { placeCounts } from './allotments.ts'
import { addDays, type IsoDate, ukDay, writeDate, writeDateAndWeekday } from './calendarDays.ts'
import type { Course, CourseRun } from './course.ts'

/** Weeks ahead that a bulletin looks. */
export const bulletinWeeks = 8

/** Characters of what the coordinator adds. */
export const longestEditorial = 2_000

/** A date on which a course is held, as a bulletin tells it. Nobody's name is in it. */
export interface BulletinRun {
  readonly runKey: string
  readonly courseKey: string
  readonly title: string
  readonly date: IsoDate
  readonly start: string
  readonly end: string
  readonly venue: string
  readonly capacity: number
  /** Places that anybody may have now. */
  readonly free: number
  readonly waiting: number
  readonly audience: readonly string[]
  /** People put themselves forward; otherwise they are asked. */
  readonly selfApply: boolean
}

/** Something that is otherwise than it was, in one sentence. */
export interface BulletinChange {
  readonly day: IsoDate
  readonly text: string
}

/** What is told of training on one day; kept as it was sent. */
export interface Bulletin {
  /** `bulletin/2021-06-01`: the day it was made for. */
  readonly key: string
  readonly day: IsoDate
  /** Changes are told from this day on: the day of the bulletin before. */
  readonly since: IsoDate
  /** The last day of what is coming. */
  readonly until: IsoDate
  readonly editorial: string
  /** Earliest first. */
  readonly coming: readonly BulletinRun[]
  /** Runs of `coming` on which anybody may have a place, those with the most places first. */
  readonly free: readonly BulletinRun[]
  /** Latest first. */
  readonly changes: readonly BulletinChange[]
}

export interface BulletinSource {
  readonly courses: readonly Course[]
  readonly runs: readonly CourseRun[]
}

/**
 * Writes a bulletin from the register: what is held in the next weeks, where anybody may have a place, and what
 * changed since the last one. The same register gives the same bulletin.
 * @param since the day of the bulletin before
 */
export function composeBulletin(
  { courses, runs }: BulletinSource,
  { day, since, editorial }: { readonly day: IsoDate; readonly since: IsoDate; readonly editorial: string },
): Bulletin {
  const until = addDays(day, 7 * bulletinWeeks)
  const titled = new Map(courses.map((course) => [course.key, course]))
  const coming = runs
    .filter(({ date, status }) => date >= day && date <= until && (status === 'open' || status === 'planned'))
    .map((run) => lineOf(run, titled.get(run.courseKey), day))
    .sort((a, b) => `${a.date} ${a.start} ${a.title}`.localeCompare(`${b.date} ${b.start} ${b.title}`))
  const free = coming
    .filter((run) => run.free > 0)
    .sort((a, b) => b.free - a.free || a.date.localeCompare(b.date))
  const changes = [...runChanges(runs, titled, since, day), ...courseChanges(courses, since)]
  return {
    key: `bulletin/${day}`,
    ...{ day, since, until, editorial: editorial.trim(), coming, free },
    changes: changes.sort((a, b) => b.day.localeCompare(a.day) || a.text.localeCompare(b.text, 'en-GB')),
  }
}

/** Places of a run that anybody may have on a day: neither taken nor offered, nor still kept for a group. */
export function placesForAnybody(run: CourseRun, day: IsoDate): number {
  return run.status === 'open' ? placeCounts(run, day).open : 0
}

function lineOf(run: CourseRun, course: Course | undefined, day: IsoDate): BulletinRun {
  return {
    ...{ runKey: run.key, courseKey: run.courseKey, title: course?.title ?? run.courseKey },
    ...{ date: run.date, start: run.start, end: run.end, venue: run.venue, capacity: run.capacity },
    ...{ free: placesForAnybody(run, day), waiting: run.waiting.length },
    ...{ audience: course?.audience ?? [], selfApply: course?.selfApply ?? false },
  }
}

function runChanges(
  runs: readonly CourseRun[],
  titled: ReadonlyMap<string, Course>,
  since: IsoDate,
  today: IsoDate,
): readonly BulletinChange[] {
  return runs.flatMap((run) => {
    if (run.date < today) return []
    const title = titled.get(run.courseKey)?.title ?? run.courseKey
    const last = run.history.findLast(({ field }) => field === 'date' || field === 'status')
    const cancelled = run.status === 'cancelled'
    // A date that came in cancelled has no history, and is told of as long as its day is to come.
    if (!last) return cancelled ? [{ day: since, text: sayRunChange(run, title, 'cancelled') }] : []
    if (ukDay(last.at) < since) return []
    const what = cancelled ? 'cancelled' : last.field === 'date' ? 'moved' : 'new'
    return [{ day: ukDay(last.at), text: sayRunChange(run, title, what) }]
  })
}

function sayRunChange(run: CourseRun, title: string, what: 'cancelled' | 'moved' | 'new'): string {
  const why = run.changedWhy === '' ? '' : ` ${asSentence(run.changedWhy)}`
  if (what === 'cancelled') return `Cancelled: ${title} on ${writeDate(run.date)}.${why}`
  if (what === 'new') return `New date: ${title} on ${writeDate(run.date)}.`
  return `Moved: ${title} is now on ${writeDate(run.date)} at ${run.start}, ${run.venue}.${why}`
}

function courseChanges(courses: readonly Course[], since: IsoDate): readonly BulletinChange[] {
  return courses.flatMap(({ title, history }) =>
    history
      .filter(({ at, field }) => field === 'course' && ukDay(at) >= since)
      .map(({ at, to }) => ({
        day: ukDay(at),
        text: /^Added to the catalogue/.test(to)
          ? `New in the catalogue: ${title}.`
          : `${title}: ${asSentence(to.charAt(0).toLowerCase() + to.slice(1))}`,
      })),
  )
}

const asSentence = (words: string) => `${words.trim().replace(/[.!?]$/, '')}.`

/** The heading of a bulletin. */
export function bulletinTitle({ day }: Pick<Bulletin, 'day'>): string {
  return `Training bulletin, ${writeDate(day)}`
}

/** What is in it, in one sentence; all that a notification shows. */
export function bulletinSummary({ coming, free, changes }: Bulletin): string {
  const places = free.reduce((sum, run) => sum + run.free, 0)
  const dates = `${coming.length} ${coming.length === 1 ? 'date' : 'dates'} in the next ${bulletinWeeks} weeks`
  const open =
    places === 0
      ? 'no free places'
      : `${places} free ${places === 1 ? 'place' : 'places'} on ${free.length} of them`
  const news =
    changes.length === 0
      ? 'nothing changed'
      : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`
  return `${dates}, ${open}, ${news}.`
}

/** One date in one line: what, when, where. */
export function sayRun({ title, date, start, end, venue }: BulletinRun): string {
  return `${title}: ${writeDateAndWeekday(date)}, ${start} to ${end}, ${venue}`
}

/** What a date has to give: its free places and who waits. */
export function sayPlaces({ free, capacity, waiting }: BulletinRun): string {
  const waits = waiting === 0 ? '' : `, ${waiting} waiting`
  return free === 0 ? `full${waits}` : `${free} of ${capacity} places free${waits}`
}
