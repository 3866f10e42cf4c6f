import { isAnswer } from '../domain/answerGiven.ts'
import { daysBetween, type Instant, type IsoDate, writeDate } from '../domain/calendarDays.ts'
import type { SignOff } from '../domain/decisions.ts'
import { currentDeadline, timesExtended, writeDeadline } from '../domain/dueLedger.ts'
import type { ExtensionRequest } from '../domain/extensionRequest.ts'
import { fingerprint } from '../domain/fingerprint.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { type Post, postsHeldBy } from '../domain/post.ts'
import {
  type Change,
  type Recommendation,
  type Status,
  whoWroteProgress,
  writeReference,
} from '../domain/recommendation.ts'
import { tellsAnswer } from '../domain/reminderLines.ts'
import { sayReason, writeClock } from '../domain/reminderReasons.ts'
import { isSettled } from '../domain/statusWords.ts'
import { fallen, sayStanding } from '../domain/trainingDecisions.ts'
import { type CardReplyName, offersFor, partIn } from './cardOffers.ts'
import type { DeadlineLine, LedgerEntry, LedgerStore, RecommendationStore, Stored } from './ports.ts'

/**
 * Whether a row on a card may still be answered there, and if not, why. `told`: the person stands above whose it is;
 * `duty`: it is a duty of a whole report and no row.
 */
export type CardStanding = 'open' | 'told' | 'duty' | 'closed' | 'not-yours' | 'missing'

/** A progress note and who wrote it; null when it was changed in SharePoint, outside Follow-Through. */
export interface CardUpdate {
  readonly text: string
  readonly written: { readonly by: string; readonly at: Instant } | null
}

/** What somebody asked for and this person is to decide. */
export interface CardAsked {
  readonly extension: ExtensionRequest | null
  readonly signOff: SignOff | null
  /** Where the evidence is; only addresses that are http or https. */
  readonly evidence: readonly { readonly title: string; readonly link: string }[]
}

/** One row as a card shows it. It never holds the text of the recommendation. */
export interface CardRow {
  readonly ref: string
  readonly reference: string
  readonly reportTitle: string
  /** Null for a duty of a whole report. */
  readonly status: Status | null
  readonly deadline: string
  /** Whole days until the deadline; null without one. */
  readonly daysLeft: number | null
  readonly extended: number
  /** The training that has fallen under a green row, each figure as a sentence. */
  readonly fallen?: readonly string[]
  readonly reason: string
  readonly standing: CardStanding
  /** What the person may answer now. */
  readonly offers: readonly CardReplyName[]
  /** Null unless the person is asked to decide. */
  readonly asked: CardAsked | null
  /** Whether the card tells the answer to what the person asked for. */
  readonly isAnswer: boolean
  /** What people did with the row since the card was sent, oldest first; not the progress note. */
  readonly happened: readonly Change[]
  /** What the person answered on the card without changing the row. */
  readonly answered: Pick<LedgerEntry, 'acknowledgedAt' | 'notMineAt' | 'notMineWhose'>
  /** The progress note, once it was changed after the card was sent. */
  readonly update: CardUpdate | null
  /** Fingerprint of the progress note when it was shown: finds what SharePoint's own pages changed since. */
  readonly progressSeen: string
  /** Length of the row's history when it was shown: tells whether somebody wrote in between. */
  readonly seen: number
}

/** Nothing that a card could say of a row that is not there. */
const nothing: Omit<CardRow, 'ref' | 'reference' | 'standing'> = {
  ...{ reportTitle: '', status: null, deadline: 'No date', daysLeft: null, extended: 0, reason: '' },
  ...{
    offers: [],
    asked: null,
    isAnswer: false,
    happened: [],
    answered: {},
    update: null,
    progressSeen: '',
    seen: 0,
  },
}

/** A row as it goes on a new card for a person. */
export function cardRowOfLine(line: DeadlineLine, context: Omit<CardContext, 'reportTitles'>): CardRow {
  const reason = sayReason(line)
  const { row, clock, daysLeft, training } = line
  if (row === null)
    return {
      ...nothing,
      ...{
        ref: '',
        reference: training ? `Training: ${training.title}` : clock ? writeClock(clock.kind) : 'A duty',
        standing: 'duty',
        reason,
        daysLeft,
      },
      reportTitle: line.reportTitle || (clock?.reportTitle ?? ''),
      deadline: writeDate(line.deadline),
    }
  const deadline = currentDeadline(row.due)
  return {
    ...nothing,
    ref: line.rowRef,
    ...factsOf(row, line.reportTitle),
    daysLeft: deadline === null ? null : daysBetween(context.today, deadline),
    reason,
    ...partOf(row, context, null),
    ...(tellsAnswer(line.rule) ? { isAnswer: true, happened: answerIn(row) } : {}),
  }
}

