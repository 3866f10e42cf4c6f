import { writeDate } from '../domain/calendarDays.ts'
import { asksForDecision } from '../domain/reminderLines.ts'
import { sayHeld, sayLapsed, sayReason } from '../domain/reminderReasons.ts'
import type { HeldBack, LineStanding, RunPlan } from '../usecases/planReminderRun.ts'
import { type Outcome, outcomes, type PersonResult, type RunReport } from '../usecases/runReport.ts'

const headings: Readonly<Record<Outcome, string>> = {
  sent: 'Sent',
  skipped: 'Not sent again',
  failed: 'Failed; the next run tries again',
  unreachable: 'Cannot be reached; tell them yourself',
  unconfirmed: 'Not certain to have arrived; ask them',
  held: 'Not now',
  cancelled: 'Not due any more',
}

/** What a run did, for people. */
export function tellReport(report: RunReport): readonly string[] {
  const told = outcomes.flatMap((outcome) => section(headings[outcome], report[outcome].map(personLine)))
  return [
    `Reminders for ${writeDate(report.today)}`,
    ...(report.silence === null ? [] : [report.silence]),
    ...told,
    ...tellUnaddressed(report),
    ...(report.stopped === null ? [] : [report.stopped]),
    `${report.sent.length} cards sent for ${countRows(report.sent)} rows.`,
  ]
}

const personLine = ({ person, rows, reason }: PersonResult) => `${person}: ${rows.join(', ')}. ${reason}`

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${heading}:`, ...lines.map((line) => `  ${line}`)]
}

const countRows = (results: readonly PersonResult[]) =>
  results.reduce((count, { rows }) => count + rows.length, 0)

function tellUnaddressed(run: Pick<RunReport, 'unaddressed' | 'unreadable'>): readonly string[] {
  return [
    ...section(
      'Nobody to tell',
      run.unaddressed.map(({ key, deadline, reason }) => `${key}, due ${writeDate(deadline)}: ${reason}`),
    ),
    ...section(
      'Rows that cannot be read',
      run.unreadable.map(({ id, reason }) => `item ${id}: ${reason}`),
    ),
  ]
}

const intentions: Readonly<Record<LineStanding, string>> = {
  fresh: 'to be sent',
  failed: 'failed before, to be sent',
  unreachable: 'could not be reached before, to be sent if the app is installed now',
  'in-doubt': 'begun before, to be sent unless it is in the chat',
  sent: 'sent already, not again',
}

/** What a run would do, for people. */
export function tellPlan(plan: RunPlan): readonly string[] {
  const people = plan.people.flatMap(({ person, lines }) =>
    section(
      person.name,
      lines.map(
        ({ line, standing }) => `${line.recommendation}: ${intentions[standing]}. ${sayReason(line)}`,
      ),
    ),
  )
  const cards = cardsOf(plan)
  return [
    `Reminders for ${writeDate(plan.today)}, as a dry run`,
    ...people,
    ...section('Not now', plan.held.map(heldLine)),
    ...section(
      'Not due any more',
      plan.lapsed.map(({ key, code }) => `${key}: ${sayLapsed({ code })}`),
    ),
    ...tellUnaddressed(plan),
    `${cards} ${cards === 1 ? 'card' : 'cards'} would be sent. Nothing was sent or written.`,
  ]
}

const heldLine = ({ person, line, code }: HeldBack) =>
  `${person.name}, ${line.recommendation}: ${sayHeld({ code })} ${sayReason(line)}`

/** A digest for each person, and a card for each decision. */
const cardsOf = (plan: RunPlan) =>
  plan.people.reduce((count, { lines }) => {
    const decisions = lines.filter(({ line }) => asksForDecision(line.rule)).length
    return count + decisions + (lines.length > decisions ? 1 : 0)
  }, 0)

/** A run as one object: who was told about which rows, and what was not sent and why. */
export function reportAsJson(report: RunReport): Record<string, unknown> {
  const { today, unaddressed, unreadable, stopped, silence } = report
  const lists = Object.fromEntries(outcomes.map((outcome) => [outcome, report[outcome]]))
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, countRows(report[outcome])]))
  const totals = {
    cards: report.sent.length,
    ...counts,
    unaddressed: unaddressed.length,
    unreadable: unreadable.length,
  }
  return { today, dryRun: false, ...lists, unaddressed, unreadable, stopped, silence, totals }
}

/** A plan in the shape of a run: nothing is sent, and `planned` says what would be. */
export function planAsJson(plan: RunPlan): Record<string, unknown> {
  const planned = plan.people.map(({ person, lines }) => ({
    person: person.name,
    rows: lines.map(({ line }) => line.recommendation),
    rules: lines.map(({ line }) => line.rule),
    reasons: lines.map(
      ({ line, standing }) => `${line.recommendation}: ${intentions[standing]}. ${sayReason(line)}`,
    ),
  }))
  const inShape = (held: HeldBack) => ({
    person: held.person.name,
    rows: [held.line.recommendation],
    reason: sayHeld(held),
  })
  const [skipped, held] = [true, false].map((sent) =>
    plan.held.filter(({ code }) => (code === 'already-sent') === sent).map(inShape),
  )
  return {
    today: plan.today,
    dryRun: true,
    planned,
    sent: [],
    skipped,
    failed: [],
    unreachable: [],
    unconfirmed: [],
    held,
    cancelled: plan.lapsed.map(({ key, code }) => ({ key, reason: sayLapsed({ code }) })),
    unaddressed: plan.unaddressed,
    unreadable: plan.unreadable,
    totals: {
      cards: 0,
      plannedCards: cardsOf(plan),
      plannedRows: planned.reduce((count, { rows }) => count + rows.length, 0),
      skipped: skipped?.length ?? 0,
      held: held?.length ?? 0,
      unaddressed: plan.unaddressed.length,
      unreadable: plan.unreadable.length,
    },
  }
}
