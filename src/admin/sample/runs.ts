import type { IsoDate } from '../../domain/calendarDays.ts'
import type { CourseRun } from '../../domain/course.ts'
import { emptyRun } from '../../domain/runPlaces.ts'

const trainingCentre = 'Training Centre, Room 2'

/** Dates around June and July 2021 on which courses of the sample are held. */
export const sampleRuns: readonly CourseRun[] = [
  run('foundation-officers', '2021-06-07', 'Training Centre, Lecture Hall', 48),
  run('foundation-officers', '2021-07-05', 'Training Centre, Lecture Hall', 48),
  run('foundation-pcso', '2021-06-23', trainingCentre, 20),
  run('foundation-public-access', '2021-07-01', 'Online (Microsoft Teams)', 15, '10:00', '12:30'),
  run('community-safety-unit', '2021-06-21', trainingCentre, 16),
  run('community-safety-unit', '2021-07-19', trainingCentre, 16),
  run('pip2', '2021-06-14', 'Detective School, Room 1', 24),
  run('safelives-programme', '2021-06-02', 'Town Hall, Committee Room', 30),
  run('safelives-programme', '2021-06-16', 'Town Hall, Committee Room', 30),
  run('safelives-programme', '2021-06-30', 'Town Hall, Committee Room', 30),
  run('public-protection-cpd', '2021-11-10', 'Training Centre, Lecture Hall', 60),
  run('child-abuse-team-visit', '2021-06-28', 'Child abuse team offices, North', 12),
  run('child-abuse-team-visit', '2021-06-29', 'Child abuse team offices, North', 12),
  run('scaidp', '2021-10-04', 'Detective School, Room 1', 18),
  run('traffic-patrol', '2021-06-09', 'Roads Policing Base', 8),
  run('traffic-patrol', '2021-07-14', 'Roads Policing Base', 8),
]

function run(
  courseKey: string,
  date: IsoDate,
  venue: string,
  capacity: number,
  start = '09:00',
  end = '17:00',
): CourseRun {
  return { ...emptyRun, key: `${courseKey}-${date}`, courseKey, date, start, end, venue, capacity }
}
