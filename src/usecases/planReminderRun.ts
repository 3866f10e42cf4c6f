import type { IsoDate } from '../domain/calendarDays.ts'
import type { Post, PostHolder } from '../domain/post.ts'
import type { ReminderCalendar } from '../domain/reminderHolds.ts'
import type {
  HeldLine,
  LapsedEntry,
  LedgerMark,
  ReminderLine,
  ReminderPlan,
  UnaddressedRow,
} from '../domain/reminderLines.ts'
import type { PlannedRow } from '../domain/reminderPlanner.ts'
import type { ReminderPolicies } from '../domain/reminderPolicy.ts'
import { reminderHorizon } from '../domain/reminderReach.ts'
import { reminderSettingsOf } from '../domain/reminderSettings.ts'
import { planReminders } from '../domain/reminders.ts'
import type { Report } from '../domain/report.ts'
import { type TrainingDue, trainingDues, trainingKey } from '../domain/trainingReminders.ts'
import type { DaysOff } from '../domain/workingDays.ts'
import { type LedgerBook, openLedgerBook } from './ledgerBook.ts'
import type {
  DeadlineLine,
  LedgerEntry,
  LedgerStore,
  PostStore,
  ReadRows,
  RecommendationStore,
  ReportStore,
  SettingStore,
  Stored,
  UnreadableRow,
} from './ports.ts'
import type { BookingStore, CoverStore, RequirementStore } from './trainingPorts.ts'

/** What planning a run reads; nothing is written. */
export interface PlanDeps {
  readonly recommendations: Pick<RecommendationStore, 'dueBy' | 'chaseBy' | 'waitingBy'>
  readonly posts: Pick<PostStore, 'all'>
  readonly reports: Pick<ReportStore, 'all'>
  readonly settings: Pick<SettingStore, 'all'>
  readonly ledger: Pick<LedgerStore, 'ofPerson' | 'pending'>
  /** Who needs which training; without them nobody is told of their own. */
  readonly cover?: Pick<CoverStore, 'tellingBy'>
  readonly requirements?: Pick<RequirementStore, 'all'>
  /** Places that people have; without them everybody is told who is due. */
  readonly bookings?: Pick<BookingStore, 'onOrAfter'>
}

/** The day of a run, and the local time where quiet hours are to be kept (`HH:MM`). */
export interface RunMoment {
  readonly today: IsoDate
  readonly time?: string | null
  /** Rules to plan by in place of those that are saved; the rest holds as it is saved. */
  readonly proposed?: ReminderProposal | null
}

/** What is being considered, before anybody saves it. */
export interface ReminderProposal {
  readonly policies?: Partial<ReminderPolicies>
  readonly daysOff?: DaysOff
}

/** What an earlier run left for a line: nothing, a card, a claim whose card may or may not exist, or a failure. */
export type LineStanding = 'fresh' | 'sent' | 'in-doubt' | 'failed' | 'unreachable'

export interface PlannedLine {
  readonly line: DeadlineLine
  readonly standing: LineStanding
  readonly entry: Stored<LedgerEntry> | null
}

/** Everything that a plan is made from. */
export interface DueWork {
  readonly rows: readonly PlannedRow[]
  readonly posts: readonly Post[]
  readonly reports: readonly Report[]
  /** What people need themselves; left out where only rows are looked at. */
  readonly training?: readonly TrainingDue[]
  readonly policies: ReminderPolicies
  readonly calendar: ReminderCalendar
  readonly today: IsoDate
  readonly unreadable: readonly UnreadableRow[]
}

/** A line that does not go out now, and why. */
export interface HeldBack extends HeldLine {
  readonly line: DeadlineLine
}

export interface RunPlan {
  readonly today: IsoDate
  readonly people: readonly { readonly person: PostHolder; readonly lines: readonly PlannedLine[] }[]
  readonly held: readonly HeldBack[]
  readonly lapsed: readonly LapsedEntry[]
  readonly unaddressed: readonly UnaddressedRow[]
  readonly unreadable: readonly UnreadableRow[]
}

/** Reads the rows that are due, their owners, their reports and the rules. Throws `M365Error` when a list cannot be read. */
export async function readDueWork(deps: Omit<PlanDeps, 'ledger'>, moment: RunMoment): Promise<DueWork> {
  const { today, time = null, proposed = null } = moment
  const [posts, reports, stored] = await Promise.all([
    deps.posts.all(),
    deps.reports.all(),
    deps.settings.all(),
  ])
  const settings = reminderSettingsOf(stored.rows.map(({ value }) => value))
  const policies = { ...settings.policies, ...proposed?.policies }
  const daysOff = proposed?.daysOff ?? settings.daysOff
  const horizon = reminderHorizon(today, policies, daysOff)
  const reads = [
    await deps.recommendations.dueBy(horizon),
    await deps.recommendations.chaseBy(today),
    await deps.recommendations.waitingBy(today),
  ]
  const training = await readTrainingDues(deps, today)
  const rows = new Map(reads.flatMap((read) => read.rows).map((row) => [row.id, row]))
  const sources = [...reads, ...training.sources, posts, reports, stored, settings]
  const unreadable = new Map(
    sources.flatMap((read) => read.unreadable).map((row) => [`${row.id} ${row.reason}`, row]),
  )
  return {
    rows: [...rows.values()],
    posts: posts.rows.map(({ value }) => value),
    reports: reports.rows.map(({ value }) => value),
    training: training.dues,
    policies,
    calendar: { daysOff, time },
    today,
    unreadable: [...unreadable.values()],
  }
}

