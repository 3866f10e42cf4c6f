import { addDays, daysBetween, type IsoDate, writeDate } from './calendarDays.ts'
import { timesExtended } from './dueLedger.ts'
import type { Post, PostHolder } from './post.ts'
import { openDeadline, type Recommendation } from './recommendation.ts'

/** How long before a deadline a person is told. */
export interface ReminderPolicy {
  readonly daysBefore: number
}
export const defaultReminderPolicy: ReminderPolicy = { daysBefore: 14 }

/** The last deadline that a run on this day has to look at. */
export function reminderHorizon(today: IsoDate, policy: ReminderPolicy): IsoDate {
  return addDays(today, policy.daysBefore)
}

export type ReminderRule = 'due-soon' | 'overdue'

/** One thing to tell one person, and why. */
export interface ReminderLine {
  readonly rowRef: string
  readonly key: string
  readonly rule: ReminderRule
  readonly deadline: IsoDate
  readonly daysLeft: number
  readonly extended: number
  readonly postTitle: string
  readonly row: Recommendation
  /** Unique for ever: row, rule, deadline version, person. */
  readonly ledgerKey: string
  readonly reason: string
}

/** Why a due row has nobody to be told. */
export interface UnaddressedRow {
  readonly key: string
  readonly deadline: IsoDate
  readonly code: 'no-owner' | 'vacant-post' | 'unknown-post'
  readonly reason: string
}

export interface ReminderPlan {
  readonly recipients: readonly { readonly person: PostHolder; readonly lines: readonly ReminderLine[] }[]
  readonly alreadySent: readonly {
    readonly ledgerKey: string
    readonly key: string
    readonly person: string
  }[]
  readonly unaddressed: readonly UnaddressedRow[]
}

/** The key under which a reminder is claimed: the same row, rule, deadline and person never get a second card. */
export function reminderLedgerKey(
  recommendationKey: string,
  rule: ReminderRule,
  deadline: IsoDate,
  objectId: string,
): string {
  return `${recommendationKey}|${rule}|${deadline}|${objectId}`
}

/**
 * Who is to be told what on a day, and why; decides nothing about sending.
 * @param ledgerKeys keys already claimed or sent, of any age
 */
export function planReminders(
  rows: readonly { readonly id: string; readonly value: Recommendation }[],
  posts: readonly Post[],
  ledgerKeys: ReadonlySet<string>,
  policy: ReminderPolicy,
  today: IsoDate,
): ReminderPlan {
  const byKey = new Map(posts.map((post) => [post.key, post]))
  const recipients = new Map<string, { person: PostHolder; lines: ReminderLine[] }>()
  const alreadySent: { ledgerKey: string; key: string; person: string }[] = []
  const unaddressed: UnaddressedRow[] = []
  for (const { id, value: row } of rows) {
    const deadline = openDeadline(row)
    if (deadline === null || deadline > reminderHorizon(today, policy)) continue
    const addressee = findAddressee(row, deadline, byKey)
    if ('code' in addressee) {
      unaddressed.push(addressee)
      continue
    }
    const line = reminderLine(id, row, deadline, addressee.post, addressee.person, today)
    if (ledgerKeys.has(line.ledgerKey)) {
      alreadySent.push({ ledgerKey: line.ledgerKey, key: row.key, person: addressee.person.name })
      continue
    }
    const entry = recipients.get(addressee.person.objectId) ?? { person: addressee.person, lines: [] }
    entry.lines.push(line)
    recipients.set(addressee.person.objectId, entry)
  }
  for (const entry of recipients.values())
    entry.lines.sort((a, b) => a.deadline.localeCompare(b.deadline) || a.key.localeCompare(b.key))
  return { recipients: [...recipients.values()], alreadySent, unaddressed }
}

function findAddressee(
  row: Recommendation,
  deadline: IsoDate,
  posts: ReadonlyMap<string, Post>,
): { post: Post; person: PostHolder } | UnaddressedRow {
  const refuse = (code: UnaddressedRow['code'], reason: string): UnaddressedRow => ({
    key: row.key,
    deadline,
    code,
    reason,
  })
  if (row.ownerPost === null) return refuse('no-owner', 'No post owns this row yet.')
  const post = posts.get(row.ownerPost)
  if (!post) return refuse('unknown-post', `The owning post ${row.ownerPost} is not in the Posts list.`)
  const person = post.holder ?? post.deputy
  return person
    ? { post, person }
    : refuse('vacant-post', `The post ${post.title} is vacant and has no deputy.`)
}

function reminderLine(
  rowRef: string,
  row: Recommendation,
  deadline: IsoDate,
  post: Post,
  person: PostHolder,
  today: IsoDate,
): ReminderLine {
  const daysLeft = daysBetween(today, deadline)
  const rule: ReminderRule = daysLeft < 0 ? 'overdue' : 'due-soon'
  const when = rule === 'overdue' ? `was due on ${writeDate(deadline)}` : `is due on ${writeDate(deadline)}`
  return {
    rowRef,
    key: row.key,
    rule,
    deadline,
    daysLeft,
    extended: timesExtended(row.due),
    postTitle: post.title,
    row,
    ledgerKey: reminderLedgerKey(row.key, rule, deadline, person.objectId),
    reason: `${person.name} holds the post ${post.title}, which owns this row; it ${when}.`,
  }
}
