import { isIsoDate, writeDate } from '../../../domain/calendarDays.ts'
import { reminderSettingKeys } from '../../../domain/reminderSettings.ts'
import { policyFields } from './ruleFields.ts'
import type { SettingRefusal } from './useSettingDraft.ts'

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
  closing: 'The sentence at the end of each card',
  added: 'Days added',
  removed: 'Bank holidays that are worked',
  how: 'How',
  weekday: 'Day of the week',
  snoozeUntil: 'Put off until',
}

/** One member of a setting in words; a member that is not there is as it is by default. */
function sayValue(value: unknown): string {
  if (value === undefined) return 'as by default'
  if (value === null) return 'never'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(sayPart).join(', ')
  return sayPart(value)
}

function sayPart(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'day' in value && 'name' in value)
    return `${writeDate(String(value.day))} (${value.name})`
  return typeof value === 'string' && isIsoDate(value) ? writeDate(value) : String(value)
}

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

/** What a value says that is not by default, a sentence for each member. */
export function sayMembers(json: string): readonly string[] {
  return Object.entries(membersOf(json)).map(([name, value]) => `${labels[name] ?? name}: ${sayValue(value)}`)
}

/** What differs between two values of a setting. */
export function sayDifferences(from: string, to: string): readonly string[] {
  const [before, after] = [membersOf(from), membersOf(to)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${labels[name] ?? name}: ${sayValue(before[name])} → ${sayValue(after[name])}`)
}

/** What a setting of reminders is called; null when it is none that the rules show. */
export function nameOfSetting(key: string, subject: (key: string) => string): string | null {
  const { force, rules, daysOff, report, row } = reminderSettingKeys
  if (key === force) return 'The policy of the force'
  if (key === rules) return 'Quiet hours, the ladder’s top and the wording'
  if (key === daysOff) return 'Days without work'
  if (key.startsWith(report(''))) return subject(key.slice(report('').length))
  return key.startsWith(row('')) ? subject(key.slice(row('').length)) : null
}
