import { daysBetween, type Instant, type IsoDate } from '../domain/calendarDays.ts'
import { currentDeadline, timesExtended, writeDeadline } from '../domain/dueLedger.ts'
import { fingerprint } from '../domain/fingerprint.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { type Post, postsHeldBy } from '../domain/post.ts'
import {
  isOpenForForce,
  type Recommendation,
  type Status,
  whoWroteProgress,
  writeReference,
} from '../domain/recommendation.ts'
import type { DeadlineLine, LedgerEntry, LedgerStore, RecommendationStore, Stored } from './ports.ts'

/** Most rows that one card shows; the rest is a link. */
export const mostCardRows = 10

/** Whether a row on a card may still be answered there, and if not, why. */
export type CardStanding = 'open' | 'closed' | 'not-yours' | 'missing'

/** A progress note and who wrote it; null when it was changed in SharePoint, outside Follow-Through. */
export interface CardUpdate {
  readonly text: string
  readonly written: { readonly by: string; readonly at: Instant } | null
}

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
  readonly update: CardUpdate | null
  /** Fingerprint of the progress note when it was shown: finds what SharePoint's own pages changed since. */
  readonly progressSeen: string
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
    progressSeen: fingerprint(line.row.progress),
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
  const mine = row.ownerPost !== null && postsHeldBy(posts, person.objectId).includes(row.ownerPost)
  const post = posts.find((one) => one.key === row.ownerPost)
  return {
    ref: id,
    ...factsOf(row, context.reportTitles.get(row.reportKey) ?? ''),
    daysLeft: deadline === null ? null : daysBetween(laterDay(today, entry.forDay), deadline),
    reason: mine ? `${person.name} holds the post ${post?.title ?? ''}, which owns this row.` : '',
    standing: mine ? (isOpenForForce(row) ? 'open' : 'closed') : 'not-yours',
    update: mine ? updateSince(row, entry) : null,
    progressSeen: fingerprint(row.progress),
    seen: row.history.length,
  }
}

/** A card that was made for a day to come keeps counting from it, and does not fall back to the clock's own day. */
const laterDay = (today: IsoDate, forDay: IsoDate | null) =>
  forDay !== null && forDay > today ? forDay : today

function updateSince(row: Recommendation, entry: LedgerEntry): CardUpdate | null {
  const since = entry.sentAt ?? entry.claimedAt
  const writer = whoWroteProgress(row)
  if (writer)
    return writer.at >= since ? { text: row.progress, written: { by: writer.by, at: writer.at } } : null
  const known = row.history.some((change) => change.field === 'progress' && change.at >= since)
  const changed = entry.progressSeen !== '' && entry.progressSeen !== fingerprint(row.progress)
  return known || changed ? { text: row.progress, written: null } : null
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
    progressSeen: '',
    seen: 0,
  }
}
