import type { Booking } from './booking.ts'
import type { IsoDate } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import { outcomeOf, type Tally, tallyOf } from './placeTally.ts'
import type { DayRange } from './quarters.ts'

/** Figures of some runs: what was offered, what was booked, who came. */
export interface RunFigures extends Tally {
  readonly runs: number
  /** Places offered on them. */
  readonly capacity: number
  /** Places on which nobody sat; a place whose attendance is not recorded yet is not called unused. */
  readonly unused: number
}

export interface CourseFigures extends RunFigures {
  readonly courseKey: string
}

export interface DateFigures extends RunFigures {
  readonly run: CourseRun
}

/** Figures of the people of an agency or a borough, and what became of the places that were kept for it. */
export interface GroupFigures extends Tally {
  /** Empty for people of whom nobody has said. */
  readonly name: string
  readonly allotted: number
  /** Places that were kept for it and that none of its people had on the day. */
  readonly allottedUnused: number
}

/** What happened on the runs of a range of days. */
export interface ManagementInformation {
  readonly range: DayRange
  readonly asAt: IsoDate
  readonly all: RunFigures
  readonly cancelledRuns: number
  /** Runs of the range that are still to come; nothing of them is counted. */
  readonly toCome: number
  readonly byCourse: readonly CourseFigures[]
  readonly byAgency: readonly GroupFigures[]
  readonly byBorough: readonly GroupFigures[]
  /** Earliest first. */
  readonly byRun: readonly DateFigures[]
}

/**
 * Counts what became of places. Only runs that are over count: those before the day, and those marked as held.
 * @param runs of any days; those outside the range are left out, and so are bookings of other runs
 */
export function informationOf(
  { runs, bookings }: { readonly runs: readonly CourseRun[]; readonly bookings: readonly Booking[] },
  range: DayRange,
  asAt: IsoDate,
): ManagementInformation {
  const within = runs.filter(({ date }) => date >= range.from && date <= range.to)
  const cancelled = within.filter(({ status }) => status === 'cancelled')
  const going = within.filter(({ status }) => status !== 'cancelled')
  const over = going.filter((run) => run.status === 'held' || run.date < asAt)
  const ofRun = Map.groupBy(bookings, ({ runKey }) => runKey)
  const bookingsOf = (some: readonly CourseRun[]) => some.flatMap(({ key }) => ofRun.get(key) ?? [])
  const figures = (some: readonly CourseRun[]) => runFigures(some, bookingsOf)
  const inOrder = over.toSorted((a, b) => `${a.date} ${a.start}`.localeCompare(`${b.date} ${b.start}`))
  return {
    range,
    asAt,
    all: figures(over),
    cancelledRuns: cancelled.length,
    toCome: going.length - over.length,
    byCourse: [...Map.groupBy(inOrder, ({ courseKey }) => courseKey)].map(([courseKey, some]) => ({
      courseKey,
      ...figures(some),
    })),
    byAgency: groupFigures(over, bookingsOf(over), 'organisation', 'agency'),
    byBorough: groupFigures(over, bookingsOf(over), 'borough', 'borough'),
    byRun: inOrder.map((run) => ({ run, ...figures([run]) })),
  }
}

function runFigures(
  runs: readonly CourseRun[],
  bookingsOf: (some: readonly CourseRun[]) => readonly Booking[],
): RunFigures {
  const unused = runs.map((run) => {
    const { attended, notRecorded } = tallyOf(bookingsOf([run]))
    return Math.max(0, run.capacity - attended - notRecorded)
  })
  return {
    ...tallyOf(bookingsOf(runs)),
    runs: runs.length,
    capacity: runs.reduce((sum, { capacity }) => sum + capacity, 0),
    unused: unused.reduce((sum, count) => sum + count, 0),
  }
}

const hadPlace: ReadonlySet<string> = new Set(['attended', 'no-show', 'not-recorded'])

function groupFigures(
  runs: readonly CourseRun[],
  bookings: readonly Booking[],
  by: 'organisation' | 'borough',
  allottedBy: 'agency' | 'borough',
): readonly GroupFigures[] {
  const people = Map.groupBy(bookings, (booking) => booking[by])
  const kept = new Map<string, { allotted: number; unused: number }>()
  for (const run of runs)
    for (const allotment of run.allotments) {
      const name = allotment[allottedBy]
      if (name === '') continue
      const taken = bookings.filter(
        (one) =>
          one.runKey === run.key &&
          one.organisation === allotment.agency &&
          (allotment.borough === '' || one.borough === allotment.borough) &&
          hadPlace.has(outcomeOf(one)),
      ).length
      const before = kept.get(name) ?? { allotted: 0, unused: 0 }
      kept.set(name, {
        allotted: before.allotted + allotment.places,
        unused: before.unused + Math.max(0, allotment.places - taken),
      })
    }
  return [...new Set([...people.keys(), ...kept.keys()])]
    .map((name) => ({
      name,
      ...tallyOf(people.get(name) ?? []),
      allotted: kept.get(name)?.allotted ?? 0,
      allottedUnused: kept.get(name)?.unused ?? 0,
    }))
    .sort((a, b) => b.registered - a.registered || a.name.localeCompare(b.name, 'en-GB'))
}