async function readTrainingDues(deps: Omit<PlanDeps, 'ledger'>, today: IsoDate) {
  const { cover, requirements, bookings } = deps
  if (!cover || !requirements) return { dues: [], sources: [] }
  const [figures, asked] = await Promise.all([cover.tellingBy(today), requirements.all()])
  const valuesOf = <T>({ rows }: ReadRows<T>) => rows.map(({ value }) => value)
  const given = [valuesOf(figures), valuesOf(asked), today] as const
  const dues = trainingDues(...given)
  if (dues.length === 0 || !bookings) return { dues, sources: [figures, asked] }
  const places = await bookings.onOrAfter(today)
  return { dues: trainingDues(...given, valuesOf(places)), sources: [figures, asked, places] }
}

/** The plan of a day from what was read; pure. */
export function planOf(work: DueWork, ledger: readonly LedgerMark[]): ReminderPlan {
  const { rows, posts, policies, calendar, today, reports, training } = work
  return planReminders(rows, posts, ledger, policies, calendar, today, reports, training)
}

/** Reads the ledger of everybody whom the rows concern, and of those to whom a reminder goes up. */
export async function openPlan(
  deps: PlanDeps,
  moment: RunMoment,
): Promise<{ readonly work: DueWork; readonly book: LedgerBook }> {
  const work = await readDueWork(deps, moment)
  const subjects = [
    ...work.rows.map(({ value }) => value.key),
    ...work.reports.map(({ key }) => key),
    ...(work.training ?? []).map(({ subject }) => trainingKey(subject.requirement)),
  ]
  const book = await openLedgerBook(deps.ledger, new Set(subjects), work.today)
  await readConcerned(work, book)
  return { work, book }
}

/** Reads on until the plan speaks of nobody whose entries are not known. */
export async function readConcerned(work: DueWork, book: LedgerBook): Promise<ReminderPlan> {
  for (;;) {
    const plan = planOf(work, book.marks())
    const missing = peopleOf(plan, book).filter((person) => !book.has(person))
    if (missing.length === 0) return plan
    await book.read(missing)
  }
}

function peopleOf(plan: ReminderPlan, book: LedgerBook): readonly string[] {
  const told = [...plan.messages, ...plan.notSent].map(({ person }) => person.objectId)
  const lapsed = plan.lapsed.flatMap(({ key }) => book.entry(key)?.value.person ?? [])
  return [...new Set([...told, ...lapsed])]
}

/** Titles of the reports, by key. */
export function titlesOf(work: Pick<DueWork, 'reports'>): ReadonlyMap<string, string> {
  return new Map(work.reports.map((report) => [report.key, report.title]))
}

/** A line with the title that its card shows. */
export function withTitle(line: ReminderLine, titles: ReadonlyMap<string, string>): DeadlineLine {
  const report = line.row?.reportKey ?? line.clock?.reportKey ?? ''
  return { ...line, reportTitle: titles.get(report) ?? '' }
}

/** What the ledger knows of a line. */
export function standingOf(entry: Stored<LedgerEntry> | null): LineStanding {
  if (entry === null) return 'fresh'
  const { state } = entry.value
  if (state === 'claimed' || state === 'unconfirmed') return 'in-doubt'
  return state === 'cancelled' ? 'failed' : state
}

/** A run as it would go today, with nothing sent and nothing written: what `remind --dry-run` prints. */
export async function planRun(deps: PlanDeps, moment: RunMoment): Promise<RunPlan> {
  const { work, book } = await openPlan(deps, moment)
  const plan = planOf(work, book.marks())
  const titles = titlesOf(work)
  const planned = (line: ReminderLine): PlannedLine => {
    const entry = book.entry(line.key)
    return { line: withTitle(line, titles), entry, standing: standingOf(entry) }
  }
  const people = Map.groupBy(plan.messages, ({ person }) => person.objectId)
  return {
    today: moment.today,
    people: [...people.values()].flatMap((cards) => {
      const person = cards[0]?.person
      return person ? [{ person, lines: cards.flatMap(({ digest }) => digest.map(planned)) }] : []
    }),
    held: plan.notSent.map((held) => ({ ...held, line: withTitle(held.line, titles) })),
    lapsed: plan.lapsed,
    unaddressed: plan.unaddressed,
    unreadable: [...work.unreadable, ...book.unreadable],
  }
}
