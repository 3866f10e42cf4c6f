import type { IsoDate } from './calendarDays.ts'

/** How many working days somebody may leave a reminder unanswered before the next on the ladder is told; null: never. */
export interface EscalationOffsets {
  readonly deputy: number | null
  readonly headOfUnit: number | null
  readonly secretary: number | null
}

/** When people are told of what. One for the force, with differences for single reports and single rows. */
export interface ReminderPolicy {
  /** Working days before a deadline. */
  readonly offsets: readonly number[]
  readonly onTheDay: boolean
  /** Days from one reminder of an overdue row to the next; null: none once it is overdue. */
  readonly overdueEvery: number | null
  /** Days from one reminder that another body is to be asked to the next; null: none. */
  readonly chaseEvery: number | null
  /** Working days before the last day of a duty that the law sets. Nobody can turn the last day itself off. */
  readonly statutoryOffsets: readonly number[]
  /** Days from one reminder of evidence that is missing to the next; null: none. */
  readonly evidenceEvery: number | null
  /** Working days from one reminder of a decision that is awaited to the next; null: only one. */
  readonly decisionEvery: number | null
  /** The ladder begins with the first reminder that goes out so many working days before the deadline, or later. */
  readonly ladderFrom: number
  readonly ladder: EscalationOffsets
}

/** What one report or one row does differently. */
export type PolicyDifference = Partial<ReminderPolicy>

/** Rules that hold for the whole force and no single row can change. */
export interface ForceRules {
  /** Nothing is sent from this local time on, `HH:MM`. */
  readonly quietFrom: string
  /** Nothing is sent before this local time, `HH:MM`. */
  readonly quietUntil: string
  /** The post at the top of every ladder, which also answers for the duties that the law sets. */
  readonly secretaryPost: string
}

export const defaultReminderPolicy: ReminderPolicy = {
  offsets: [30, 14, 7, 1],
  onTheDay: true,
  overdueEvery: 7,
  chaseEvery: 7,
  statutoryOffsets: [30, 14, 7, 3, 1],
  evidenceEvery: 7,
  decisionEvery: 5,
  ladderFrom: 1,
  ladder: { deputy: 3, headOfUnit: 5, secretary: 10 },
}

export const defaultForceRules: ForceRules = {
  quietFrom: '19:00',
  quietUntil: '07:00',
  secretaryPost: 'board-secretary',
}

/** How a person wants to be told. None of it silences a duty that the law sets. */
export interface ReminderPreference {
  readonly how: 'at-once' | 'daily' | 'weekly'
  /** The day of a weekly digest, 1 for Monday to 5 for Friday. */
  readonly weekday: number
  /** Nothing before this day; null when nothing is put off. */
  readonly snoozeUntil: IsoDate | null
}
export const defaultPreference: ReminderPreference = { how: 'daily', weekday: 1, snoozeUntil: null }

/** All that was set about reminders, by the keys of reports and rows and the object ids of people. */
export interface ReminderPolicies {
  readonly force: ReminderPolicy
  readonly rules: ForceRules
  readonly reports: ReadonlyMap<string, PolicyDifference>
  readonly rows: ReadonlyMap<string, PolicyDifference>
  readonly preferences: ReadonlyMap<string, ReminderPreference>
}

/** What holds where nobody has set anything. */
export const defaultPolicies: ReminderPolicies = {
  force: defaultReminderPolicy,
  rules: defaultForceRules,
  reports: new Map(),
  rows: new Map(),
  preferences: new Map(),
}

/** The policy of one row: its own differences come before those of its report, and those before the force's. */
export function policyFor(
  policies: ReminderPolicies,
  reportKey: string,
  rowKey: string | null,
): ReminderPolicy {
  const report = policies.reports.get(reportKey)
  const row = rowKey === null ? undefined : policies.rows.get(rowKey)
  return report || row ? { ...policies.force, ...report, ...row } : policies.force
}

/** The farthest that any policy looks ahead, in working days: what a run has to read. */
export function farthestOffset(policies: ReminderPolicies): number {
  const all = [policies.force, ...policies.reports.values(), ...policies.rows.values()]
  return Math.max(0, ...all.flatMap((policy) => policy.offsets ?? []))
}
