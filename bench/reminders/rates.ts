import { addDays, type IsoDate } from '../../src/domain/calendarDays.ts'
import type { ReminderPlan } from '../../src/domain/reminderLines.ts'
import { defaultPolicies } from '../../src/domain/reminderPolicy.ts'
import { planReminders } from '../../src/domain/reminders.ts'
import { publishedDaysOff, workingDaysBefore } from '../../src/domain/workingDays.ts'
import { paceOf, sharePointAllowance } from '../../src/usecases/pace.ts'
import type { LedgerEntry } from '../../src/usecases/ports.ts'
import { sendReminders } from '../../src/usecases/sendReminders.ts'
import { person, post, report, row, secretaryPost } from './subjects.ts'
import { publishedRates, ThrottledTenant } from './throttledTenant.ts'
import { seeded, VirtualTime } from './virtualTime.ts'

const size = { recommendations: 30_000, owners: 2_000, reports: 300, entriesOfOwner: 150 }
const today: IsoDate = '2021-06-16'
/** Of all rows so many are open and due within reach; the others are settled, or due later. */
const shareInSight = 0.25

/** A register of 30,000 recommendations with 2,000 owners; those in sight of reminders. */
function fill(tenant: ThrottledTenant): void {
  const random = seeded(1)
  for (let number = 1; number <= size.owners; number += 1) tenant.posts.put(post(number))
  tenant.posts.put(secretaryPost)
  for (let number = 0; number < size.reports; number += 1) tenant.reports.put(report(number))
  for (let number = 1; number <= size.recommendations * shareInSight; number += 1) {
    const deadline = addDays(today, Math.floor(random() * 100) - 55)
    const ownerPost = `post-${1 + Math.floor(random() * size.owners)}`
    tenant.recommendations.put(row(number, deadline, { ownerPost }))
  }
}

/** Years of reminders about other things: what a full ledger holds for each owner. */
function fillLedger(tenant: ThrottledTenant): void {
  for (let owner = 1; owner <= size.owners; owner += 1)
    for (let number = 1; number <= size.entriesOfOwner; number += 1) {
      const day = addDays('2019-01-01', number * 5)
      tenant.putEntry(entryFor(person(owner).objectId, `old/${owner}/${number}`, `old/${number}`, day))
    }
}

function entryFor(objectId: string, key: string, recommendation: string, day: IsoDate): LedgerEntry {
  const at = `${day}T07:00:00.000Z`
  return {
    ...{ key, recommendation, recommendationRef: '1', rule: 'overdue', deadline: day, person: objectId },
    ...{ personName: 'Somebody', state: 'sent', claimedAt: at, sentAt: at, conversation: 'a:1' },
    ...{ activity: `card ${key}`, note: '', run: `old ${day}`, forDay: day, progressSeen: '' },
  }
}

function planOn(tenant: ThrottledTenant, day: IsoDate, ledger: readonly LedgerEntry[]): ReminderPlan {
  return planReminders(
    tenant.recommendations.rows(),
    tenant.posts.rows().map(({ value }) => value),
    ledger,
    defaultPolicies,
    { daysOff: publishedDaysOff, time: null },
    day,
  )
}

/** The ledger as a service leaves it that has run on every working day before. */
function rememberRunsBefore(tenant: ThrottledTenant): void {
  const sent: LedgerEntry[] = []
  for (let back = 45; back >= 1; back -= 1) {
    const day = workingDaysBefore(today, back)
    for (const { person: to, digest } of planOn(tenant, day, sent).messages)
      for (const line of digest)
        sent.push({ ...entryFor(to.objectId, line.key, line.recommendation, day), rule: line.rule })
  }
  for (const entry of sent) tenant.putEntry(entry)
}

/** Milliseconds to plan a day over every recommendation, with a full ledger; the best of five. */
export function planningTime(): {
  readonly milliseconds: number
  readonly rows: number
  readonly entries: number
} {
  const tenant = new ThrottledTenant(new VirtualTime(0))
  fill(tenant)
  const random = seeded(2)
  for (let number = size.recommendations * shareInSight + 1; number <= size.recommendations; number += 1)
    tenant.recommendations.put(
      row(number, addDays(today, Math.floor(random() * 900) - 200), {
        ownerPost: `post-${1 + Math.floor(random() * size.owners)}`,
        status: random() < 0.7 ? 'GREEN' : 'AMBER',
      }),
    )
  fillLedger(tenant)
  const ledger = tenant.ledger.rows().map(({ value }) => value)
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    planOn(tenant, today, ledger)
    return performance.now() - started
  })
  return {
    milliseconds: Math.round(Math.min(...times)),
    rows: tenant.recommendations.rows().length,
    entries: tenant.ledger.rows().length,
  }
}

/**
 * One run against the tenant in memory, in virtual time.
 * @param kind `everything`: the first run of a service, when all that is in sight is new; `a day`: after many others
 */
export async function runAgainstRates(kind: 'everything' | 'a day'): Promise<Record<string, unknown>> {
  const time = new VirtualTime(Date.parse(`${today}T07:00:00Z`))
  const tenant = new ThrottledTenant(time)
  fill(tenant)
  fillLedger(tenant)
  if (kind === 'a day') rememberRunsBefore(tenant)
  const pace = paceOf(
    { now: () => time.now, wait: (milliseconds) => time.wait(milliseconds) },
    sharePointAllowance,
  )
  const started = time.now
  const run = sendReminders(tenant.deps(pace), { today, run: 'bench' })
  await time.until(run)
  const report = await run
  const seconds = (time.now - started) / 1_000
  const floor = Math.max(
    (tenant.units / publishedRates.unitsPerMinute) * 60,
    tenant.messages / publishedRates.messagesPerSecond,
  )
  return {
    cards: report.sent.length,
    lines: report.sent.reduce((sum, { rows }) => sum + rows.length, 0),
    failed: report.failed.length,
    requests: tenant.requests,
    resourceUnits: tenant.units,
    connectorMessages: tenant.messages,
    throttled: tenant.throttled,
    wallSeconds: Math.round(seconds),
    floorSeconds: Math.round(floor),
    ratio: Math.round((seconds / floor) * 1_000) / 1_000,
  }
}
