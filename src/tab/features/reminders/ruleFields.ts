import type { PolicyDifference, ReminderPolicy } from '../../../domain/reminderPolicy.ts'
import { policyLimits, readPolicy } from '../../../domain/reminderSettings.ts'

/** What the fields of a form hold, by name. */
export type Values = Readonly<Record<string, string>>
/** What is wrong with them, by the same names. */
export type Problems = Readonly<Record<string, string>>
/** What a form means, as far as it can be understood. */
export interface ReadForm<T> {
  readonly value: T
  readonly problems: Problems
}

const never = 'never'
const { farthest, longestPause } = policyLimits

type Kind = 'offsets' | 'pause' | 'days' | 'rung' | 'yes'

/** A field of a policy: its name, how it reads, and what may stand in it. */
export interface PolicyField {
  readonly name: string
  readonly label: string
  readonly kind: Kind
}

/** The fields of a policy in the order of the page. */
export const policyFields = [
  { name: 'offsets', label: 'Working days before a deadline', kind: 'offsets' },
  { name: 'onTheDay', label: 'On the day itself', kind: 'yes' },
  { name: 'overdueEvery', label: 'Overdue: again every so many days', kind: 'pause' },
  { name: 'chaseEvery', label: 'WHITE rows: ask the other body every so many days', kind: 'pause' },
  { name: 'statutoryOffsets', label: 'Working days before a duty that the law sets', kind: 'offsets' },
  { name: 'evidenceEvery', label: 'Evidence missing: again every so many days', kind: 'pause' },
  {
    name: 'decisionEvery',
    label: 'Sign-off or later deadline waits: again every so many working days',
    kind: 'pause',
  },
  { name: 'ladderFrom', label: 'The ladder begins so many working days before the deadline', kind: 'days' },
  { name: 'deputy', label: 'To the deputy after so many working days without an answer', kind: 'rung' },
  { name: 'headOfUnit', label: 'To the head of unit after', kind: 'rung' },
  { name: 'secretary', label: 'To the board secretary after', kind: 'rung' },
] as const satisfies readonly PolicyField[]

const rungNames: readonly (keyof ReminderPolicy['ladder'])[] = ['deputy', 'headOfUnit', 'secretary']

/** What a kind of field expects, in words below it. */
export const kindHints: Readonly<Record<Kind, string>> = {
  offsets: `Up to ten numbers from 1 to ${farthest} with commas between them; “${never}” for none.`,
  pause: `1 to ${longestPause}, or “${never}”.`,
  days: `0 to ${farthest}; 0 is the deadline itself.`,
  rung: `0 to ${farthest} working days, or “${never}”.`,
  yes: '',
}

function write(value: unknown): string {
  if (value === undefined) return ''
  if (value === null) return never
  if (Array.isArray(value)) return value.length === 0 ? never : value.join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** What the fields show of a policy, or of what one report or row does differently: then the rest is empty. */
export function policyValues(policy: PolicyDifference): Values {
  const { ladder, ...rest } = policy
  const flat: Readonly<Record<string, unknown>> = { ...rest, ...ladder }
  return Object.fromEntries(policyFields.map(({ name }) => [name, write(flat[name])]))
}

/**
 * Reads the fields of a policy.
 * @param force the force's policy when this is a difference from it: then an empty field is left as there
 */
export function readPolicyValues(values: Values, force: ReminderPolicy | null): ReadForm<PolicyDifference> {
  const problems: Record<string, string> = {}
  const read: Record<string, unknown> = {}
  for (const { name, kind } of policyFields) {
    const text = (values[name] ?? '').trim()
    if (text === '' && force !== null) continue
    const value = readField(kind, text)
    if (value === undefined) problems[name] = `Write ${lower(kindHints[kind])}`
    else read[name] = value
  }
  return { value: Object.keys(problems).length === 0 ? withLadder(read, force) : {}, problems }
}

/** A ladder is given whole: rungs that the form leaves empty are as the force has them. */
function withLadder(read: Readonly<Record<string, unknown>>, force: ReminderPolicy | null): PolicyDifference {
  const isRung = (name: string) => rungNames.some((rung) => rung === name)
  const members = Object.entries(read)
  const rest = Object.fromEntries(members.filter(([name]) => !isRung(name)))
  const rungs = Object.fromEntries(members.filter(([name]) => isRung(name)))
  const ladder = members.some(([name]) => isRung(name)) ? { ladder: { ...force?.ladder, ...rungs } } : {}
  return readPolicy({ ...rest, ...ladder }) ?? {}
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Undefined when the text cannot be what the field holds. */
function readField(kind: Kind, text: string): unknown {
  if (kind === 'yes') return text === 'yes' ? true : text === 'no' ? false : undefined
  if (kind === 'offsets') return readOffsets(text)
  if (text.toLowerCase() === never) return kind === 'days' ? undefined : null
  return kind === 'pause' ? readDays(text, 1, longestPause) : readDays(text, 0, farthest)
}

function readOffsets(text: string): readonly number[] | undefined {
  if (text.toLowerCase() === never) return []
  const numbers = text.split(/[,;\s]+/).map((part) => readDays(part, 1, farthest))
  const whole = numbers.filter((number) => number !== undefined)
  if (whole.length !== numbers.length || whole.length > 10) return undefined
  return [...new Set(whole)].sort((a, b) => b - a)
}

function readDays(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,4}$/.test(text)) return undefined
  const days = Number(text)
  return days >= least && days <= most ? days : undefined
}
