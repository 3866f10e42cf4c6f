import { daysBetween, type Instant, type IsoDate } from '../domain/calendarDays.ts'
import { currentDeadline, timesExtended, writeDeadline } from '../domain/dueLedger.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { type Post, postsHeldBy } from '../domain/post.ts'
import { isOpenForForce, type Recommendation, type Status, writeReference } from '../domain/recommendation.ts'
import type { DeadlineLine, LedgerEntry, LedgerStore, RecommendationStore, Stored } from './ports.ts'

/** Most rows that one card shows; the rest is a link. */
export const mostCardRows = 10

/** Whether a row on a card may still be answered there, and if not, why. */
export type CardStanding = 'open' | 'closed' | 'not-yours' | 'missing'

/** One row as a card shows it. It never holds the text of the recommendation. */
export interface CardRow {
  readonly ref: string
  readonly reference: string
  readonly reportTitle: string
  readonly status: Status
  readonly deadline: string
  /** Whole days until the deadline; null without one. */
  readonly daysLeft: number | null
  readonly extended: number
  readonly reason: string
  readonly standing: CardStanding
  /** The progress note, once it was changed after the card was sent. */
  readonly update: { readonly text: string; readonly by: string; readonly at: Instant } | null
  /** Length of the row's history when it was shown: tells whether somebody wrote in between. */
  readonly seen: number
}

/** A row as it goes on a new card. */
export function cardRowOfLine(line: DeadlineLine): CardRow {
  return {
    ref: line.rowRef,
    ...factsOf(line.row, line.reportTitle),
    daysLeft: line.daysLeft,
    reason: line.reason,
    standing: 'open',
    update: null,
    seen: line.row.history.length,
  }
}

function factsOf(row: Recommendation, reportTitle: string) {
  return {
    reference: writeReference(row),
    reportTitle,
    status: row.status,
    deadline: currentDeadline(row.due) === null ? 'No date' : writeDeadline(row.due),
    extended: timesExtended(row.due),
  }
}

export interface CardReading {
  readonly recommendations: Pick<RecommendationStore, 'get'>
  readonly ledger: Pick<LedgerStore, 'ofPerson'>
}

/** A card's rows as the register knows them now, and how many more the card spoke of. */
export interface CardContents {
  readonly rows: readonly CardRow[]
  readonly more: number
}

export interface CardContext {
  readonly person: { readonly objectId: string; readonly name: string }
  readonly posts: readonly Post[]
  readonly reportTitles: ReadonlyMap<string, string>
  readonly today: IsoDate
}

/**
 * Which rows a card spoke of, from the ledger and never from the card: those sent with this activity, or every
 * card row of the person when the activity is not known. The pressed row comes with them if the ledger has it.
 */
export function entriesOfCard(
  entries: readonly Stored<LedgerEntry>[],
  activity: string | null,
  pressed: string,
): { readonly shown: readonly LedgerEntry[]; readonly more: number } {
  const all = entries
    .map(({ value }) => value)
    .filter((entry) => entry.state !== 'unreachable' && entry.state !== 'failed')
  const together = activity ? all.filter((entry) => entry.activity === activity) : []
  const latest = new Map<string, LedgerEntry>()
  for (const entry of together.length > 0 ? together : all) {
    const other = latest.get(entry.recommendationRef)
    if (!other || other.claimedAt < entry.claimedAt) latest.set(entry.recommendationRef, entry)
  }
  const sorted = [...latest.values()].sort(
    (a, b) => a.deadline.localeCompare(b.deadline) || a.recommendation.localeCompare(b.recommendation),
  )
  const shown = sorted.slice(0, mostCardRows)
  const asked = sorted.find((entry) => entry.recommendationRef === pressed)
  if (asked && !shown.includes(asked)) shown.splice(-1, 1, asked)
  return { shown, more: sorted.length - shown.length }
}

/** Reads each row of a card anew. A row that is gone is shown as gone; any other failure is thrown. */
export async function readCardRow(
  deps: CardReading,
  entry: LedgerEntry,
  context: CardContext,
): Promise<CardRow> {
  try {
    const stored = await deps.recommendations.get(entry.recommendationRef)
    return cardRowOf(stored, entry, context)
  } catch (thrown) {
    if (!isM365Error(thrown, 'missing')) throw thrown
    return missingRow(entry)
  }
}

/** A row that was read, as it looks to this person today. */
export function cardRowOf(
  { id, value: row }: Stored<Recommendation>,
  entry: LedgerEntry,
  context: CardContext,
): CardRow {
  const { person, posts, today } = context
  const deadline = currentDeadline(row.due)
  const since = entry.sentAt ?? entry.claimedAt
  const update = row.history.findLast((change) => change.field === 'progress' && change.at >= since)
  const mine = row.ownerPost !== null && postsHeldBy(posts, person.objectId).includes(row.ownerPost)
  const post = posts.find((one) => one.key === row.ownerPost)
  return {
    ref: id,
    ...factsOf(row, context.reportTitles.get(row.reportKey) ?? ''),
    daysLeft: deadline === null ? null : daysBetween(today, deadline),
    reason: mine ? `${person.name} holds the post ${post?.title ?? ''}, which owns this row.` : '',
    standing: mine ? (isOpenForForce(row) ? 'open' : 'closed') : 'not-yours',
    update: update && mine ? { text: row.progress, by: update.by, at: update.at } : null,
    seen: row.history.length,
  }
}

function missingRow(entry: LedgerEntry): CardRow {
  return {
    ref: entry.recommendationRef,
    reference: 'A recommendation',
    reportTitle: '',
    status: 'CLOSED',
    deadline: 'No date',
    daysLeft: null,
    extended: 0,
    reason: '',
    standing: 'missing',
    update: null,
    seen: 0,
  }
}
