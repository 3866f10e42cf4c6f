import {
  readDaysOff,
  readForceRules,
  readPolicy,
  readPreference,
  reminderSettingKeys,
} from '../domain/reminderSettings.ts'
import { readWording } from '../domain/reminderWording.ts'
import { mayManage, type Person } from '../domain/roles.ts'
import type { Setting } from '../domain/setting.ts'
import { keepSetting, type SettingDeps } from './keepSetting.ts'
import type { Stored } from './ports.ts'

export type SettingOutcome =
  | { readonly ok: true; readonly row: Stored<Setting> }
  | {
      readonly ok: false
      readonly code: 'secretary-only' | 'not-a-setting' | 'cannot-be' | 'nothing-changed'
    }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Setting> }

/**
 * Saves what people set about reminders: a policy, the force's rules, the wording, bank holidays, or how a
 * person wants to be told.
 * Everybody sets their own wishes; the rest is for the board secretary and administrators. Each change is kept with
 * the setting. Throws `M365Error`.
 * @param input.etag of the setting as it was shown; null when there was none
 */
export async function changeReminderSetting(
  deps: SettingDeps,
  input: {
    readonly key: string
    readonly value: object
    readonly etag: string | null
    readonly actor: Person
  },
): Promise<SettingOutcome> {
  const { key, value, etag, actor } = input
  const read = readerOf(key)
  if (!read) return { ok: false, code: 'not-a-setting' }
  if (key !== reminderSettingKeys.preference(actor.objectId) && !mayManage(actor))
    return { ok: false, code: 'secretary-only' }
  if (read(value) === null) return { ok: false, code: 'cannot-be' }
  return keepSetting(deps, { key, value, etag, actor })
}

function readerOf(key: string): ((value: unknown) => unknown) | null {
  const { force, report, row, rules, wording, daysOff, preference } = reminderSettingKeys
  if (key === force || key.startsWith(report('')) || key.startsWith(row(''))) return readPolicy
  if (key === rules) return readForceRules
  if (key === wording) return readWording
  if (key === daysOff) return readDaysOff
  return key.startsWith(preference('')) ? readPreference : null
}
