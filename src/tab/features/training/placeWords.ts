import type { PlaceCounts } from '../../../domain/allotments.ts'
import type { BookingState } from '../../../domain/booking.ts'
import type { CourseRun } from '../../../domain/course.ts'

/** The step of the ladder on which somebody stands. */
export const stateWords: Readonly<Record<BookingState, string>> = {
  requested: 'Asked for',
  approved: 'Agreed to',
  waiting: 'Waiting',
  offered: 'Offered',
  booked: 'Booked',
  declined: 'Declined',
  withdrawn: 'Given back',
  'no-show': 'Did not come',
  partly: 'Partly there',
  attended: 'Was there',
  passed: 'Passed',
  failed: 'Did not pass',
}

/** `1 place`, `16 places`. */
export function count(many: number, one: string, several = `${one}s`): string {
  return `${many} ${many === 1 ? one : several}`
}

/** The places of a run in one line: `11 of 12 booked, 1 offered, 4 waiting`. */
export function sayPlaces({ capacity, booked, offered, kept, open, waiting }: PlaceCounts): string {
  const parts = [`${booked} of ${capacity} booked`]
  if (offered > 0) parts.push(`${offered} offered`)
  if (kept > 0) parts.push(`${kept} kept`)
  parts.push(open > 0 ? `${open} free` : kept > 0 ? 'none free for everybody' : 'none free')
  if (waiting > 0) parts.push(`${waiting} waiting`)
  return parts.join(', ')
}

/** What was booked of a run that is over. */
export function sayHeld({ capacity, booked }: PlaceCounts): string {
  return `${booked} of ${capacity} places were booked`
}

/** The group's name with its borough: `Camden Council (Camden)`. */
export function sayGroup(agency: string, borough: string): string {
  const name = agency === '' ? 'No organisation named' : agency
  return borough === '' || agency.includes(borough) ? name : `${name} (${borough})`
}

/** `9:30 to 13:00` without what nobody needs to read twice. */
export function sayTimes({ start, end }: Pick<CourseRun, 'start' | 'end'>): string {
  return `${start} to ${end}`
}

/** How far away a day is, for somebody who plans: `today`, `tomorrow`, `in 14 days`, `3 weeks ago`. */
export function sayAway(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
