import { type AnswerGiven, newestAnswer } from '../domain/answerGiven.ts'
import { addDays, ukDay } from '../domain/calendarDays.ts'
import { timesExtended } from '../domain/dueLedger.ts'
import type { Post, PostHolder } from '../domain/post.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import { closedNow } from '../domain/reminderHolds.ts'
import { asksForDecision, type ReminderLine, reminderLedgerKey } from '../domain/reminderLines.ts'
import { reminderSettingsOf } from '../domain/reminderSettings.ts'
import { type LedgerBook, openLedgerBook } from './ledgerBook.ts'
import { type DueWork, readConcerned, standingOf, titlesOf, withTitle } from './planReminderRun.ts'
import type {
  DeadlineLine,
  LedgerStore,
  Messenger,
  PostStore,
  RecommendationStore,
  ReportStore,
  SettingStore,
  Stored,
} from './ports.ts'
import { type PersonDeps, remindPerson } from './remindPerson.ts'
import { newRunResults, type RunReport } from './runReport.ts'

/** What telling somebody at once reads and writes. */
export interface TellDeps extends PersonDeps {
  readonly recommendations: Pick<RecommendationStore, 'get'>
  readonly posts: Pick<PostStore, 'all'>
  readonly reports: Pick<ReportStore, 'all'>
  readonly settings: Pick<SettingStore, 'all'>
  readonly ledger: Pick<LedgerStore, 'create' | 'save' | 'ofPerson' | 'pending'>
  readonly messenger: Messenger
}

/** What became of it, by what the ledger's outcomes are called. */
export type Told = Pick<RunReport, 'sent' | 'skipped' | 'failed' | 'unreachable' | 'unconfirmed'>

/** The day and the name under which the cards are claimed. */
export interface TellMoment {
  readonly today: string
  /** Local time where quiet hours are to be kept, `HH:MM`. */
  readonly time: string | null
  readonly run: string
}

/** The row that was decided about, and when. */
export interface TellInput extends TellMoment {
  readonly rowRef: string
}

/** Places of the ladder of deciders: where one cannot be reached, the next is asked. */
const mostDeciders = 3

/**
 * Sends whoever is asked to decide about a row a card of its own, without waiting for the day's run. It is the same
 * card under the same key as the run's, so that whoever comes first sends it and nobody gets it twice. In quiet hours,
 * on days without work, and where this fails, the next run sends it. Throws M365Error when something cannot be read.
 */
export async function tellDeciders(deps: TellDeps, input: TellInput): Promise<Told> {
  const row = await deps.recommendations.get(input.rowRef)
  const { work, book } = await openAround(deps, input, [row])
  const results = newRunResults()
  const attempted = new Set<string>()
  for (let round = 1; round <= mostDeciders; round += 1) {
    const plan = await readConcerned(work, book)
    const fresh = plan.messages.filter(({ digest }) =>
      digest.every((line) => asksForDecision(line.rule) && !attempted.has(line.key)),
    )
    if (fresh.length === 0) break
    for (const { person, digest } of fresh) {
      for (const line of digest) attempted.add(line.key)
      const lines = digest.map((line) => withTitle(line, titlesOf(work)))
      await sendOne(deps, person, lines, book, input, results)
    }
  }
  return results.lists()
}

/** Days for which an answer is still told that could not be told at once, or was given in the tab. */
const answersKept = 7

/**
 * Tells everybody what was answered to what they asked for in the last days, in the tab or on a card; whoever was
 * told already is not told again. In quiet hours and on days without work nobody is told; the next run does it.
 * Throws M365Error when the rows cannot be read.
 */
export async function tellAnswers(
  deps: Omit<TellDeps, 'recommendations'> & {
    readonly recommendations: Pick<RecommendationStore, 'answeredSince'>
  },
  input: TellMoment,
): Promise<Told> {
  const { rows } = await deps.recommendations.answeredSince(addDays(input.today, -answersKept))
  return tellAnswersOf(deps, input, rows)
}

/** The same for one row, at once. Throws M365Error when something cannot be read. */
export async function tellAnswer(deps: TellDeps, input: TellInput): Promise<Told> {
  return tellAnswersOf(deps, input, [await deps.recommendations.get(input.rowRef)])
}

