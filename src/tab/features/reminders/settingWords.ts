import { isIsoDate, writeDate } from '../../../domain/calendarDays.ts'
import { defaultForceRules, defaultReminderPolicy } from '../../../domain/reminderPolicy.ts'
import { reminderSettingKeys } from '../../../domain/reminderSettings.ts'
import { defaultWording } from '../../../domain/reminderWording.ts'
import { publishedDaysOff } from '../../../domain/workingDays.ts'
import { policyFields } from './ruleFields.ts'
import type { SettingRefusal } from './useSettingDraft.ts'
import { wordingFields } from './wordingFields.ts'

const refusals: Readonly<Record<SettingRefusal, string>> = {
  'secretary-only': 'Only the board secretary and administrators change these rules.',
  'not-a-setting': 'Follow-Through knows no such setting.',
  'cannot-be': 'These rules cannot be as they stand here. Look at the fields again.',
  'nothing-changed': 'This is what is saved already.',
}

/** Why a change was not saved. */
export function sayRefusal(code: SettingRefusal): string {
  return refusals[code]
}

const labels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(policyFields.map(({ name, label }) => [name, label])),
  quietFrom: 'Quiet from',
  quietUntil: 'Quiet until',
  secretaryPost: 'The post at the top of every ladder',
  ...Object.fromEntries(wordingFields.map(({ name, label }) => [name, label])),
  added: 'Days added',
  removed: 'Bank holidays that are worked',
  how: 'How',
  weekday: 'Day of the week',
  snoozeUntil: 'Put off until',
}

/** One member of a setting in words. */
function sayValue(value: unknown, otherwise: string): string {
  if (value === undefined) return otherwise
  if (value === null) return 'never'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(sayPart).join(', ')
  return sayPart(value)
}

function sayPart(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'day' in value && 'name' in value)
    return `${writeDate(String(value.day))} (${value.name})`
  if (value === '') return 'nothing'
  return typeof value === 'string' && isIsoDate(value) ? writeDate(value) : String(value)
}

/** What holds where an exception says nothing. */
const asTheForce = 'as the force'

type Flat = Readonly<Record<string, unknown>>

/** The members of a setting's value, those of the ladder among the others. */
export function membersOf(json: string): Flat {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null) return {}
    const { changes: _, ladder, ...rest }: Flat = { ...value }
    return { ...rest, ...(typeof ladder === 'object' && ladder) }
  } catch {
    return {}
  }
}

/** What an exception says, a sentence for each member. */
export function sayMembers(json: string): readonly string[] {
  return Object.entries(membersOf(json)).map(
    ([name, value]) => `${labels[name] ?? name}: ${sayValue(value, asTheForce)}`,
  )
}

/** What a setting of the force says where nobody has set it, as JSON. */
function defaultOf(key: string): string {
  const { force, rules, daysOff, wording } = reminderSettingKeys
  const defaults: Readonly<Record<string, object>> = {
    [force]: defaultReminderPolicy,
    [rules]: defaultForceRules,
    [daysOff]: publishedDaysOff,
    [wording]: defaultWording,
  }
  return JSON.stringify(defaults[key] ?? {})
}

/** What differs between two values of a setting; what either leaves out is as it is by default. */
export function sayDifferences(key: string, from: string, to: string): readonly string[] {
  const { report, row } = reminderSettingKeys
  const byDefault = membersOf(defaultOf(key))
  const before = { ...byDefault, ...membersOf(from) }
  const after = { ...byDefault, ...membersOf(to) }
  const isException = [report(''), row('')].some((prefix) => key.startsWith(prefix))
  const say = (value: unknown) => sayValue(value, isException ? asTheForce : 'as by default')
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${labels[name] ?? name}: ${say(before[name])} → ${say(after[name])}`)
}

/** What a setting of reminders is called; null when it is none that the rules show. */
export function nameOfSetting(key: string, subject: (key: string) => string): string | null {
  const { force, rules, wording, daysOff, report, row } = reminderSettingKeys
  if (key === force) return 'The policy of the force'
  if (key === rules) return 'Quiet hours and the ladder’s top'
  if (key === wording) return 'The wording of cards and mails'
  if (key === daysOff) return 'Days without work'
  if (key.startsWith(report(''))) return subject(key.slice(report('').length))
  return key.startsWith(row('')) ? subject(key.slice(row('').length)) : null
}
