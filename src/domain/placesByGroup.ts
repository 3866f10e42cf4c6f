import { keptPlaces } from './allotments.ts'
import type { IsoDate } from './calendarDays.ts'
import type { CourseRun } from './course.ts'

/** The places of a run that one agency, or one borough of it, has or keeps. */
export interface GroupPlaces {
  readonly agency: string
  /** Empty where the agency is not divided by boroughs. */
  readonly borough: string
  readonly booked: number
  readonly offered: number
  /** Places kept for the group that nobody has taken yet. */
  readonly kept: number
  /** The day from which anybody may have them; null where none is kept. */
  readonly releaseOn: IsoDate | null
  readonly waiting: number
}

/** Who has the places of a run, by agency and borough, the names in the order of the alphabet. */
export function placesByGroup(run: CourseRun, today: IsoDate): readonly GroupPlaces[] {
  const groups = new Map<string, GroupPlaces>()
  const add = (agency: string, borough: string, more: (group: GroupPlaces) => Partial<GroupPlaces>) => {
    const name = `${plain(agency)}/${plain(borough)}`
    const group = groups.get(name) ?? { ...nothing, agency, borough }
    groups.set(name, { ...group, ...more(group) })
  }
  for (const { allotment, left } of keptPlaces(run, today))
    add(allotment.agency, allotment.borough, ({ kept }) => ({
      kept: kept + left,
      releaseOn: left > 0 ? allotment.releaseOn : null,
    }))
  for (const seat of run.seats)
    add(seat.agency, seat.borough, ({ booked, offered }) =>
      seat.state === 'booked' ? { booked: booked + 1 } : { offered: offered + 1 },
    )
  for (const one of run.waiting) add(one.agency, one.borough, ({ waiting }) => ({ waiting: waiting + 1 }))
  return [...groups.values()].sort(
    (one, other) => one.agency.localeCompare(other.agency) || one.borough.localeCompare(other.borough),
  )
}

const nothing = { booked: 0, offered: 0, kept: 0, releaseOn: null, waiting: 0 }

const plain = (name: string) => name.trim().toLowerCase()
