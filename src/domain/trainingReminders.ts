import type { Booking } from './booking.ts'
import { daysBetween, type IsoDate } from './calendarDays.ts'
import type { CoverRollUp, OpenNeed } from './cover.ts'
import { tellBefore, tellLapsedFor } from './coverRules.ts'
import type { PostHolder } from './post.ts'
import type { TrainingRule, TrainingSubject } from './reminderLines.ts'
import type { Requirement } from './requirement.ts'

/** What one person is to be told of training that they need. */
export interface TrainingDue {
  readonly person: PostHolder
  readonly rule: TrainingRule
  readonly subject: TrainingSubject
  /** The day by which they need it, or needed it. */
  readonly by: IsoDate
}

/** What the ledger calls the subject of such a reminder. */
export function trainingKey(requirement: string): string {
  return `training/${requirement}`
}

const [early, late] = tellBefore
const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Under which rule somebody is told on a day; null on days on which nobody is. */
export function trainingRule(by: IsoDate, today: IsoDate): TrainingRule | null {
  const left = daysBetween(today, by)
  if (left < 0) return left >= -tellLapsedFor ? 'training-lapsed' : null
  if (left <= late) return 'training-due-7'
  return left <= early ? 'training-due-30' : null
}

/** A place that somebody has, as far as it matters here. */
export type PlaceHeld = Pick<Booking, 'person' | 'courseKey' | 'runDate' | 'state'>

/**
 * Who is to be told on a day, from the figures of their teams. Whoever has a place on a date that comes in time is
 * left alone. People without an account cannot be told here; their team's list names them.
 * @param places bookings for the day and later
 */
export function trainingDues(
  figures: readonly Pick<CoverRollUp, 'requirement' | 'open'>[],
  requirements: readonly Requirement[],
  today: IsoDate,
  places: readonly PlaceHeld[] = [],
): readonly TrainingDue[] {
  const asked = new Map(requirements.map((one) => [one.key, one]))
  return figures.flatMap(({ requirement: key, open }) => {
    const requirement = asked.get(key)
    if (!requirement) return []
    const unserved = open.filter((need) => !places.some((place) => serves(place, requirement, need, today)))
    return unserved.flatMap((need) => dueOf(requirement, need, today))
  })
}

/** Whether a place is on a date in time; where it is late already, any date to come is as soon as can be. */
function serves(place: PlaceHeld, { courseKey }: Requirement, need: OpenNeed, today: IsoDate): boolean {
  const { person, state, runDate } = place
  if (person !== need.person || place.courseKey !== courseKey || state !== 'booked') return false
  return runDate >= today && (need.by < today || runDate <= need.by)
}

function dueOf(requirement: Requirement, need: OpenNeed, today: IsoDate): readonly TrainingDue[] {
  const rule = trainingRule(need.by, today)
  if (rule === null || !objectId.test(need.person)) return []
  const person = { objectId: need.person, name: need.personName, address: '' }
  const { key, title, because } = requirement
  return [{ person, rule, subject: { requirement: key, title, because }, by: need.by }]
}
