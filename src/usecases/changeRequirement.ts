import type { Requirement } from '../domain/requirement.ts'
import {
  changeRequirement,
  newRequirement,
  type RequirementChange,
  type RequirementDraft,
  type RequirementRefusal,
} from '../domain/requirementRules.ts'
import type { Person } from '../domain/roles.ts'
import type { Clock, Stored } from './ports.ts'
import type { RequirementStore } from './trainingPorts.ts'

export interface ChangeRequirementDeps {
  readonly requirements: Pick<RequirementStore, 'create' | 'save'>
  readonly clock: Pick<Clock, 'now'>
}

export type RequirementSaved =
  | { readonly ok: true; readonly row: Stored<Requirement> }
  | { readonly ok: false; readonly code: RequirementRefusal }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Requirement> }

/** Changes a requirement, under the version that the person had in front of them. Throws `M365Error`. */
export async function saveRequirementChange(
  deps: ChangeRequirementDeps,
  {
    row,
    change,
    actor,
  }: { readonly row: Stored<Requirement>; readonly change: RequirementChange; readonly actor: Person },
): Promise<RequirementSaved> {
  const outcome = changeRequirement(row.value, change, { actor, at: await deps.clock.now() })
  return outcome.ok ? deps.requirements.save(row, outcome.next) : outcome
}

/**
 * Makes a requirement. Its key comes from its title and never changes; of a title that is taken the key goes on with a
 * number. Throws `M365Error`.
 */
export async function createRequirement(
  deps: ChangeRequirementDeps,
  { draft, why, actor }: { readonly draft: RequirementDraft; readonly why: string; readonly actor: Person },
): Promise<RequirementSaved> {
  const at = await deps.clock.now()
  for (let number = 1; ; number += 1) {
    const key = `${keyOf(draft.title)}${number === 1 ? '' : `-${number}`}`
    const outcome = newRequirement(key, draft, why, { actor, at })
    if (!outcome.ok) return outcome
    const { row, already } = await deps.requirements.create(outcome.next)
    if (!already) return { ok: true, row }
  }
}

function keyOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 60) || 'requirement'
}
