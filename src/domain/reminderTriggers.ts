import { daysBetween, type Instant, type IsoDate, ukDay } from './calendarDays.ts'
import { timesExtended } from './dueLedger.ts'
import { isOpenForForce, openDeadline, type Recommendation } from './recommendation.ts'
import type { ReminderRule } from './reminderLines.ts'
import type { ReminderPolicy } from './reminderPolicy.ts'
import type { Report } from './report.ts'
import { type ClockKind, lastDayOf } from './statutoryClock.ts'
import { fellOn } from './trainingDecisions.ts'
import { type DaysOff, workingDaysAfter, workingDaysBefore } from './workingDays.ts'

/** Something that is to be said of a row today, before anybody asks to whom. */
export interface Trigger {
  readonly rule: ReminderRule
  readonly occurrence: number
  /** The rule as it stands in the ledger's key, with its occurrence. */
  readonly mark: string
  /** What the reminder is about: a new version is something new to tell. */
  readonly version: string
  readonly deadline: IsoDate
  readonly kind: 'deadline' | 'owner' | 'chase' | 'decision' | 'clock' | 'cover'
}

/** A duty of a report and what is to be said of it today. */
export interface ClockTrigger extends Trigger {
  readonly clockKind: ClockKind
}

/** The deadline's version: its day, and how often it was moved, so that a day that comes back is something new. */
export function deadlineVersion(row: Pick<Recommendation, 'due' | 'status'>): string {
  const moved = timesExtended(row.due)
  return `${openDeadline(row) ?? ''}${moved === 0 ? '' : `~${moved}`}`
}

/**
 * What is to be said of a row on a day: of its deadline only the most urgent that was reached, so that what was
 * missed while nothing ran is not sent one after the other.
 */
export function triggersOf(
  row: Recommendation,
  policy: ReminderPolicy,
  daysOff: DaysOff,
  today: IsoDate,
): readonly Trigger[] {
  return [
    deadlineTrigger(row, policy, daysOff, today),
    chaseTrigger(row, policy, today),
    evidenceTrigger(row, policy, today),
    coverTrigger(row),
    ...decisionTriggers(row, policy, daysOff, today),
  ].filter((trigger) => trigger !== null)
}

function deadlineTrigger(
  row: Recommendation,
  policy: ReminderPolicy,
  daysOff: DaysOff,
  today: IsoDate,
): Trigger | null {
  const deadline = openDeadline(row)
  if (deadline === null) return null
  const { offsets, onTheDay, overdueEvery } = policy
  const step = mostUrgent(deadline, { offsets, onTheDay, overdueEvery }, daysOff, today)
  return step && { ...step, version: deadlineVersion(row), deadline, kind: 'deadline' }
}

type Step = Pick<Trigger, 'rule' | 'occurrence' | 'mark'>

/** The last step that was reached on the way to a day and beyond it; null before the first. */
function mostUrgent(
  deadline: IsoDate,
  policy: Pick<ReminderPolicy, 'offsets' | 'onTheDay' | 'overdueEvery'>,
  daysOff: DaysOff,
  today: IsoDate,
): Step | null {
  const late = daysBetween(deadline, today)
  if (late > 0 && policy.overdueEvery !== null) return repeated('overdue', late - 1, policy.overdueEvery)
  if (late >= 0 && policy.onTheDay) return { rule: 'on-the-day', occurrence: 1, mark: 'on-the-day' }
  const reached = policy.offsets.filter((days) => daysBefore(deadline, days, daysOff) <= today)
  if (reached.length === 0) return null
  const rule = `before-${Math.min(...reached)}` as const
  return { rule, occurrence: 1, mark: rule }
}

/** A rule that comes round every so many days, `gone` days after it first spoke. */
function repeated(rule: ReminderRule, gone: number, every: number): Step {
  const occurrence = Math.floor(gone / every) + 1
  return { rule, occurrence, mark: occurrence === 1 ? rule : `${rule}-${occurrence}` }
}

const known = new WeakMap<DaysOff, Map<string, IsoDate>>()

/** Thousands of rows share a few hundred deadlines. */
function daysBefore(deadline: IsoDate, count: number, daysOff: DaysOff): IsoDate {
  const days = known.get(daysOff) ?? new Map<string, IsoDate>()
  known.set(daysOff, days)
  const key = `${deadline}-${count}`
  const day = days.get(key) ?? workingDaysBefore(deadline, count, daysOff)
  days.set(key, day)
  return day
}

