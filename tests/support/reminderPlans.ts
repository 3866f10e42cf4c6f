import type { Post } from '../../src/domain/post.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import type { LedgerMark, ReminderPlan } from '../../src/domain/reminderLines.ts'
import { defaultPolicies, type ReminderPolicies } from '../../src/domain/reminderPolicy.ts'
import { planReminders } from '../../src/domain/reminders.ts'
import type { Report } from '../../src/domain/report.ts'
import { publishedDaysOff } from '../../src/domain/workingDays.ts'
import { aDueEntry, aPost, aRecommendation, holderOf, secretary } from './register.ts'

/** A row with one deadline. */
export const dueOn = (date: string, changes: Partial<Recommendation> = {}) =>
  aRecommendation({ due: [aDueEntry({ date, precision: 'day' })], ...changes })
/** The post at the top of every ladder. */
export const secretaryPost = aPost({
  key: 'board-secretary',
  title: 'Board Secretary',
  holder: holderOf(secretary),
})
/** A head of unit. */
export const head = { objectId: 'o-head', name: 'Hannah Head', address: 'hannah.head@thameside.example' }

/** What a plan is made from beside rows and day. */
export interface Given {
  readonly posts?: readonly Post[]
  readonly ledger?: readonly LedgerMark[]
  readonly policies?: Partial<ReminderPolicies>
  readonly time?: string | null
  readonly reports?: readonly Report[]
}

/** A plan of a day. */
export function plan(
  rows: Recommendation | readonly Recommendation[],
  today: string,
  given: Given = {},
): ReminderPlan {
  const { posts = [aPost(), secretaryPost], ledger = [], policies = {}, time = null, reports = [] } = given
  const stored = [rows].flat().map((value, at) => ({ id: String(at + 1), value }))
  const calendar = { daysOff: publishedDaysOff, time }
  return planReminders(stored, posts, ledger, { ...defaultPolicies, ...policies }, calendar, today, reports)
}

/** The lines that go out. */
export const linesOf = (one: ReminderPlan) => one.messages.flatMap(({ digest }) => digest)
/** Who is told under which rule. */
export const said = (one: ReminderPlan) =>
  one.messages.flatMap(({ person, digest }) => digest.map((line) => `${person.name}: ${line.rule}`))
/** Why the other lines wait. */
export const held = (one: ReminderPlan) => one.notSent.map(({ code }) => code)

/** The cards of a plan as the ledger knows them once they were sent on a morning. */
export function sent(one: ReminderPlan, day: string, changes: Partial<LedgerMark> = {}): LedgerMark[] {
  return one.messages.flatMap(({ person, digest }) =>
    digest.map(({ key, recommendation, rule }) => ({
      ...{ key, recommendation, rule, person: person.objectId },
      ...{ state: 'sent' as const, sentAt: `${day}T08:00:00.000Z`, forDay: day },
      ...changes,
    })),
  )
}

/** A duty under section 55 whose last day is 5 May 2021. */
export function aClock() {
  return {
    ...{ kind: 'section-55' as const, from: '2021-03-11', setTo: null, extensionAskedOn: null },
    ...{ stoppedOn: null, resumedOn: null, respondedOn: null as string | null, publishedOn: null, note: '' },
  }
}
