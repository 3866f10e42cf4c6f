import { type Instant, ukDay } from '../domain/calendarDays.ts'
import { timesExtended } from '../domain/dueLedger.ts'
import type { Post, PostHolder } from '../domain/post.ts'
import type { Change, Recommendation } from '../domain/recommendation.ts'
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

/** The row that was decided about, and the day and name under which the cards are claimed. */
export interface TellInput {
  readonly rowRef: string
  readonly today: string
  readonly run: string
}

/** Places of the ladder of deciders: where one cannot be reached, the next is asked. */
const mostDeciders = 3

/**
 * Sends whoever is asked to decide about a row a card of its own, without waiting for the day's run. It is the same
 * card under the same key as the run's, so that whoever comes first sends it and nobody gets it twice. On days
 * without work, and where this fails, the next run sends it. Throws M365Error when something cannot be read.
 */
export async function tellDeciders(deps: TellDeps, input: TellInput): Promise<Told> {
  const { work, book } = await openRow(deps, input)
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

/**
 * Tells the person who asked for a later deadline or a sign-off what the answer is. Once for each answer, whichever
 * way it was given. Throws M365Error when something cannot be read.
 */
export async function tellAnswer(deps: TellDeps, input: TellInput, answer: AnswerGiven): Promise<Told> {
  const { work, book, row } = await openRow(deps, input)
  const results = newRunResults()
  const asker = holderWith(work.posts, answer.askedByObject)
  if (asker === null) return results.lists()
  await book.read([asker.objectId])
  const line = withTitle(answeredLine(row, asker, answer), titlesOf(work))
  await sendOne(deps, asker, [line], book, input, results)
  return results.lists()
}

/** What was answered: by whom, when, and to whom it is to be told. */
export interface AnswerGiven {
  readonly rule: 'extension-answered' | 'sign-off-answered'
  readonly askedByObject: string
  readonly by: string
  readonly at: Instant
}

/** The newest answer in a row's history, to whoever asked last; null when nothing was asked and answered. */
export function newestAnswer(row: Recommendation): AnswerGiven | null {
  const field = (change: Change) => change.field === 'extension' || change.field === 'sign-off'
  const at = row.history.findLastIndex((change) => field(change) && isAnswer(change))
  const answer = row.history[at]
  if (!answer) return null
  const asked = row.history
    .slice(0, at)
    .findLast((change) => change.field === answer.field && !isAnswer(change) && change.to !== '')
  if (!asked || asked.byObject === answer.byObject) return null
  const rule = answer.field === 'extension' ? 'extension-answered' : 'sign-off-answered'
  return { rule, askedByObject: asked.byObject, by: answer.by, at: answer.at }
}

const isAnswer = ({ to }: Change) => to === 'agreed' || to === 'declined'

async function openRow(deps: TellDeps, { rowRef, today }: TellInput) {
  const row = await deps.recommendations.get(rowRef)
  const [posts, reports, stored] = await Promise.all([
    deps.posts.all(),
    deps.reports.all(),
    deps.settings.all(),
  ])
  const settings = reminderSettingsOf(stored.rows.map(({ value }) => value))
  const work: DueWork = {
    rows: [row],
    posts: posts.rows.map(({ value }) => value),
    // The duties of the report are the day's run's business, and so are the row's other reminders.
    reports: reports.rows.map(({ value }) => ({ ...value, clocks: [] })),
    policies: settings.policies,
    calendar: { daysOff: settings.daysOff, time: null },
    today,
    unreadable: [],
  }
  const book = await openLedgerBook(deps.ledger, new Set([row.value.key]), today)
  return { work, book, row }
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
  deps: TellDeps,
  person: PostHolder,
  lines: readonly DeadlineLine[],
  book: LedgerBook,
  { run, today }: TellInput,
  results: ReturnType<typeof newRunResults>,
): Promise<void> {
  const card = lines.map((line) => {
    const entry = book.entry(line.key)
    return { line, entry, standing: standingOf(entry) }
  })
  const control = { name: { run, today }, mayGoOn: async () => true }
  await remindPerson(deps, { person, cards: [card] }, book, control, results)
}