/** The newest answer, and what came of it: the lines of history that were written with it. */
function answerIn(row: Recommendation): readonly Change[] {
  const answer = row.history.findLast(isAnswer)
  return answer ? row.history.filter((change) => change.at === answer.at && change.field !== 'progress') : []
}

function factsOf(row: Recommendation, reportTitle: string) {
  return {
    reference: writeReference(row),
    reportTitle,
    status: row.status,
    deadline: currentDeadline(row.due) === null ? 'No date' : writeDeadline(row.due),
    extended: timesExtended(row.due),
    fallen: fallen(row).map((rests) => `${sayStanding(rests)}.`),
    progressSeen: fingerprint(row.progress),
    seen: row.history.length,
  }
}

/** Where the person stands to the row, and what they may answer. */
function partOf(
  row: Recommendation,
  { person, posts, today }: Omit<CardContext, 'reportTitles'>,
  entry: LedgerEntry | null,
): Pick<CardRow, 'standing' | 'offers' | 'asked'> {
  const actor = { ...person, signInName: '', roles: [] }
  const context = { actor, posts, heldPosts: postsHeldBy(posts, person.objectId), today }
  const part = partIn(row, context)
  const offers = offersFor(row, context, entry)
  const decides = offers.includes('answer-extension') || offers.includes('answer-sign-off')
  const standing = part === 'none' && !decides ? 'not-yours' : isSettled(row) ? 'closed' : part
  return {
    standing: standing === 'owner' ? 'open' : standing === 'above' || standing === 'none' ? 'told' : standing,
    offers,
    asked: decides ? askedOf(row, offers) : null,
  }
}

function askedOf(row: Recommendation, offers: readonly CardReplyName[]): CardAsked {
  const signOff = offers.includes('answer-sign-off') ? row.signOff : null
  return {
    extension: offers.includes('answer-extension') ? row.extensionRequest : null,
    signOff,
    evidence: signOff ? row.evidence.map(({ title, link }) => ({ title, link })) : [],
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

/** Reads each row of a card anew. A row that is gone is shown as gone; any other failure is thrown. */
export async function readCardRow(
  deps: CardReading,
  entry: LedgerEntry,
  context: CardContext,
): Promise<CardRow> {
  if (entry.recommendationRef === '') return dutyRow(entry, context)
  try {
    const stored = await deps.recommendations.get(entry.recommendationRef)
    return cardRowOf(stored, entry, context)
  } catch (thrown) {
    if (!isM365Error(thrown, 'missing')) throw thrown
    return { ...nothing, ref: entry.recommendationRef, reference: 'A recommendation', standing: 'missing' }
  }
}

function dutyRow(entry: LedgerEntry, context: CardContext): CardRow {
  const isTraining = entry.rule.startsWith('training-')
  return {
    ...nothing,
    ...{
      ref: '',
      reference: isTraining ? 'Training that you need' : 'A duty that the law sets',
      standing: 'duty',
      reason: entry.why ?? '',
    },
    reportTitle: context.reportTitles.get(entry.recommendation) ?? '',
    deadline: writeDate(entry.deadline),
    daysLeft: daysBetween(laterDay(context.today, entry.forDay), entry.deadline),
  }
}

/** A row that was read, as it looks to this person today. */
export function cardRowOf(
  { id, value: row }: Stored<Recommendation>,
  entry: LedgerEntry,
  context: CardContext,
): CardRow {
  const { person, posts } = context
  const today = laterDay(context.today, entry.forDay)
  const deadline = currentDeadline(row.due)
  const part = partOf(row, { ...context, today }, entry)
  const post = posts.find((one) => one.key === row.ownerPost)
  const shown = part.standing !== 'not-yours'
  const mine =
    part.standing === 'open' ? `${person.name} holds the post ${post?.title ?? ''}, which owns this row.` : ''
  const { acknowledgedAt, notMineAt, notMineWhose } = entry
  return {
    ref: id,
    ...factsOf(row, context.reportTitles.get(row.reportKey) ?? ''),
    daysLeft: deadline === null ? null : daysBetween(today, deadline),
    reason: shown ? entry.why || mine : '',
    ...part,
    isAnswer: tellsAnswer(entry.rule),
    happened: shown ? happenedOn(row, entry) : [],
    answered: shown ? { acknowledgedAt, notMineAt, notMineWhose } : {},
    update: shown ? updateSince(row, entry) : null,
  }
}

/** Most lines of what happened that a card tells; the history has them all. */
const mostHappened = 4

function happenedOn(row: Recommendation, entry: LedgerEntry): readonly Change[] {
  const since = happenedSince(row, entry)
  return tellsAnswer(entry.rule) ? [...new Set([...answerIn(row), ...since])].slice(-mostHappened) : since
}

function happenedSince(row: Recommendation, entry: LedgerEntry): readonly Change[] {
  const since = entry.sentAt ?? entry.claimedAt
  const told = row.history.filter((change) => change.field !== 'progress' && change.at >= since)
  return told.slice(-mostHappened)
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
