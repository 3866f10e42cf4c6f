import { isM365Error } from '../domain/m365Error.ts'
import type { Post } from '../domain/post.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import { entriesOfCard } from './cardEntries.ts'
import { type MarkOutcome, markOnCard } from './cardMarks.ts'
import { type ProgressOutcome, saveProgress } from './cardProgress.ts'
import { type CardReply, decideOnCard, isDecided, type ReplyOutcome } from './cardReplies.ts'
import { type CardContents, type CardContext, type CardReading, readCardRow } from './cardRows.ts'
import type {
  Clock,
  LedgerEntry,
  LedgerStore,
  PostStore,
  RecommendationStore,
  ReportStore,
  Stored,
} from './ports.ts'

export interface AnswerDeps extends CardReading {
  readonly recommendations: Pick<RecommendationStore, 'get' | 'save'>
  readonly ledger: Pick<LedgerStore, 'ofPerson' | 'save'>
  readonly posts: Pick<PostStore, 'all'>
  readonly reports: Pick<ReportStore, 'all'>
  readonly clock: Clock
}

/** A press on a card. Only the person is trusted: the channel's token vouches for them. */
export interface CardPress {
  readonly person: { readonly objectId: string; readonly name: string }
  readonly rowRef: string
  /** Null to see the row with all that can be answered. */
  readonly reply: CardReply | null
  /** How much of the row's history the card had seen; null when the card does not say. */
  readonly seen: number | null
  /** Fingerprint of the progress that the card was made from; null when the card does not say. */
  readonly progressSeen: string | null
  /** Id of the card's message, to find the card's other rows. */
  readonly activity: string | null
}

export type PressOutcome =
  | ProgressOutcome
  | ReplyOutcome
  | MarkOutcome
  | { readonly code: 'refused'; readonly why: 'missing' }
  | { readonly code: 'shown' }

export interface CardAnswer extends CardContents {
  readonly outcome: PressOutcome
  /** It is saved, and after that the rows could not be read: there is nothing to make a new card from. */
  readonly unread: boolean
}

/**
 * Decides a press from the row in the list and the person who pressed, and answers with the card as it is now true.
 * @throws M365Error when Microsoft 365 cannot be read or written, never after something was saved for certain
 */
export async function answerCard(deps: AnswerDeps, press: CardPress): Promise<CardAnswer> {
  const { person, activity, rowRef } = press
  const [posts, reports, entries, today] = await Promise.all([
    deps.posts.all(),
    deps.reports.all(),
    deps.ledger.ofPerson(person.objectId),
    deps.clock.today(),
  ])
  const known = { posts: posts.rows.map(({ value }) => value), entries: entries.rows }
  const outcome = await decide(deps, press, known)
  const reportTitles = new Map(reports.rows.map(({ value }) => [value.key, value.title]))
  const context: CardContext = { person, posts: known.posts, reportTitles, today }
  try {
    // What was just written into the ledger is on the card as well.
    const after = outcome.code === 'saved' ? await deps.ledger.ofPerson(person.objectId) : entries
    const { shown, more } = entriesOfCard(after.rows, activity, rowRef)
    const rows = await Promise.all(shown.map((entry) => readCardRow(deps, entry, context)))
    return { rows, more, outcome, unread: false }
  } catch (thrown) {
    if (outcome.code !== 'saved' || !isM365Error(thrown)) throw thrown
    return { rows: [], more: 0, outcome, unread: true }
  }
}

interface Known {
  readonly posts: readonly Post[]
  readonly entries: readonly Stored<LedgerEntry>[]
}

async function decide(deps: AnswerDeps, press: CardPress, known: Known): Promise<PressOutcome> {
  try {
    const row = await deps.recommendations.get(press.rowRef)
    return await take(deps, press, known, row)
  } catch (thrown) {
    if (isM365Error(thrown, 'missing')) return { code: 'refused', why: 'missing' }
    throw thrown
  }
}

async function take(
  deps: AnswerDeps,
  { person, reply, seen, progressSeen, activity }: CardPress,
  { posts, entries }: Known,
  row: Stored<Recommendation>,
): Promise<PressOutcome> {
  if (reply === null) return { code: 'shown' }
  if (isDecided(reply)) return decideOnCard(deps, { person, posts, reply, seen }, row)
  const now = await deps.clock.now()
  if (reply.does === 'update-progress')
    return saveProgress(deps, { person, posts, text: reply.text, seen, progressSeen, now }, row)
  return markOnCard(deps, { person, posts, mark: reply, entries, activity, now }, row)
}
