import { addDays, type IsoDate } from '../../domain/calendarDays.ts'
import type { CourseRun } from '../../domain/course.ts'
import { type Allotment, emptyRun } from '../../domain/runPlaces.ts'
import { force } from './participants.ts'
import { sampleVenues } from './venues.ts'

const hall = 'training-centre-hall'
const room2 = 'training-centre-room-2'
const school = 'detective-school-room-1'
const townHall = 'town-hall-committee-room'
const cobalt = 'cobalt-square-3'
const north = 'child-abuse-north'
const base = 'roads-policing-base'

const halfDay = { start: '09:30', end: '13:00' }
const bothTrainers = 'Fiona Grant and a social worker of Camden Council'

/** Dates on which courses of the sample are held: the last months, and the coming summer. */
export const sampleRuns: readonly CourseRun[] = [
  held('what-to-do-if', '2021-01-27', townHall, 30, halfDay),
  held('achieving-best-evidence', '2021-02-22', cobalt, 12),
  held('what-to-do-if', '2021-03-10', cobalt, 16, halfDay),
  held('traffic-patrol', '2021-03-17', base, 8),
  held('joint-investigation', '2021-03-23', cobalt, 16),
  held('safelives-programme', '2021-04-28', townHall, 30),
  held('what-to-do-if', '2021-05-12', townHall, 30, halfDay),
  held('joint-investigation', '2021-05-25', cobalt, 16),

  run('foundation-officers', '2021-06-07', hall, 48),
  run('foundation-officers', '2021-07-05', hall, 48),
  run('foundation-pcso', '2021-06-23', room2, 20),
  run('foundation-public-access', '2021-07-01', '', 15, { start: '10:00', end: '12:30' }),
  run('community-safety-unit', '2021-06-21', room2, 16, { minimum: 8 }),
  run('community-safety-unit', '2021-07-19', room2, 16, { minimum: 8 }),
  run('pip2', '2021-06-14', school, 24),
  run('safelives-programme', '2021-06-02', townHall, 30, { minimum: 8, trainer: 'SafeLives' }),
  run('safelives-programme', '2021-06-16', townHall, 30, { minimum: 8, trainer: 'SafeLives' }),
  run('safelives-programme', '2021-06-30', townHall, 30, { minimum: 8, trainer: 'SafeLives' }),
  run('public-protection-cpd', '2021-11-10', hall, 60, { status: 'planned' }),
  run('child-abuse-team-visit', '2021-06-28', north, 12),
  run('child-abuse-team-visit', '2021-06-29', north, 12),
  run('scaidp', '2021-10-04', school, 18),
  run('traffic-patrol', '2021-06-09', base, 8),
  run('traffic-patrol', '2021-07-14', base, 8),

  run('what-to-do-if', '2021-06-03', townHall, 30, {
    ...halfDay,
    ...{ status: 'cancelled', changedWhy: 'The committee room is closed for repairs.' },
  }),
  run('what-to-do-if', '2021-06-15', townHall, 30, {
    ...halfDay,
    ...{ minimum: 10, trainer: 'Karen Whitlock, Camden Council' },
    // Kept until a week before the day.
    allotments: [
      ...kept('2021-06-22', ['Camden Council', 'Camden', 6], ['Islington Council', 'Islington', 6]),
      ...kept('2021-06-22', ['North Central Integrated Care Board', '', 4], [force, '', 6]),
    ],
  }),
  run('achieving-best-evidence', '2021-06-21', cobalt, 12, { minimum: 6, trainer: bothTrainers }),
  run('joint-investigation', '2021-06-24', cobalt, 16, { minimum: 8, trainer: bothTrainers }),
  run('joint-investigation', '2021-07-08', cobalt, 16, {
    ...{ minimum: 8, trainer: bothTrainers },
    allotments: kept('2021-07-08', [force, '', 5], ['Lambeth Council', 'Lambeth', 4]),
  }),
  run('what-to-do-if', '2021-07-13', cobalt, 16, { ...halfDay, minimum: 8 }),
  run('achieving-best-evidence', '2021-07-19', cobalt, 12, {
    minimum: 6,
    allotments: kept('2021-07-19', [force, '', 4], ['Southwark Council', 'Southwark', 3]),
  }),
]

/** Places are kept until two weeks before the day. */
function kept(
  date: IsoDate,
  ...groups: readonly (readonly [agency: string, borough: string, places: number])[]
): readonly Allotment[] {
  return groups.map(([agency, borough, places]) => ({
    agency,
    borough,
    places,
    releaseOn: addDays(date, -14),
  }))
}

function held(
  courseKey: string,
  date: IsoDate,
  venueKey: string,
  capacity: number,
  more: Partial<CourseRun> = {},
): CourseRun {
  return run(courseKey, date, venueKey, capacity, { status: 'held', ...more })
}

function run(
  courseKey: string,
  date: IsoDate,
  venueKey: string,
  capacity: number,
  more: Partial<CourseRun> = {},
): CourseRun {
  const venue = sampleVenues.find(({ key }) => key === venueKey)?.name ?? 'Online (Microsoft Teams)'
  const times = { start: '09:00', end: '17:00' }
  return {
    ...emptyRun,
    key: `${courseKey}-${date}`,
    courseKey,
    date,
    ...times,
    venue,
    venueKey,
    capacity,
    ...more,
  }
}
