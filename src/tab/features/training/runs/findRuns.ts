import { placeCounts } from '../../../../domain/allotments.ts'
import { addDays, type IsoDate, lastDayOfMonth } from '../../../../domain/calendarDays.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import type { Stored } from '../../../../usecases/ports.ts'

/** What is shown of the dates, as the address keeps it. */
export interface RunsView {
  readonly look: 'list' | 'calendar'
  readonly search: string
  /** Dates that are over. */
  readonly past: boolean
  /** Only dates with a place that anybody may have. */
  readonly free: boolean
  /** The month of the calendar, `YYYY-MM`; empty for the first with a date. */
  readonly month: string
}

/** A date with its course; null where the catalogue has lost the course. */
export interface DatedRun {
  readonly id: string
  readonly run: CourseRun
  readonly course: Course | null
}

/** Reads the view out of the address. */
export function readRunsView(query: string | undefined): RunsView {
  const given = new URLSearchParams(query ?? '')
  return {
    look: given.get('look') === 'calendar' ? 'calendar' : 'list',
    search: given.get('find') ?? '',
    past: given.has('past'),
    free: given.has('free'),
    month: /^\d{4}-\d{2}$/.test(given.get('month') ?? '') ? (given.get('month') ?? '') : '',
  }
}

/** Writes the view into the address; what is as usual is left out. */
export function writeRunsView(view: RunsView): string {
  const query = new URLSearchParams()
  if (view.look === 'calendar') query.set('look', 'calendar')
  if (view.search !== '') query.set('find', view.search)
  if (view.past) query.set('past', '1')
  if (view.free) query.set('free', '1')
  if (view.month !== '') query.set('month', view.month)
  return query.toString()
}

/** The dates in their order, each with its course. */
export function datedRuns(
  runs: readonly Stored<CourseRun>[],
  courses: readonly Stored<Course>[],
): readonly DatedRun[] {
  const byKey = new Map(courses.map(({ value }) => [value.key, value]))
  return runs
    .map(({ id, value }) => ({ id, run: value, course: byKey.get(value.courseKey) ?? null }))
    .sort((one, other) => whenOf(one).localeCompare(whenOf(other)))
}

const whenOf = ({ run }: DatedRun) => `${run.date} ${run.start} ${run.key}`

/** What a person calls the date: its course's title. */
export function titleOf({ run, course }: Pick<DatedRun, 'run' | 'course'>): string {
  return course?.title ?? run.courseKey
}

/** The dates that fit the view; the newest first among those that are over. */
export function findRuns(all: readonly DatedRun[], view: RunsView, today: IsoDate): readonly DatedRun[] {
  const wanted = view.search.trim().toLowerCase()
  const found = all.filter(
    (one) =>
      one.run.date < today === view.past &&
      (!view.free || (one.run.status === 'open' && placeCounts(one.run, today).open > 0)) &&
      [titleOf(one), one.run.venue, one.run.trainer].some((words) => words.toLowerCase().includes(wanted)),
  )
  return view.past ? found.toReversed() : found
}

/** The days of a month by weeks, from Monday; days of its neighbours are null. */
export function weeksOf(month: string): readonly (readonly (IsoDate | null)[])[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = lastDayOfMonth(year, number)
  const first = `${month}-01`
  const offset = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const days: (IsoDate | null)[] = Array.from({ length: offset }, () => null)
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** The month so many months later, `YYYY-MM`. */
export function monthLater(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
