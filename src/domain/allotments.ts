import type { IsoDate } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import type { Allotment } from './runPlaces.ts'

/** Whom a place counts against. */
export interface PlaceGroup {
  readonly agency: string
  readonly borough: string
}

/** An allotment that still keeps places back, and how many of them are taken. */
export interface KeptPlaces {
  readonly allotment: Allotment
  readonly taken: number
  /** Places that are still kept for the group. */
  readonly left: number
}

type Places = Pick<CourseRun, 'capacity' | 'allotments' | 'seats'>

/**
 * The allotments that still keep places back on a day; on the day of their release they no longer do. Those for one
 * borough come before those for a whole agency, as they are filled.
 */
export function keptPlaces(run: Places, today: IsoDate): readonly KeptPlaces[] {
  const kept = run.allotments
    .filter((one) => one.releaseOn > today)
    .toSorted((one, other) => Number(one.borough === '') - Number(other.borough === ''))
    .map((allotment) => ({ allotment, taken: 0 }))
  for (const seat of run.seats) {
    const filled = kept.find(({ allotment, taken }) => taken < allotment.places && isFor(allotment, seat))
    if (filled) filled.taken += 1
  }
  return kept.map(({ allotment, taken }) => ({ allotment, taken, left: allotment.places - taken }))
}

/** Places that somebody of the group could have now. Never negative. */
export function roomFor(run: Places, group: PlaceGroup, today: IsoDate): number {
  const keptForOthers = keptPlaces(run, today)
    .filter(({ allotment }) => !isFor(allotment, group))
    .reduce((sum, { left }) => sum + left, 0)
  return Math.max(0, run.capacity - run.seats.length - keptForOthers)
}

/** The figures of a run's places on a day. `open` are free and kept for nobody. */
export interface PlaceCounts {
  readonly capacity: number
  readonly booked: number
  readonly offered: number
  readonly free: number
  readonly kept: number
  readonly open: number
  readonly waiting: number
}

/** Counts the places of a run on a day. */
export function placeCounts(run: Places & Pick<CourseRun, 'waiting'>, today: IsoDate): PlaceCounts {
  const offered = run.seats.filter((seat) => seat.state === 'offered').length
  const free = Math.max(0, run.capacity - run.seats.length)
  const kept = Math.min(
    free,
    keptPlaces(run, today).reduce((sum, { left }) => sum + left, 0),
  )
  return {
    capacity: run.capacity,
    booked: run.seats.length - offered,
    offered,
    free,
    kept,
    open: free - kept,
    waiting: run.waiting.length,
  }
}

/** The day on which the next allotment gives its places up; null when none keeps any. */
export function nextRelease(run: Places, today: IsoDate): IsoDate | null {
  const days = keptPlaces(run, today)
    .filter(({ left }) => left > 0)
    .map(({ allotment }) => allotment.releaseOn)
  return days.sort()[0] ?? null
}

export type AllotmentRefusal =
  | 'too-many-allotted'
  | 'no-agency'
  | 'allotted-twice'
  | 'no-places'
  | 'bad-release'

/**
 * Says what is wrong with allotments, or null. People who have a place keep it, so what is kept back has to fit in
 * beside them.
 */
export function allotmentRefusal(
  run: Places & Pick<CourseRun, 'date'>,
  allotments: readonly Allotment[],
  today: IsoDate,
): AllotmentRefusal | null {
  const names = allotments.map((one) => `${plain(one.agency)}/${plain(one.borough)}`)
  if (allotments.some((one) => one.agency.trim() === '')) return 'no-agency'
  if (new Set(names).size < names.length) return 'allotted-twice'
  if (allotments.some((one) => !Number.isInteger(one.places) || one.places < 1)) return 'no-places'
  if (allotments.some((one) => !/^\d{4}-\d{2}-\d{2}$/.test(one.releaseOn) || one.releaseOn > run.date))
    return 'bad-release'
  const left = keptPlaces({ ...run, allotments }, today).reduce((sum, one) => sum + one.left, 0)
  return run.seats.length + left > run.capacity ? 'too-many-allotted' : null
}

function isFor(allotment: Allotment, group: PlaceGroup): boolean {
  if (plain(allotment.agency) !== plain(group.agency)) return false
  return allotment.borough === '' || plain(allotment.borough) === plain(group.borough)
}

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()
