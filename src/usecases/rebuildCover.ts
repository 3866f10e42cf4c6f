import type { IsoDate } from '../domain/calendarDays.ts'
import type { CoverRollUp } from '../domain/cover.ts'
import { pastPoints, rollUpForce, wholeForce } from '../domain/coverRollUps.ts'
import { isGood, type Taken } from '../domain/coverRules.ts'
import { requirementPrint, tallyTeam, trainedMembers } from '../domain/coverTally.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { StaffMember } from '../domain/staff.ts'
import type { CoverDeps, CoverUpdate } from './coverDeps.ts'
import { type HeldProgress, keepCoverProgress, readCoverProgress } from './coverProgress.ts'
import type { Stored } from './ports.ts'
import { byKeyOf, writeFigures } from './writeCover.ts'

/**
 * Counts the cover of every team from the lists themselves: the first time, after something was deleted, and where so
 * much changed that it is cheaper. It reads each list once, page by page, and keeps of a completion only what the rules
 * look at. Throws `M365Error`; what was written stays, and counting again comes to the same.
 */
export async function rebuildCover(
  deps: CoverDeps,
  today: IsoDate,
  held?: HeldProgress,
): Promise<CoverUpdate> {
  const { row } = held ?? (await readCoverProgress(deps.settings))
  const requirements = (await deps.requirements.all()).rows.map(({ value }) => value)
  // The tokens come with the rows: what changes while they are read is asked for the next time.
  const staff = await deps.staff.changesSince(null)
  const taken = new Map<string, Taken[]>()
  const wanted = new Set(requirements.map(({ courseKey }) => courseKey))
  const read = await deps.completions.takenSince(null, ({ taken: page }) => {
    for (const { person, ...one } of page) {
      if (!wanted.has(one.courseKey) || !isGood(one)) continue
      const mine = taken.get(person)
      if (mine) mine.push(one)
      else taken.set(person, [one])
    }
  })
  const before = (await deps.cover.all()).rows
  const members = staff.rows.map(({ value }) => value)
  const figures = countEverything(requirements, members, taken, before, today)
  const written = await writeFigures(deps, figures, byKeyOf(before))
  await keepCoverProgress(deps.settings, row, {
    completionsToken: read.token,
    staffToken: staff.token,
    prints: Object.fromEntries(requirements.map((one) => [one.key, requirementPrint(one)])),
    rows: read.rows + members.length,
  })
  const teams = new Set(members.map(({ team }) => team)).size
  const unreadable = staff.unreadable.length + read.unreadable
  return { how: 'rebuilt', teams, written: written.length, unreadable }
}

/** Every figure of every team and of the force, counted from nothing. */
export function countEverything(
  requirements: readonly Requirement[],
  staff: readonly StaffMember[],
  taken: ReadonlyMap<string, readonly Taken[]>,
  before: readonly Pick<Stored<CoverRollUp>, 'value'>[],
  today: IsoDate,
): readonly CoverRollUp[] {
  const standing = Map.groupBy(
    before.map(({ value }) => value),
    ({ team }) => team,
  )
  const byTeam = Map.groupBy(staff, ({ team }) => team)
  const teams = new Set([...byTeam.keys(), ...standing.keys()])
  teams.delete(wholeForce)
  const figures = [...teams].flatMap((team) => {
    const was = new Map((standing.get(team) ?? []).map((figure) => [figure.requirement, figure]))
    return tallyTeam(requirements, team, trainedMembers(byTeam.get(team) ?? [], taken), was, today)
  })
  const forces = standing.get(wholeForce) ?? []
  const everybody = trainedMembers(staff, taken)
  return [
    ...figures,
    ...requirements.map((requirement) => {
      const mine = figures.filter((figure) => figure.requirement === requirement.key)
      const before = forces.find((figure) => figure.requirement === requirement.key)
      const past = before?.points ?? pastPoints(requirement, everybody, today)
      return rollUpForce(requirement, mine, today, { points: past })
    }),
  ]
}
