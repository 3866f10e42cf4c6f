import { addMonths } from './addMonths.ts'
import { addDays, type IsoDate } from './calendarDays.ts'
import type { Completion } from './completion.ts'
import type { CoverState } from './cover.ts'
import type { Requirement } from './requirement.ts'
import type { StaffMember } from './staff.ts'

/** Days before it lapses from which training counts as due. */
export const dueWithin = 90

/** Days before and after the day by which training is needed on which people are told of it. */
export const tellBefore = [30, 7] as const
/** Days after it lapsed during which people are still told; then it is their team's list that shows it. */
export const tellLapsedFor = 14

/** What a person's completion is for the rules of cover. */
export type Taken = Pick<Completion, 'courseKey' | 'completedOn' | 'result' | 'expiresOn'>
/** What a person is for the rules of cover. */
export type Placed = Pick<StaffMember, 'key' | 'role' | 'inRoleSince' | 'until'>

/** How one person stands towards one requirement on a day. */
export interface Standing {
  readonly state: CoverState
  /**
   * The day by which they need it: the last day on which what they have counts, the end of their grace, or the day it
   * should have been by. Null for what never ends.
   */
  readonly by: IsoDate | null
  /** The day on which they last finished the course with success; null when never. */
  readonly taken: IsoDate | null
}

/** The last day on which a completion counts towards a requirement; null when it counts for ever. */
export function countsUntil(requirement: Requirement, taken: Taken): IsoDate | null {
  const months = requirement.everyMonths
  switch (requirement.kind) {
    case 'every':
      return months === null ? null : addMonths(taken.completedOn, months)
    case 'certificate':
      return taken.expiresOn ?? (months === null ? null : addMonths(taken.completedOn, months))
    default:
      // What was taken once, or at a visit of the team, stays taken.
      return null
  }
}

/** Whether the requirement asks anything of the person on a day, exempt or not. */
export function isNeededBy(requirement: Requirement, member: Placed, today: IsoDate): boolean {
  return (
    !requirement.retired &&
    requirement.from <= today &&
    requirement.roles.includes(member.role) &&
    member.inRoleSince <= today &&
    (member.until === null || member.until >= today)
  )
}

/**
 * The last day on which somebody who never took the course does not count as uncovered: so many days after they came
 * into the role or the requirement began. Where teams are visited in turn, the next visit has until so many months after
 * they came (IX/3841/20).
 */
export function graceUntil(requirement: Requirement, member: Pick<Placed, 'inRoleSince'>): IsoDate {
  const since = member.inRoleSince > requirement.from ? member.inRoleSince : requirement.from
  if (requirement.kind === 'rotational' && requirement.everyMonths !== null)
    return addMonths(since, requirement.everyMonths)
  return addDays(since, requirement.graceDays)
}

/** How a person stands towards a requirement; null when it asks nothing of them. */
export function standingOf(
  requirement: Requirement,
  member: Placed,
  completions: readonly Taken[],
  today: IsoDate,
): Standing | null {
  if (!isNeededBy(requirement, member, today)) return null
  const best = lastsLongest(requirement, completions, today)
  const taken = best?.taken ?? null
  const exemption = exemptionOf(requirement, member, today)
  if (exemption) return { state: 'exempt', by: exemption.until, taken }
  if (best && (best.until === null || best.until >= today)) {
    const isDue = best.until !== null && best.until <= addDays(today, dueWithin)
    return { state: isDue ? 'due' : 'current', by: best.until, taken }
  }
  const grace = graceUntil(requirement, member)
  if (today <= grace) return { state: 'in-grace', by: grace, taken }
  return best ? { state: 'lapsed', by: best.until, taken } : { state: 'never', by: grace, taken }
}

interface Lasting {
  readonly taken: IsoDate
  readonly until: IsoDate | null
}

/** Of what somebody finished with success, what counts longest. */
function lastsLongest(
  requirement: Requirement,
  completions: readonly Taken[],
  today: IsoDate,
): Lasting | null {
  return completions
    .filter((one) => isGood(one) && one.courseKey === requirement.courseKey && one.completedOn <= today)
    .map((one): Lasting => ({ taken: one.completedOn, until: countsUntil(requirement, one) }))
    .reduce<Lasting | null>((best, one) => (best === null || isBetter(one, best) ? one : best), null)
}

function isBetter(one: Lasting, best: Lasting): boolean {
  return longer(one.until, best.until) || (one.until === best.until && one.taken > best.taken)
}

const longer = (one: IsoDate | null, other: IsoDate | null) => other !== null && (one === null || one > other)

/** Whether somebody who finished like this has what the course gives. */
export function isGood({ result }: Pick<Taken, 'result'>): boolean {
  return result === 'completed' || result === 'passed'
}

function exemptionOf(requirement: Requirement, member: Pick<Placed, 'key'>, today: IsoDate) {
  return requirement.exemptions.find(
    ({ person, until }) => person === member.key && (until === null || until >= today),
  )
}

/**
 * The first day after today on which a person's standing, or what they are to be told of it, changes by the calendar
 * alone; null when it never does. It may name a day on which nothing changes, and never one too late.
 */
export function nextChangeOf(
  requirement: Requirement,
  member: Placed,
  completions: readonly Taken[],
  today: IsoDate,
): IsoDate | null {
  if (requirement.retired || !requirement.roles.includes(member.role)) return null
  const days = [member.inRoleSince, requirement.from, ...around(graceUntil(requirement, member))]
  if (member.until !== null) days.push(addDays(member.until, 1))
  for (const { person, until } of requirement.exemptions)
    if (person === member.key && until !== null) days.push(addDays(until, 1))
  for (const one of completions) {
    if (one.courseKey !== requirement.courseKey || !isGood(one)) continue
    days.push(one.completedOn)
    const until = countsUntil(requirement, one)
    if (until !== null) days.push(addDays(until, -dueWithin), ...around(until))
  }
  const later = days.filter((day) => day > today)
  return later.length === 0 ? null : later.reduce((first, day) => (day < first ? day : first))
}

/** The days around a last day on which somebody is told something, or is uncovered. */
function around(last: IsoDate): readonly IsoDate[] {
  return [
    ...tellBefore.map((days) => addDays(last, -days)),
    addDays(last, 1),
    addDays(last, tellLapsedFor + 1),
  ]
}
