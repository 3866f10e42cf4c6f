import type { IsoDate } from '../domain/calendarDays.ts'
import { wholeForce } from '../domain/coverRollUps.ts'
import type { Taken } from '../domain/coverRules.ts'
import { requirementPrint, type TakenBy, tallyTeam, trainedMembers } from '../domain/coverTally.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { CoverDeps, CoverUpdate } from './coverDeps.ts'
import { type CoverProgress, keepCoverProgress, readCoverProgress } from './coverProgress.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import { rebuildCover } from './rebuildCover.ts'
import { byKeyOf, writeFigures, writeForce } from './writeCover.ts'

/** Teams that are counted at a time. */
const teamsAtOnce = 4
/** Requests that counting one team takes: its people, what they finished, its figures, and writing them. */
const requestsOfTeam = 4
/** Rows of a page, for knowing when counting everything is cheaper. */
const rowsOfPage = 200

/**
 * Brings the figures up to date: asks for what changed since the last time, and counts anew the teams of those
 * people, the teams whose figure the calendar changes today, and the requirements that were changed. A team is always
 * counted from its people, never added to, so that counting it twice comes to the same and nothing drifts.
 * Throws `M365Error`; then the next run begins where this one began.
 */
export async function updateCover(deps: CoverDeps, today: IsoDate): Promise<CoverUpdate> {
  const held = await readCoverProgress(deps.settings)
  if (held.progress === null) return rebuildCover(deps, today, held)
  const changes = await readChanged(deps, held.progress, today)
  if (changes === 'everything') return rebuildCover(deps, today, held)
  const { teams, requirements, changed } = changes
  const pages = held.progress.rows / rowsOfPage
  if (teams.length * requestsOfTeam > Math.max(pages, 40)) return rebuildCover(deps, today, held)
  const touched = new Set(changed.map(({ key }) => key))
  let written = 0
  const count = async (figures: Promise<readonly { readonly requirement: string }[]>) => {
    for (const { requirement } of await figures) {
      written += 1
      touched.add(requirement)
    }
  }
  await fewAtOnce(teams, teamsAtOnce, (team) => count(countTeam(deps, requirements, team, today)))
  for (const requirement of changed) await count(countRequirement(deps, requirement, today))
  for (const requirement of requirements)
    if (touched.has(requirement.key)) written += await writeForce(deps, requirement, today)
  const nothingNew = teams.length === 0 && changed.length === 0 && changes.sameTokens
  if (!nothingNew) await keepCoverProgress(deps.settings, held.row, changes.progress)
  const how = teams.length === 0 && changed.length === 0 ? 'nothing' : 'by-teams'
  return { how, teams: teams.length, written, unreadable: changes.unreadable }
}

interface Changed {
  readonly teams: readonly string[]
  readonly requirements: readonly Requirement[]
  readonly changed: readonly Requirement[]
  readonly progress: CoverProgress
  readonly sameTokens: boolean
  readonly unreadable: number
}

/** What has to be counted; everything when something was deleted, of which only its number is known. */
async function readChanged(
  deps: CoverDeps,
  progress: CoverProgress,
  today: IsoDate,
): Promise<Changed | 'everything'> {
  const requirements = (await deps.requirements.all()).rows.map(({ value }) => value)
  const staff = await deps.staff.changesSince(progress.staffToken)
  if (staff.restarted || staff.removed.length > 0) return 'everything'
  const people = new Set<string>()
  const read = await deps.completions.takenSince(progress.completionsToken, ({ taken }) => {
    for (const { person } of taken) people.add(person)
  })
  if (read.restarted || read.removed > 0) return 'everything'
  const teams = new Set<string>()
  for (const { value } of staff.rows) for (const team of [value.team, value.movedFrom]) teams.add(team)
  const placed = people.size === 0 ? [] : (await deps.staff.ofKeys([...people])).rows
  for (const { value } of placed) teams.add(value.team)
  for (const { value } of (await deps.cover.changingBy(today)).rows) teams.add(value.team)
  for (const none of ['', wholeForce]) teams.delete(none)
  const prints = Object.fromEntries(requirements.map((one) => [one.key, requirementPrint(one)]))
  return {
    teams: [...teams],
    requirements,
    changed: requirements.filter(({ key }) => prints[key] !== progress.prints[key]),
    progress: { completionsToken: read.token, staffToken: staff.token, prints, rows: progress.rows },
    sameTokens: read.token === progress.completionsToken && staff.token === progress.staffToken,
    unreadable: staff.unreadable.length + read.unreadable,
  }
}

async function countTeam(
  deps: CoverDeps,
  requirements: readonly Requirement[],
  team: string,
  today: IsoDate,
) {
  const [staff, before] = await Promise.all([deps.staff.ofTeam(team), deps.cover.ofTeam(team)])
  const members = staff.rows.map(({ value }) => value)
  const concerned = members.filter(({ role }) => requirements.some(({ roles }) => roles.includes(role)))
  const taken = await takenBy(
    deps,
    concerned.map(({ key }) => key),
  )
  const was = new Map(before.rows.map(({ value }) => [value.requirement, value]))
  const figures = tallyTeam(requirements, team, trainedMembers(concerned, taken), was, today)
  return writeFigures(deps, figures, byKeyOf(before.rows))
}

/** All teams by one requirement: whoever is in its roles, and whoever took its course. */
async function countRequirement(deps: CoverDeps, requirement: Requirement, today: IsoDate) {
  const before = (await deps.cover.ofRequirement(requirement.key)).rows
  const staff = await fewAtOnce(requirement.roles, teamsAtOnce, (role) => deps.staff.ofRole(role))
  const byTeam = Map.groupBy(
    staff.flatMap(({ rows }) => rows.map(({ value }) => value)),
    ({ team }) => team,
  )
  const taken = byPerson(
    (await deps.completions.ofCourse(requirement.courseKey)).rows.map(({ value }) => value),
  )
  const was = new Map(before.map(({ value }) => [value.team, value]))
  const teams = [...new Set([...byTeam.keys(), ...was.keys()])].filter((team) => team !== wholeForce)
  const figures = teams.flatMap((team) => {
    const mine = was.get(team)
    const held = new Map(mine ? [[requirement.key, mine]] : [])
    return tallyTeam([requirement], team, trainedMembers(byTeam.get(team) ?? [], taken), held, today)
  })
  return writeFigures(deps, figures, byKeyOf(before))
}

async function takenBy(deps: CoverDeps, people: readonly string[]) {
  if (people.length === 0) return new Map<string, Taken[]>()
  return byPerson((await deps.completions.ofPeople(people)).rows.map(({ value }) => value))
}

function byPerson(taken: readonly TakenBy[]): ReadonlyMap<string, readonly Taken[]> {
  return Map.groupBy(taken, ({ person }) => person)
}
