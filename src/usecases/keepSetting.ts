import type { Instant } from '../domain/calendarDays.ts'
import type { Person } from '../domain/roles.ts'
import type { Setting } from '../domain/setting.ts'
import type { Clock, SettingStore, Stored } from './ports.ts'

export interface SettingDeps {
  readonly settings: Pick<SettingStore, 'byKey' | 'create' | 'save'>
  readonly clock: Pick<Clock, 'now'>
}

/** A value for a setting, and the version that it was made from. */
export interface SettingInput {
  readonly key: string
  readonly value: object
  /** Of the setting as it was shown; null when there was none. */
  readonly etag: string | null
  readonly actor: Person
}

export type KeptSetting =
  | { readonly ok: true; readonly row: Stored<Setting> }
  | { readonly ok: false; readonly code: 'nothing-changed' }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Setting> }

/** One change of a setting, kept with it. */
export interface SettingChange {
  readonly at: Instant
  readonly by: string
  readonly byObject: string
  /** The value before, as JSON without its log; empty when there was none. */
  readonly from: string
}

/** Characters of the log of a setting; with the value it has to fit a note. SharePoint's versions go further back. */
const roomForLog = 30_000
const changesKept = 50

/** Saves a setting with a line on who changed it and what it was before. Asks nobody's leave. Throws `M365Error`. */
export async function keepSetting(
  deps: SettingDeps,
  { key, value, etag, actor }: SettingInput,
): Promise<KeptSetting> {
  const there = await deps.settings.byKey(key)
  if (there && there.etag !== etag) return { ok: false, code: 'changed-meanwhile', theirs: there }
  const from = there ? withoutLog(there.value) : ''
  if (from === JSON.stringify(value)) return { ok: false, code: 'nothing-changed' }
  const change: SettingChange = { at: await deps.clock.now(), by: actor.name, byObject: actor.objectId, from }
  const next: Setting = {
    key,
    value: JSON.stringify({
      ...value,
      changes: thatFit([change, ...(there ? changesOf(there.value) : [])]),
    }),
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

function thatFit(changes: readonly SettingChange[]): readonly SettingChange[] {
  let room = roomForLog
  return changes.slice(0, changesKept).filter((change) => {
    room -= JSON.stringify(change).length
    return room >= 0
  })
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
