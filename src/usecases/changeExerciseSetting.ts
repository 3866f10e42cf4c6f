import { type ExerciseType, exerciseTypeKey, readExerciseType } from '../domain/exerciseType.ts'
import { type DirectoryRules, directoryRulesKey, readDirectoryRules } from '../domain/partnerDirectory.ts'
import { mayInvite, type Person } from '../domain/roles.ts'
import { type RoleFault, roleFaults } from '../domain/roleTemplate.ts'
import { type KeptSetting, keepSetting, type SettingDeps } from './keepSetting.ts'

export type ExerciseSettingOutcome =
  | KeptSetting
  | { readonly ok: false; readonly code: 'coordinators-only' | 'cannot-be' }
  | { readonly ok: false; readonly code: 'faults'; readonly faults: readonly RoleFault[] }

/**
 * Keeps a type of exercise with the roles that belong in its room, for everybody. Exercises that are planned keep
 * the people they have until somebody fills them again. Throws `M365Error`.
 */
export async function changeExerciseType(
  deps: SettingDeps,
  input: { readonly type: ExerciseType; readonly etag: string | null; readonly actor: Person },
): Promise<ExerciseSettingOutcome> {
  const { type, etag, actor } = input
  if (!mayInvite(actor)) return { ok: false, code: 'coordinators-only' }
  const faults = roleFaults(type.roles)
  if (faults.length > 0) return { ok: false, code: 'faults', faults }
  if (readExerciseType(type) === null) return { ok: false, code: 'cannot-be' }
  return keepSetting(deps, { key: exerciseTypeKey(type.key), value: type, etag, actor })
}

/** Keeps how long an entry of the directory is trusted and kept. Throws `M365Error`. */
export async function changeDirectoryRules(
  deps: SettingDeps,
  input: { readonly rules: DirectoryRules; readonly etag: string | null; readonly actor: Person },
): Promise<ExerciseSettingOutcome> {
  const { rules, etag, actor } = input
  if (!mayInvite(actor)) return { ok: false, code: 'coordinators-only' }
  if (readDirectoryRules(rules) === null) return { ok: false, code: 'cannot-be' }
  return keepSetting(deps, { key: directoryRulesKey, value: rules, etag, actor })
}
