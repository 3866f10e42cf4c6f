import { addDays, type IsoDate, lastDayOfMonth } from './calendarDays.ts'
import { type CoverCounts, type CoverPoint, type CoverRollUp, coverStates, type OpenNeed } from './cover.ts'
import { rolesAdded, rolesOf } from './coverByRole.ts'
import {
  isGood,
  nextChangeOf,
  type Placed,
  type Standing,
  standingOf,
  type Taken,
  tellBefore,
  tellLapsedFor,
} from './coverRules.ts'
import type { Requirement } from './requirement.ts'

/** The team that stands for everybody. */
export const wholeForce = '*'

export const noOne: CoverCounts = { current: 0, due: 0, 'in-grace': 0, lapsed: 0, never: 0, exempt: 0 }

/** The key of a team's figure. */
export function rollUpKey(requirement: string, team: string): string {
  return `${requirement}/${team}`
}

/** Those who have it now. */
export function coveredOf(counts: CoverCounts): number {
  return counts.current + counts.due
}

/** Those who should have it now: whoever is exempt or still in their grace is not among them. */
export function neededOf(counts: CoverCounts): number {
  return coveredOf(counts) + counts.lapsed + counts.never
}

/** Per cent, rounded down so that 94.9 is never shown as 95; null where nobody needs it. */
export function percentOf(covered: number, needed: number): number | null {
  return needed === 0 ? null : Math.floor((covered * 100) / needed)
}

/** A member of a team with what they have finished. */
export interface TrainedMember extends Placed {
  readonly name: string
  readonly completions: readonly Taken[]
}

/** More than this a note does not hold. */
const mostOpen = 500

/**
 * The cover of one team by one requirement, counted from its people.
 * @param before the figure as it stood, for the course of it; null when there was none
 */
export function rollUpTeam(
  requirement: Requirement,
  team: string,
  members: readonly TrainedMember[],
  today: IsoDate,
  before: Pick<CoverRollUp, 'points'> | null,
): CoverRollUp {
  const counts: Record<keyof CoverCounts, number> = { ...noOne }
  const open: OpenNeed[] = []
  let nextChange: IsoDate | null = null
  const standings: (readonly [TrainedMember, Standing])[] = []
  for (const member of members) {
    nextChange = earlier(nextChange, nextChangeOf(requirement, member, member.completions, today))
    const standing = standingOf(requirement, member, member.completions, today)
    if (!standing) continue
    counts[standing.state] += 1
    standings.push([member, standing])
    if (standing.state === 'current' || standing.state === 'exempt' || standing.by === null) continue
    open.push({ person: member.key, personName: member.name, state: standing.state, by: standing.by })
  }
  const pressing = open.sort(byDay)
  return {
    ...{ key: rollUpKey(requirement.key, team), requirement: requirement.key, team, asAt: today, counts },
    roles: rolesOf(standings.map(([{ role }, { state }]) => [role, state])),
    newcomers: newcomersOf(requirement, members, standings, today),
    nextChange,
    points: addPoint(before?.points ?? [], pointOf(counts, today)),
    open: pressing.slice(0, mostOpen),
    openMore: Math.max(0, pressing.length - mostOpen),
  }
}

function byDay(one: OpenNeed, other: OpenNeed): number {
  return one.by.localeCompare(other.by) || one.person.localeCompare(other.person)
}

/** Those without the course who came into the role after the team last had it. */
function newcomersOf(
  requirement: Requirement,
  members: readonly TrainedMember[],
  standings: readonly (readonly [TrainedMember, Standing])[],
  today: IsoDate,
): number {
  let lastHeld = ''
  for (const { completions } of members)
    for (const one of completions)
      if (
        one.courseKey === requirement.courseKey &&
        isGood(one) &&
        one.completedOn <= today &&
        one.completedOn > lastHeld
      )
        lastHeld = one.completedOn
  // Where it was never held, everybody is uncovered and nobody is a newcomer since.
  if (lastHeld === '') return 0
  return standings.filter(
    ([member, { state }]) =>
      member.inRoleSince > lastHeld && (state === 'in-grace' || state === 'never' || state === 'lapsed'),
  ).length
}

