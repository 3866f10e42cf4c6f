import { writeDate } from '../domain/calendarDays.ts'
import type { LineStanding, RunPlan } from '../usecases/planReminderRun.ts'
import type { PersonResult, RunReport } from '../usecases/sendReminders.ts'

const outcomes = ['sent', 'skipped', 'failed', 'unreachable', 'unconfirmed'] as const

const headings: Readonly<Record<(typeof outcomes)[number], string>> = {
  sent: 'Sent',
  skipped: 'Not sent again',
  failed: 'Failed; the next run tries again',
  unreachable: 'Cannot be reached in Teams; tell them by mail',
  unconfirmed: 'Not certain to have arrived; ask them',
}

/** What a run did, for people. */
export function tellReport(report: RunReport): readonly string[] {
  const told = outcomes.flatMap((outcome) => section(headings[outcome], report[outcome].map(personLine)))
  return [
    `Reminders for ${writeDate(report.today)}`,
    ...told,
    ...tellUnaddressed(report),
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
      lines.map(({ line, standing }) => `${line.key}: ${intentions[standing]}. ${line.reason}`),
    ),
  )
  const cards = cardsOf(plan)
  return [
    `Reminders for ${writeDate(plan.today)}, as a dry run`,
    ...people,
    ...tellUnaddressed(plan),
    `${cards} ${cards === 1 ? 'card' : 'cards'} would be sent. Nothing was sent or written.`,
  ]
}

const cardsOf = (plan: RunPlan) =>
  plan.people.filter(({ lines }) => lines.some(({ standing }) => standing !== 'sent')).length

/** A run as one object: who was told about which rows, and what was not sent and why. */
export function reportAsJson(report: RunReport): Record<string, unknown> {
  const { today, unaddressed, unreadable } = report
  const lists = Object.fromEntries(outcomes.map((outcome) => [outcome, report[outcome]]))
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, countRows(report[outcome])]))
  const totals = {
    cards: report.sent.length,
    ...counts,
    unaddressed: unaddressed.length,
    unreadable: unreadable.length,
  }
  return { today, dryRun: false, ...lists, unaddressed, unreadable, totals }
}

/** A plan in the shape of a run: nothing is sent, and `planned` says what would be. */
export function planAsJson(plan: RunPlan): Record<string, unknown> {
  const all = plan.people.flatMap(({ person, lines }) =>
    lines.map((line) => ({ person: person.name, ...line })),
  )
  const planned = plan.people.flatMap(({ person, lines }) => {
    const due = lines.filter(({ standing }) => standing !== 'sent')
    const rows = due.map(({ line }) => line.key)
    const reasons = due.map(({ line, standing }) => `${line.key}: ${intentions[standing]}. ${line.reason}`)
    return due.length === 0 ? [] : [{ person: person.name, rows, reasons }]
  })
  const skipped = all
    .filter(({ standing }) => standing === 'sent')
    .map(({ person, line }) => ({ person, rows: [line.key], reason: 'Sent already.' }))
  return {
    today: plan.today,
    dryRun: true,
    planned,
    sent: [],
    skipped,
    failed: [],
    unreachable: [],
    unconfirmed: [],
    unaddressed: plan.unaddressed,
    unreadable: plan.unreadable,
    totals: {
      cards: 0,
      plannedCards: planned.length,
      plannedRows: planned.reduce((count, { rows }) => count + rows.length, 0),
      skipped: skipped.length,
      unaddressed: plan.unaddressed.length,
      unreadable: plan.unreadable.length,
    },
  }
}
