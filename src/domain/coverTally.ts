import type { IsoDate } from './calendarDays.ts'
import type { CoverRollUp } from './cover.ts'
import { rollUpTeam, type TrainedMember } from './coverRollUps.ts'
import type { Taken } from './coverRules.ts'
import { fingerprint } from './fingerprint.ts'
import type { Requirement } from './requirement.ts'
import type { StaffMember } from './staff.ts'

/** What somebody finished, and who. */
export interface TakenBy extends Taken {
  readonly person: string
}

/** What was finished, by who finished it. */
export type TakenByPerson = ReadonlyMap<string, readonly Taken[]>

/** A team's people with what they have finished. */
export function trainedMembers(
  staff: readonly StaffMember[],
  taken: TakenByPerson,
): readonly TrainedMember[] {
  return staff.map(({ key, name, role, inRoleSince, until }) => ({
    ...{ key, name, role, inRoleSince, until },
    completions: taken.get(key) ?? [],
  }))
}

/**
 * The figures of one team by each requirement that asks something of its people, or had a figure before: who leaves
 * takes the team's figure to nought, and what it was stays to be seen.
 * @param before the team's figures as they stand
 */
export function tallyTeam(
  requirements: readonly Requirement[],
  team: string,
  members: readonly TrainedMember[],
  before: ReadonlyMap<string, CoverRollUp>,
  today: IsoDate,
): readonly CoverRollUp[] {
  return requirements.flatMap((requirement) => {
    const was = before.get(requirement.key) ?? null
    const concerned = members.filter(({ role }) => requirement.roles.includes(role))
    if (was === null && (requirement.retired || concerned.length === 0)) return []
    return [rollUpTeam(requirement, team, concerned, today, was)]
  })
}

/** Goes up with what is counted, so that figures which were counted before are counted anew. */
const countedAs = 2

/** Changes whenever something changes in a requirement that its figures are counted by. */
export function requirementPrint(requirement: Requirement): string {
  const { courseKey, roles, kind, everyMonths, from, graceDays, exemptions, retired } = requirement
  const exempt = exemptions.map(({ person, until }) => [person, until])
  const asked = [courseKey, roles, kind, everyMonths, from, graceDays, exempt, retired]
  return fingerprint(JSON.stringify([countedAs, ...asked]))
}
