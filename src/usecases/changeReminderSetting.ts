import type { Instant } from '../domain/calendarDays.ts'
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
import type { Clock, SettingStore, Stored } from './ports.ts'

export interface SettingDeps {
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly clock: Pick<Clock, 'now'>
}

export type SettingOutcome =
  | { readonly ok: true; readonly row: Stored<Setting> }
  | {
      readonly ok: false
      readonly code: 'secretary-only' | 'not-a-setting' | 'cannot-be' | 'nothing-changed'
    }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Setting> }

/** One change of a setting, kept with it. */
export interface SettingChange {
  readonly at: Instant
  readonly by: string
  readonly byObject: string
  /** The value before, as JSON without its log; empty when there was none. */
  readonly from: string
}

/** Changes that a setting remembers. SharePoint's own versions go further back. */
const changesKept = 50

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
  const there = await deps.settings.byKey(key)
  if (there && there.etag !== etag) return { ok: false, code: 'changed-meanwhile', theirs: there }
  const from = there ? withoutLog(there.value) : ''
  if (from === JSON.stringify(value)) return { ok: false, code: 'nothing-changed' }
  const change: SettingChange = { at: await deps.clock.now(), by: actor.name, byObject: actor.objectId, from }
  const changes = [change, ...(there ? changesOf(there.value) : [])].slice(0, changesKept)
  const next: Setting = {
    key,
    value: JSON.stringify({ ...value, changes }),
    changedBy: actor.objectId,
    changedByName: actor.name,
  }
  if (there) {
    const saved = await deps.settings.save(there, next)
    return saved.ok ? saved : { ok: false, code: 'changed-meanwhile', theirs: saved.theirs }
  }
  const created = await deps.settings.create(next)
  return created.already
    ? { ok: false, code: 'changed-meanwhile', theirs: created.row }
    : { ok: true, row: created.row }
}

/** Who changed a setting and when, the newest first. */
export function changesOf(setting: Setting): readonly SettingChange[] {
  const { changes } = partsOf(setting)
  return Array.isArray(changes) ? changes.filter(isChange) : []
}

function withoutLog(setting: Setting): string {
  const { changes: _, ...value } = partsOf(setting)
  return JSON.stringify(value)
}

function partsOf(setting: Setting): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(setting.value)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function isChange(value: unknown): value is SettingChange {
  if (typeof value !== 'object' || value === null) return false
  return ['at', 'by', 'byObject', 'from'].every((name) => typeof Reflect.get(value, name) === 'string')
}

function readerOf(key: string): ((value: unknown) => unknown) | null {
  const { force, report, row, rules, wording, daysOff, preference } = reminderSettingKeys
  if (key === force || key.startsWith(report('')) || key.startsWith(row(''))) return readPolicy
  if (key === rules) return readForceRules
  if (key === wording) return readWording
  if (key === daysOff) return readDaysOff
  return key.startsWith(preference('')) ? readPreference : null
}
