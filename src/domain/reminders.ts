import type { IsoDate } from './calendarDays.ts'
import { lapsedEntries } from './lapsedReminders.ts'
import type { Post } from './post.ts'
import { closedNow, hadDigestOn, heldByWishes, type ReminderCalendar } from './reminderHolds.ts'
import {
  asksForDecision,
  type HeldLine,
  type LedgerMark,
  type PersonMessage,
  type ReminderLine,
  type ReminderPlan,
} from './reminderLines.ts'
import { type Addressed, type PlannedRow, ReminderPlanner } from './reminderPlanner.ts'
import type { ReminderPolicies } from './reminderPolicy.ts'
import type { Report } from './report.ts'
import type { TrainingDue } from './trainingReminders.ts'

/**
 * Who is to be told what on a day, and why; decides nothing about sending.
 * @param ledger what earlier runs left, at least for the people whom the rows concern
 * @param training what people need themselves
 * @param reports whose duties by law are to be watched; an empty list watches none
 */
export function planReminders(
  rows: readonly PlannedRow[],
  posts: readonly Post[],
  ledger: readonly LedgerMark[],
  policies: ReminderPolicies,
  calendar: ReminderCalendar,
  today: IsoDate,
  reports: readonly Report[] = [],
  training: readonly TrainingDue[] = [],
): ReminderPlan {
  const planner = new ReminderPlanner(posts, ledger, policies, calendar.daysOff, today)
  for (const row of rows) planner.addRow(row)
  for (const report of reports) planner.addReport(report)
  for (const due of training) planner.addTraining(due)
  const { addressed, unaddressed } = planner
  const lapsed = lapsedEntries(ledger, addressed, new Set(rows.map(({ value }) => value.key)))
  return { ...sortOut(addressed, planner, policies, calendar, today), unaddressed, lapsed }
}

/** Puts what goes out now on cards, one digest for each person, and says why the rest does not. */
function sortOut(
  addressed: readonly Addressed[],
  planner: ReminderPlanner,
  policies: ReminderPolicies,
  calendar: ReminderCalendar,
  today: IsoDate,
): Pick<ReminderPlan, 'messages' | 'notSent'> {
  const closed = closedNow(calendar, policies.rules, today)
  const notSent: HeldLine[] = []
  const open: Addressed[] = []
  for (const [objectId, lines] of Map.groupBy(addressed, ({ person }) => person.objectId)) {
    const preference = policies.preferences.get(objectId)
    const hadDigest = hadDigestOn(planner.byPerson.get(objectId) ?? [], today)
    for (const { person, line } of lines) {
      const state = planner.byKey.get(line.key)?.state
      // What was begun is settled whatever the person wishes: it may be in their chat.
      const begun = state === 'claimed' || state === 'unconfirmed'
      const wishes = () => heldByWishes(line, preference, calendar.daysOff, today, hadDigest && !begun)
      const code = state === 'sent' ? 'already-sent' : (closed ?? (begun ? null : wishes()))
      if (code) notSent.push({ person, line, code })
      else open.push({ person, line })
    }
  }
  return { messages: cardsOf(open), notSent }
}

function cardsOf(open: readonly Addressed[]): readonly PersonMessage[] {
  const cards: PersonMessage[] = []
  for (const mine of Map.groupBy(open, ({ person }) => person.objectId).values()) {
    const person = mine[0]?.person
    if (!person) continue
    const lines = [...new Map(mine.map(({ line }) => [line.key, line])).values()].sort(byUrgency)
    const digest = lines.filter((line) => !asksForDecision(line.rule))
    if (digest.length > 0) cards.push({ person, kind: 'digest', digest })
    for (const line of lines)
      if (asksForDecision(line.rule)) cards.push({ person, kind: 'decision', digest: [line] })
  }
  return cards
}

/** Duties by law first, then by the day. */
function byUrgency(a: ReminderLine, b: ReminderLine): number {
  const law = (line: ReminderLine) => (line.rule === 'statutory' ? 0 : 1)
  return (
    law(a) - law(b) ||
    a.deadline.localeCompare(b.deadline) ||
    a.recommendation.localeCompare(b.recommendation) ||
    a.key.localeCompare(b.key)
  )
}
