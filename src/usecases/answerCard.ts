import type { Instant } from '../domain/calendarDays.ts'
import { fingerprint } from '../domain/fingerprint.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { type Post, postsHeldBy } from '../domain/post.ts'
import {
  type Change,
  type EditRefusal,
  editProgress,
  isOpenForForce,
  type Recommendation,
  whoWroteProgress,
} from '../domain/recommendation.ts'
import type { Person } from '../domain/roles.ts'
import {
  type CardContents,
  type CardContext,
  type CardReading,
  type CardUpdate,
  entriesOfCard,
  readCardRow,
} from './cardRows.ts'
import type { Clock, PostStore, RecommendationStore, ReportStore, Stored } from './ports.ts'

export interface AnswerDeps extends CardReading {
  readonly recommendations: Pick<RecommendationStore, 'get' | 'save'>
  readonly posts: Pick<PostStore, 'all'>
  readonly reports: Pick<ReportStore, 'all'>
  readonly clock: Clock
}

/** A press of *Update progress*. Only the person is trusted: the channel's token vouches for them. */
export interface CardPress {
  readonly person: { readonly objectId: string; readonly name: string }
  readonly rowRef: string
  readonly typed: string
  /** How much of the row's history the card had seen; null when the card does not say. */
  readonly seen: number | null
  /** Fingerprint of the progress that the card was made from; null when the card does not say. */
  readonly progressSeen: string | null
  /** Id of the card's message, to find the card's other rows. */
  readonly activity: string | null
}

/** Longest note that a card takes; longer ones are written in the tab. */
export const longestCardNote = 4_000

export type PressOutcome =
  | { readonly code: 'saved' }
  | { readonly code: 'refused'; readonly why: EditRefusal | 'too-long-for-a-card' | 'closed' | 'missing' }
  | {
      readonly code: 'conflict'
      /** The note that is there, and who wrote it; nobody known when it was changed outside Follow-Through. */
      readonly theirs: CardUpdate
    }

export interface CardAnswer extends CardContents {
  readonly outcome: PressOutcome
  /** The note is saved, and after that the rows could not be read: there is nothing to make a new card from. */
  readonly unread: boolean
}

/**
 * Decides a press from the row in the list and the person who pressed, and answers with the card as it is now true.
 * @throws M365Error when Microsoft 365 cannot be read or written, never after the note was saved for certain
 */
export async function answerCard(deps: AnswerDeps, press: CardPress): Promise<CardAnswer> {
  const [posts, reports, entries, now, today] = await Promise.all([
    deps.posts.all(),
    deps.reports.all(),
    deps.ledger.ofPerson(press.person.objectId),
    deps.clock.now(),
    deps.clock.today(),
  ])
  const held = posts.rows.map(({ value }) => value)
  const outcome = await decide(deps, press, held, now)
  const { shown, more } = entriesOfCard(entries.rows, press.activity, press.rowRef)
  const context: CardContext = {
    person: press.person,
    posts: held,
    reportTitles: new Map(reports.rows.map(({ value }) => [value.key, value.title])),
    today,
  }
  try {
    const rows = await Promise.all(shown.map((entry) => readCardRow(deps, entry, context)))
    return { rows, more, outcome, unread: false }
  } catch (thrown) {
    if (outcome.code !== 'saved' || !isM365Error(thrown)) throw thrown
    return { rows: [], more: 0, outcome, unread: true }
  }
}

async function decide(
  deps: AnswerDeps,
  press: CardPress,
  posts: readonly Post[],
  now: Instant,
): Promise<PressOutcome> {
  if (press.typed.length > longestCardNote) return { code: 'refused', why: 'too-long-for-a-card' }
  try {
    const row = await deps.recommendations.get(press.rowRef)
    return await saveProgress(deps, press, row, posts, now, true)
  } catch (thrown) {
    if (isM365Error(thrown, 'missing')) return { code: 'refused', why: 'missing' }
    throw thrown
  }
}

async function saveProgress(
  deps: AnswerDeps,
  press: CardPress,
  row: Stored<Recommendation>,
  posts: readonly Post[],
  now: Instant,
  mayRepeat: boolean,
): Promise<PressOutcome> {
  const actor: Person = { ...press.person, signInName: '', roles: [] }
  const edit = editProgress(row.value, press.typed, actor, postsHeldBy(posts, actor.objectId), now, 'card')
  if (!edit.ok) return refuse(edit.code, row.value, press)
  if (!isOpenForForce(row.value)) return { code: 'refused', why: 'closed' }
  const unseen = unseenProgress(row.value, press)
  if (unseen) return unseen
  const saved = await deps.recommendations.save(row, edit.next)
  if (saved.ok) return { code: 'saved' }
  const { theirs } = saved
  if (mayRepeat && theirs.value.progress === row.value.progress)
    return saveProgress(deps, press, theirs, posts, now, false)
  return theirText(theirs.value)
}

/** The same note pressed twice, or delivered twice by the channel, is saved once and is no error. */
function refuse(why: EditRefusal, row: Recommendation, press: CardPress): PressOutcome {
  const mineAlready = why === 'nothing-changed' && whoWroteProgress(row)?.byObject === press.person.objectId
  return mineAlready ? { code: 'saved' } : { code: 'refused', why }
}

/** Progress that somebody else wrote after the card was shown: the person has to see it before replacing it. */
function unseenProgress(row: Recommendation, press: CardPress): PressOutcome | null {
  const isOther = (change: Change | null) => change?.byObject !== press.person.objectId
  const since = press.seen === null ? [] : row.history.slice(press.seen)
  if (since.some((change) => change.field === 'progress' && isOther(change))) return theirText(row)
  const same = press.progressSeen === null || press.progressSeen === fingerprint(row.progress)
  return same || !isOther(whoWroteProgress(row)) ? null : theirText(row)
}

function theirText(row: Recommendation): PressOutcome {
  const writer = whoWroteProgress(row)
  const written = writer && { by: writer.by, at: writer.at }
  return { code: 'conflict', theirs: { text: row.progress, written } }
}