async function tellAnswersOf(
  deps: Omit<TellDeps, 'recommendations'>,
  input: TellMoment,
  rows: readonly Stored<Recommendation>[],
): Promise<Told> {
  const results = newRunResults()
  const answered = rows.filter(({ value }) => newestAnswer(value) !== null)
  if (answered.length === 0) return results.lists()
  const { work, book } = await openAround(deps, input, answered)
  if (closedNow(work.calendar, work.policies.rules, input.today) !== null) return results.lists()
  for (const row of answered) {
    const answer = newestAnswer(row.value)
    const asker = answer && holderWith(work.posts, answer.askedByObject)
    if (!answer || !asker) continue
    await book.read([asker.objectId])
    const line = withTitle(answeredLine(row, asker, answer), titlesOf(work))
    if (book.entry(line.key)?.value.state !== 'sent') await sendOne(deps, asker, [line], book, input, results)
  }
  return results.lists()
}

/**
 * Tells the owners of green rows and the board secretary that the training under them has fallen, without waiting for
 * the day's run, and whatever digest they wish for: under the same key as the run's line, so that nobody is told twice.
 * In quiet hours and on days without work the next run does it. Throws M365Error when something cannot be read.
 */
export async function tellFallen(
  deps: Omit<TellDeps, 'recommendations'>,
  input: TellMoment,
  rows: readonly Stored<Recommendation>[],
): Promise<Told> {
  const results = newRunResults()
  if (rows.length === 0) return results.lists()
  const { work, book } = await openAround(deps, input, rows)
  if (closedNow(work.calendar, work.policies.rules, input.today) !== null) return results.lists()
  const plan = await readConcerned(work, book)
  const wanted = [
    ...plan.messages.flatMap(({ person, digest }) => digest.map((line) => ({ person, line }))),
    ...plan.notSent.filter(({ code }) => code !== 'already-sent'),
  ].filter(({ line }) => line.rule === 'cover-lapsed')
  for (const mine of Map.groupBy(wanted, ({ person }) => person.objectId).values()) {
    const lines = mine.map(({ line }) => withTitle(line, titlesOf(work)))
    const [first] = mine
    if (first) await sendOne(deps, first.person, lines, book, input, results)
  }
  return results.lists()
}

async function openAround(
  deps: Omit<TellDeps, 'recommendations'>,
  { today, time }: TellMoment,
  rows: readonly Stored<Recommendation>[],
): Promise<{ readonly work: DueWork; readonly book: LedgerBook }> {
  const [posts, reports, stored] = await Promise.all([
    deps.posts.all(),
    deps.reports.all(),
    deps.settings.all(),
  ])
  const settings = reminderSettingsOf(stored.rows.map(({ value }) => value))
  const work: DueWork = {
    rows,
    posts: posts.rows.map(({ value }) => value),
    // The duties of the report are the day's run's business, and so are the row's other reminders.
    reports: reports.rows.map(({ value }) => ({ ...value, clocks: [] })),
    policies: settings.policies,
    calendar: { daysOff: settings.daysOff, time },
    today,
    unreadable: [],
  }
  const book = await openLedgerBook(deps.ledger, new Set(rows.map(({ value }) => value.key)), today)
  return { work, book }
}

/** Only people of the Posts list can be told: their address and name stand there. */
function holderWith(posts: readonly Post[], objectId: string): PostHolder | null {
  const all = posts.flatMap((post) => [post.holder, post.deputy, post.headOfUnit])
  return all.find((person) => person?.objectId === objectId) ?? null
}

function answeredLine(
  { id, value: row }: Stored<Recommendation>,
  asker: PostHolder,
  answer: AnswerGiven,
): ReminderLine {
  const { rule, at, by } = answer
  return {
    key: reminderLedgerKey(row.key, rule, at, asker.objectId),
    ...{ rule, occurrence: 1, recommendation: row.key, rowRef: id, row, clock: null },
    ...{ deadline: ukDay(at), daysLeft: 0, extended: timesExtended(row.due) },
    reason: {
      ...{ person: asker.name, rung: 'holder', postTitle: '', because: 'asked', other: by, silence: 0 },
    },
  }
}

async function sendOne(
  deps: PersonDeps,
  person: PostHolder,
  lines: readonly DeadlineLine[],
  book: LedgerBook,
  { run, today }: TellMoment,
  results: ReturnType<typeof newRunResults>,
): Promise<void> {
  const card = lines.map((line) => {
    const entry = book.entry(line.key)
    return { line, entry, standing: standingOf(entry) }
  })
  const control = { name: { run, today }, mayGoOn: async () => true }
  await remindPerson(deps, { person, cards: [card] }, book, control, results)
}