/** The cover of the force: its teams added up. */
export function rollUpForce(
  requirement: Pick<Requirement, 'key'>,
  teams: readonly CoverRollUp[],
  today: IsoDate,
  before: Pick<CoverRollUp, 'points'> | null,
): CoverRollUp {
  const counts: Record<keyof CoverCounts, number> = { ...noOne }
  let newcomers = 0
  for (const team of teams) {
    for (const state of coverStates) counts[state] += team.counts[state]
    newcomers += team.newcomers
  }
  return {
    ...{ key: rollUpKey(requirement.key, wholeForce), requirement: requirement.key, team: wholeForce },
    ...{ asAt: today, counts, roles: rolesAdded(teams.flatMap(({ roles }) => roles)), newcomers },
    // The teams' own days bring it round; asking for it by itself would bring every team of the force round.
    nextChange: null,
    points: addPoint(before?.points ?? [], pointOf(counts, today)),
    open: [],
    openMore: 0,
  }
}

function pointOf(counts: CoverCounts, day: IsoDate): CoverPoint {
  return { day, covered: coveredOf(counts), needed: neededOf(counts) }
}

/** Months that are worked out backwards when something is counted for the first time. */
const monthsBack = 12

/**
 * The force's figure at the end of each of the last twelve months, from what is known now: what was finished and who
 * was there. So that cover over time begins before the day on which it was first counted.
 */
export function pastPoints(
  requirement: Requirement,
  members: readonly TrainedMember[],
  today: IsoDate,
): readonly CoverPoint[] {
  const concerned = members.filter(({ role }) => requirement.roles.includes(role))
  const [year = 0, month = 1] = today.split('-').map(Number)
  let points: readonly CoverPoint[] = []
  for (let back = monthsBack; back > 0; back -= 1) {
    const day = lastDayOfMonth(year, month - back)
    if (day < requirement.from) continue
    const counts: Record<keyof CoverCounts, number> = { ...noOne }
    for (const member of concerned) {
      const standing = standingOf(requirement, member, member.completions, day)
      if (standing) counts[standing.state] += 1
    }
    points = addPoint(points, pointOf(counts, day))
  }
  return points
}

/** More than this a note does not hold beside the rest: two years of daily changes. */
const mostPoints = 730

/** Adds a day's figure where it differs from the last; the same day's later figure replaces the earlier. */
export function addPoint(points: readonly CoverPoint[], point: CoverPoint): readonly CoverPoint[] {
  const earlierPoints = points.filter(({ day }) => day < point.day)
  const last = earlierPoints.at(-1)
  if (last && last.covered === point.covered && last.needed === point.needed) return earlierPoints
  const all = [...earlierPoints, point]
  return all.length <= mostPoints ? all : thinned(all)
}

/** Of the older half, the last figure of each month stays. */
function thinned(points: readonly CoverPoint[]): readonly CoverPoint[] {
  const half = Math.floor(points.length / 2)
  const old = points.slice(0, half)
  const months = old.filter(({ day }, at) => day.slice(0, 7) !== old[at + 1]?.day.slice(0, 7))
  return [...months, ...points.slice(half)]
}

function earlier(one: IsoDate | null, other: IsoDate | null): IsoDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

/** The first day on which somebody of the team is to be told; null when nobody is. */
export function tellFrom({ open, asAt }: Pick<CoverRollUp, 'open' | 'asAt'>): IsoDate | null {
  const days = open
    .filter(({ by }) => addDays(by, tellLapsedFor) >= asAt)
    .map(({ by }) => addDays(by, -Math.max(...tellBefore)))
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first))
}

/** Whether two figures of a team say the same, whenever they were counted. */
export function sameFigure(one: CoverRollUp, other: CoverRollUp): boolean {
  return (
    coverStates.every((state) => one.counts[state] === other.counts[state]) &&
    one.newcomers === other.newcomers &&
    one.nextChange === other.nextChange &&
    one.openMore === other.openMore &&
    JSON.stringify(one.roles) === JSON.stringify(other.roles) &&
    JSON.stringify(one.open) === JSON.stringify(other.open) &&
    JSON.stringify(one.points) === JSON.stringify(other.points)
  )
}
