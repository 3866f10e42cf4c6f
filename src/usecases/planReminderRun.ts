import type { IsoDate } from '../domain/calendarDays.ts'
import type { PostHolder } from '../domain/post.ts'
import {
  defaultReminderPolicy,
  planReminders,
  type ReminderPolicy,
  reminderHorizon,
  type UnaddressedRow,
} from '../domain/reminders.ts'
import type {
  DeadlineLine,
  LedgerEntry,
  LedgerStore,
  PostStore,
  RecommendationStore,
  ReportStore,
  Stored,
  UnreadableRow,
} from './ports.ts'

/** What planning a run reads; nothing is written. */
export interface PlanDeps {
  readonly recommendations: Pick<RecommendationStore, 'dueBy'>
  readonly posts: Pick<PostStore, 'all'>
  readonly reports: Pick<ReportStore, 'all'>
  readonly ledger: Pick<LedgerStore, 'ofPerson'>
  readonly policy?: ReminderPolicy
}

/** What an earlier run left for a line: nothing, a card, a claim whose card may or may not exist, or a failure. */
export type LineStanding = 'fresh' | 'sent' | 'in-doubt' | 'failed' | 'unreachable'

export interface PlannedLine {
  readonly line: DeadlineLine
  readonly standing: LineStanding
  readonly entry: Stored<LedgerEntry> | null
}

export interface Recipient {
  readonly person: PostHolder
  readonly lines: readonly DeadlineLine[]
}

/** Who is due something on a day, before anybody asks what was sent already. */
export interface DueWork {
  readonly recipients: readonly Recipient[]
  readonly unaddressed: readonly UnaddressedRow[]
  readonly unreadable: readonly UnreadableRow[]
}

export interface RunPlan {
  readonly today: IsoDate
  readonly people: readonly { readonly person: PostHolder; readonly lines: readonly PlannedLine[] }[]
  readonly unaddressed: readonly UnaddressedRow[]
  readonly unreadable: readonly UnreadableRow[]
}

/** Reads the rows that are due, their owners and their reports. Throws `M365Error` when a list cannot be read. */
export async function readDueWork(deps: Omit<PlanDeps, 'ledger'>, today: IsoDate): Promise<DueWork> {
  const policy = deps.policy ?? defaultReminderPolicy
  const rows = await deps.recommendations.dueBy(reminderHorizon(today, policy))
  const [posts, reports] = await Promise.all([deps.posts.all(), deps.reports.all()])
  const titles = new Map(reports.rows.map(({ value }) => [value.key, value.title]))
  const plan = planReminders(
    rows.rows,
    posts.rows.map(({ value }) => value),
    new Set(),
    policy,
    today,
  )
  return {
    recipients: plan.recipients.map(({ person, lines }) => ({
      person,
      lines: lines.map((line) => ({ ...line, reportTitle: titles.get(line.row.reportKey) ?? '' })),
    })),
    unaddressed: plan.unaddressed,
    unreadable: [...rows.unreadable, ...posts.unreadable, ...reports.unreadable],
  }
}

/** What the ledger knows of one person's lines. */
export function standingsOf(
  lines: readonly DeadlineLine[],
  entries: readonly Stored<LedgerEntry>[],
): readonly PlannedLine[] {
  const known = new Map(entries.map((entry) => [entry.value.key, entry]))
  return lines.map((line) => {
    const entry = known.get(line.ledgerKey) ?? null
    return { line, entry, standing: standingOf(entry) }
  })
}

function standingOf(entry: Stored<LedgerEntry> | null): LineStanding {
  if (entry === null) return 'fresh'
  const { state } = entry.value
  return state === 'claimed' || state === 'unconfirmed' ? 'in-doubt' : state
}

/** A run as it would go today, with nothing sent and nothing written: what `remind --dry-run` prints. */
export async function planRun(deps: PlanDeps, input: { readonly today: IsoDate }): Promise<RunPlan> {
  const work = await readDueWork(deps, input.today)
  const unreadable = [...work.unreadable]
  const people: { person: PostHolder; lines: readonly PlannedLine[] }[] = []
  for (const { person, lines } of work.recipients) {
    const ledger = await deps.ledger.ofPerson(person.objectId)
    unreadable.push(...ledger.unreadable)
    people.push({ person, lines: standingsOf(lines, ledger.rows) })
  }
  return { today: input.today, people, unaddressed: work.unaddressed, unreadable }
}
