import { isIsoDate } from './calendarDays.ts'
import {
  defaultForceRules,
  defaultPolicies,
  defaultPreference,
  type ForceRules,
  type PolicyDifference,
  type ReminderPolicies,
  type ReminderPreference,
} from './reminderPolicy.ts'
import { defaultWording, type ReminderWording, readWording } from './reminderWording.ts'
import type { Setting } from './setting.ts'
import { type DaysOff, publishedDaysOff } from './workingDays.ts'

/** Keys of the settings that reminders go by. */
export const reminderSettingKeys = {
  force: 'reminder-policy/force',
  report: (reportKey: string) => `reminder-policy/report/${reportKey}`,
  row: (rowKey: string) => `reminder-policy/row/${rowKey}`,
  rules: 'reminder-rules',
  wording: 'reminder-wording',
  daysOff: 'bank-holidays',
  preference: (objectId: string) => `reminder-preference/${objectId}`,
} as const

/** Working days that a policy may look ahead, and days that may lie between two reminders. */
export const policyLimits = { farthest: 120, longestPause: 92 } as const

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

const isDays = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

const isPause = (value: unknown) => value === null || isDays(value, 1, policyLimits.longestPause)

const isOffsets = (value: unknown) =>
  Array.isArray(value) && value.length <= 10 && value.every((days) => isDays(days, 1, policyLimits.farthest))

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isLadder(value: unknown): boolean {
  const rungs = ['deputy', 'headOfUnit', 'secretary']
  return (
    isRecord(value) &&
    rungs.every((rung) => value[rung] === null || isDays(value[rung], 0, policyLimits.farthest))
  )
}

const policyChecks: Readonly<Record<keyof PolicyDifference, (value: unknown) => boolean>> = {
  offsets: isOffsets,
  onTheDay: (value) => typeof value === 'boolean',
  overdueEvery: isPause,
  chaseEvery: isPause,
  statutoryOffsets: isOffsets,
  evidenceEvery: isPause,
  decisionEvery: isPause,
  ladderFrom: (value) => isDays(value, 0, policyLimits.farthest),
  ladder: isLadder,
}

/** Reads a policy, or what one report or row does differently; null when any of it is not what it may be. */
export function readPolicy(value: unknown): PolicyDifference | null {
  return readChecked<PolicyDifference>(value, policyChecks)
}

const ruleChecks: Readonly<Record<keyof ForceRules, (value: unknown) => boolean>> = {
  quietFrom: isTime,
  quietUntil: isTime,
  secretaryPost: (value) => typeof value === 'string' && value !== '',
}

/** Reads the rules of the force; what is left out stays as it is by default. Null when any of it cannot be. */
export function readForceRules(value: unknown): ForceRules | null {
  const read = readChecked<Partial<ForceRules>>(value, ruleChecks)
  return read && { ...defaultForceRules, ...read }
}

const preferenceChecks: Readonly<Record<keyof ReminderPreference, (value: unknown) => boolean>> = {
  how: (value) => value === 'at-once' || value === 'daily' || value === 'weekly',
  weekday: (value) => isDays(value, 1, 5),
  snoozeUntil: (value) => value === null || (typeof value === 'string' && isIsoDate(value)),
}

/** Reads how a person wants to be told; null when any of it cannot be. */
export function readPreference(value: unknown): ReminderPreference | null {
  const read = readChecked<Partial<ReminderPreference>>(value, preferenceChecks)
  return read && { ...defaultPreference, ...read }
}

/** Reads the days that a force adds to the bank holidays and those on which it works. */
export function readDaysOff(value: unknown): DaysOff | null {
  const isDay = (day: unknown) => typeof day === 'string' && isIsoDate(day)
  return readChecked<DaysOff>(
    { ...publishedDaysOff, ...(isRecord(value) ? value : { added: null }) },
    {
      added: (days) =>
        Array.isArray(days) &&
        days.every((one) => isRecord(one) && isDay(one.day) && typeof one.name === 'string'),
      removed: (days) => Array.isArray(days) && days.every(isDay),
    },
  )
}

/** Keeps the members that are checked, and refuses the whole when one of them does not pass. */
function readChecked<T>(
  value: unknown,
  checks: Readonly<Record<string, (member: unknown) => boolean>>,
): T | null {
  if (!isRecord(value)) return null
  const present = Object.entries(checks).filter(([name]) => value[name] !== undefined)
  if (!present.every(([name, check]) => check(value[name]))) return null
  return Object.fromEntries(present.map(([name]) => [name, value[name]])) as T
}

/** All that was set about reminders, and what of it cannot be understood: there the next wider rule holds. */
export interface ReminderSettings {
  readonly policies: ReminderPolicies
  readonly daysOff: DaysOff
  readonly wording: ReminderWording
  readonly unreadable: readonly { readonly id: string; readonly reason: string }[]
}

/** Puts the settings together that people made, each with its default where none was made. */
export function reminderSettingsOf(settings: readonly Setting[]): ReminderSettings {
  const unreadable: { id: string; reason: string }[] = []
  const byKey = new Map(settings.map((setting) => [setting.key, setting]))
  const one = <T>(key: string, read: (value: unknown) => T | null, otherwise: T): T => {
    const setting = byKey.get(key)
    if (!setting) return otherwise
    const value = read(parse(setting.value))
    if (value === null)
      unreadable.push({
        id: key,
        reason: `The setting ${key} cannot be read; without it, the default holds.`,
      })
    return value ?? otherwise
  }
  const each = <T>(prefix: string, read: (value: unknown) => T | null): ReadonlyMap<string, T> => {
    const found = new Map<string, T>()
    for (const key of byKey.keys()) {
      if (!key.startsWith(prefix)) continue
      const value = one<T | null>(key, read, null)
      if (value !== null) found.set(key.slice(prefix.length), value)
    }
    return found
  }
  const policies: ReminderPolicies = {
    force: { ...defaultPolicies.force, ...one(reminderSettingKeys.force, readPolicy, {}) },
    rules: one(reminderSettingKeys.rules, readForceRules, defaultForceRules),
    reports: each(reminderSettingKeys.report(''), readPolicy),
    rows: each(reminderSettingKeys.row(''), readPolicy),
    preferences: each(reminderSettingKeys.preference(''), readPreference),
  }
  const daysOff = one(reminderSettingKeys.daysOff, readDaysOff, publishedDaysOff)
  const wording = one(reminderSettingKeys.wording, readWording, defaultWording)
  return { policies, daysOff, wording, unreadable }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