/** A WHITE row waits for another body, which is to be asked again from time to time. */
function chaseTrigger(row: Recommendation, policy: ReminderPolicy, today: IsoDate): Trigger | null {
  const next = row.status === 'WHITE' ? (row.counterparty?.nextChase ?? null) : null
  if (next === null || policy.chaseEvery === null || next > today) return null
  const step = repeated('white-chase', daysBetween(next, today), policy.chaseEvery)
  return { ...step, version: next, deadline: next, kind: 'chase' }
}

/** Said to be done, by asking for sign-off, and nothing shows it. */
function evidenceTrigger(row: Recommendation, policy: ReminderPolicy, today: IsoDate): Trigger | null {
  if (!isOpenForForce(row) || row.evidence.length > 0 || policy.evidenceEvery === null) return null
  if (row.signOff === null || row.signOff.state === 'declined') return null
  const since = ukDay(row.signOff.askedAt)
  if (since >= today) return null
  const step = repeated('evidence-missing', daysBetween(since, today) - 1, policy.evidenceEvery)
  return { ...step, version: since, deadline: since, kind: 'owner' }
}

/** It is green, and the training that it rests on has fallen: said once each time it falls. */
function coverTrigger(row: Recommendation): Trigger | null {
  const since = fellOn(row)
  if (since === null) return null
  return {
    ...{ rule: 'cover-lapsed', occurrence: 1, mark: 'cover-lapsed', version: since },
    ...{ deadline: since, kind: 'cover' },
  }
}

function decisionTriggers(
  row: Recommendation,
  policy: ReminderPolicy,
  daysOff: DaysOff,
  today: IsoDate,
): readonly Trigger[] {
  if (!isOpenForForce(row)) return []
  const { signOff, extensionRequest, demonstrationUntil } = row
  const waiting = (rule: ReminderRule, since: IsoDate, version: string): readonly Trigger[] => {
    if (since > today) return []
    const step = decisionStep(rule, since, policy.decisionEvery, daysOff, today)
    return [{ ...step, version, deadline: since, kind: 'decision' }]
  }
  const over = signOff?.state === 'agreed' && demonstrationUntil !== null && demonstrationUntil < today
  return [
    ...(extensionRequest
      ? waiting('extension-waiting', ukDay(extensionRequest.askedAt), momentVersion(extensionRequest.askedAt))
      : []),
    ...(signOff?.state === 'asked'
      ? waiting('sign-off-waiting', ukDay(signOff.askedAt), momentVersion(signOff.askedAt))
      : []),
    ...(over ? waiting('sign-off-waiting', demonstrationUntil, `shown-${demonstrationUntil}`) : []),
  ]
}

/** Two requests of one day are two things to decide. */
const momentVersion = (at: Instant) => at.replace(/\.\d+Z$/, 'Z')

function decisionStep(
  rule: ReminderRule,
  since: IsoDate,
  every: number | null,
  daysOff: DaysOff,
  today: IsoDate,
): Step {
  let occurrence = 1
  if (every !== null)
    for (let next = workingDaysAfter(since, every, daysOff); next <= today; occurrence += 1)
      next = workingDaysAfter(next, every, daysOff)
  return { rule, occurrence, mark: occurrence === 1 ? rule : `${rule}-${occurrence}` }
}

/** What is to be said today of the duties that the law sets for a report. Neither preference nor policy silences them. */
export function clockTriggers(
  report: Pick<Report, 'clocks'>,
  policy: ReminderPolicy,
  daysOff: DaysOff,
  today: IsoDate,
): readonly ClockTrigger[] {
  const steps = { offsets: policy.statutoryOffsets, onTheDay: true, overdueEvery: policy.overdueEvery ?? 7 }
  return report.clocks.flatMap((clock) => {
    const deadline = clock.respondedOn === null ? lastDayOf(clock) : null
    const step = deadline === null ? null : mostUrgent(deadline, steps, daysOff, today)
    if (deadline === null || step === null) return []
    const mark = `statutory-${clock.kind}-${step.mark}`
    const { occurrence } = step
    return {
      rule: 'statutory',
      occurrence,
      mark,
      version: deadline,
      deadline,
      kind: 'clock',
      clockKind: clock.kind,
    }
  })
}
