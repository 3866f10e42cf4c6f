import type { AnyPaperResult, ColumnMapping, PaperFile } from '../domain/anyPaper.ts'
import type { PrintedBrief } from '../domain/brief.ts'
import type { Instant, IsoDate } from '../domain/calendarDays.ts'
import type { RowVersion } from '../domain/changeLog.ts'
import type { Contact } from '../domain/contact.ts'
import type { Course, CourseRun } from '../domain/course.ts'
import type { Exercise } from '../domain/exercise.ts'
import type { ImportReport } from '../domain/importPlan.ts'
import type { M365Error } from '../domain/m365Error.ts'
import type { Paper, PaperPart } from '../domain/paper.ts'
import type { Post } from '../domain/post.ts'
import type { PrintedPaper } from '../domain/printedPaper.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import type { ReminderLine } from '../domain/reminderLines.ts'
import type { Report } from '../domain/report.ts'
import type { Setting } from '../domain/setting.ts'

/** The one clock of the product. Domain functions are handed the day; only use cases ask for it. */
export interface Clock {
  now(): Promise<Instant>
  /** Today in the United Kingdom. */
  today(): Promise<IsoDate>
}

/** A value with its place in the list. The etag goes back with every write. */
export interface Stored<T> {
  readonly id: string
  readonly etag: string
  readonly value: T
}

/** A list item that could not be understood. It is shown, never dropped. */
export interface UnreadableRow {
  readonly id: string
  readonly reason: string
}

export interface ReadRows<T> {
  readonly rows: readonly Stored<T>[]
  readonly unreadable: readonly UnreadableRow[]
}

/** What changed since a token. `restarted` says that the token was too old and `rows` is everything. */
export interface Changes<T> extends ReadRows<T> {
  readonly removed: readonly string[]
  readonly token: string
  readonly restarted: boolean
}

/** A part of such an answer, as it comes in. Rows may come again on a later page, and the last time counts. */
export interface ChangesPage<T> extends Changes<T> {
  readonly last: boolean
}

/** `already` says that a row with this key was there; it is returned unchanged and nothing was written. */
export interface Created<T> {
  readonly row: Stored<T>
  readonly already: boolean
}

/** A save is refused when somebody saved in between; their row comes back so that both can be shown. */
export type Saved<T> =
  | { readonly ok: true; readonly row: Stored<T> }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<T> }

/** What became of one write among many: the others went on all the same. */
export type Attempted<R> =
  | { readonly ok: true; readonly value: R }
  | { readonly ok: false; readonly error: M365Error }

/**
 * One SharePoint list as rows of the domain. Every method throws `M365Error`: a list that could
 * not be read is not a list without rows. Writes repeated after an answer was lost are recognised as our own.
 */
export interface ListStore<T> {
  /** Throws `M365Error` of kind `missing` when there is no such item. */
  get(id: string): Promise<Stored<T>>
  byKey(key: string): Promise<Stored<T> | null>
  all(onPage?: (rowsSoFar: number) => void): Promise<ReadRows<T>>
  /**
   * `null` reads everything and gives the first token.
   * @param onPage is handed each page as it comes; its token goes on after it should the reading break off there.
   * The answer at the end then still holds everything.
   */
  changesSince(
    token: string | null,
    onPage?: (page: ChangesPage<T>) => void | Promise<void>,
  ): Promise<Changes<T>>
  create(value: T): Promise<Created<T>>
  save(row: { readonly id: string; readonly etag: string }, next: T): Promise<Saved<T>>
  /** As `create`, for many at once: in batches, the answers in the order of the values. */
  createMany(values: readonly T[]): Promise<readonly Attempted<Created<T>>[]>
  /** As `save`, for many at once. */
  saveMany(changes: readonly RowChange<T>[]): Promise<readonly Attempted<Saved<T>>[]>
}

/** A row as it was read, and what it shall be. */
export interface RowChange<T> {
  readonly row: { readonly id: string; readonly etag: string }
  readonly next: T
}

export interface RecommendationStore extends ListStore<Recommendation> {
  /** Rows whose open deadline is on or before the day (one indexed key). */
  dueBy(day: IsoDate): Promise<ReadRows<Recommendation>>
  /** Rows for which another body is to be asked again on or before the day (one indexed key). */
  chaseBy(day: IsoDate): Promise<ReadRows<Recommendation>>
  /** Rows in which a decision has been awaited since the day or longer (one indexed key). */
  waitingBy(day: IsoDate): Promise<ReadRows<Recommendation>>
  /** Rows in which what somebody asked for was answered on the day or later (one indexed key). */
  answeredSince(day: IsoDate): Promise<ReadRows<Recommendation>>
  /** Rows that rest on training (one indexed key). */
  restingOnTraining(): Promise<ReadRows<Recommendation>>
}

/** The states of a row that SharePoint keeps by itself, also those that were never written through Follow-Through. */
export interface RowVersions {
  /** In no order; SharePoint drops the oldest. Throws `M365Error`. */
  ofRecommendation(id: string): Promise<readonly RowVersion[]>
}

export type PaperStore = ListStore<Paper>
export type SettingStore = ListStore<Setting>

export interface PaperPartStore extends ListStore<PaperPart> {
  /** The pieces of one paper (one indexed key), in no order. */
  ofPaper(paperKey: string): Promise<ReadRows<PaperPart>>
}
/** Writes papers as files; each gives the bytes of one. */
export interface PaperDocuments {
  word(paper: PrintedPaper): Promise<Uint8Array>
  excel(paper: PrintedPaper): Promise<Uint8Array>
  csv(paper: PrintedPaper): Promise<Uint8Array>
  /** One page of Word. */
  brief(brief: PrintedBrief): Promise<Uint8Array>
}
export type ReportStore = ListStore<Report>
export type PostStore = ListStore<Post>
export type CourseStore = ListStore<Course>
export type RunStore = ListStore<CourseRun>
export type ExerciseStore = ListStore<Exercise>
export type ContactStore = ListStore<Contact>

/**
 * How far one reminder got. `unconfirmed`: the answer was lost and the chat could not be looked at; `cancelled`: what it
 * was about changed before it was sent.
 */
export const ledgerStates = ['claimed', 'sent', 'unreachable', 'failed', 'unconfirmed', 'cancelled'] as const
export type LedgerState = (typeof ledgerStates)[number]

/** One line of the reminder ledger: what was promised to whom, and what became of it. */
export interface LedgerEntry {
  readonly key: string
  readonly recommendation: string
  readonly recommendationRef: string
  readonly rule: string
  readonly deadline: IsoDate
  readonly person: string
  readonly personName: string
  readonly state: LedgerState
  readonly claimedAt: Instant
  readonly sentAt: Instant | null
  /** Conversation and activity of the card, once known. */
  readonly conversation: string
  readonly activity: string
  /** Why it could not be sent, for people. */
  readonly note: string
  /** Name of the run that claimed it last; empty in entries of older versions. */
  readonly run: string
  /** The day that the card was made for; null in entries of older versions. */
  readonly forDay: IsoDate | null
  /** Fingerprint of the progress that the card was made from; empty in entries of older versions. */
  readonly progressSeen: string
  /**
   * How it went out. Written before the message leaves where the channel cannot be asked afterwards (activity, mail):
   * a claim that carries one of them and was not marked is never sent again.
   */
  readonly channel?: Channel | null
  /** Why the person was told, in the words of the day; left out in entries of older versions. */
  readonly why?: string
  /** When the person said on the card that they have seen it. */
  readonly acknowledgedAt?: Instant | null
  /** When the person said on the card that the row is not theirs, and whose it is in their words. */
  readonly notMineAt?: Instant | null
  readonly notMineWhose?: string
}

/** The ways to a person, in the order in which they are tried. Only the chat can be asked whether a card arrived. */
export const channels = ['teams', 'activity', 'mail'] as const
export type Channel = (typeof channels)[number]

export interface LedgerStore extends ListStore<LedgerEntry> {
  /** Entries of one person (one indexed key). */
  ofPerson(objectId: string): Promise<ReadRows<LedgerEntry>>
  /** Entries whose card was begun and is neither sent nor cancelled (one indexed key at a time). */
  pending(): Promise<ReadRows<LedgerEntry>>
  /** Entries whose card was made for a day (one indexed key). */
  ofDay(day: IsoDate): Promise<ReadRows<LedgerEntry>>
  /** Entries on whose card somebody said on the day or later that the row is not theirs (one indexed key). */
  notMineSince(day: IsoDate): Promise<ReadRows<LedgerEntry>>
}

/** What became of one card. */
export type Delivery =
  | {
      readonly state: 'sent'
      readonly conversation: string
      readonly activity: string
      /** The chat when left out. */
      readonly channel?: Channel
    }
  | { readonly state: 'unreachable' | 'failed' | 'unconfirmed'; readonly note: string }

/** A line of a deadline card: the reminder and the title of the report that the row comes from. */
export interface DeadlineLine extends ReminderLine {
  readonly reportTitle: string
}

/** A card of ours that is known to have arrived. */
export interface ArrivedCard {
  readonly activity: string
  readonly sentAt: Instant
}

/** Somebody to be told; without an address mail is no way to them. */
export interface Addressee {
  readonly objectId: string
  readonly name: string
  readonly address?: string
}

/** Sends cards through the bot. It never throws for one person's sake: it says what happened. */
export interface Messenger {
  /**
   * Tells a person of the lines on one card, whatever rules they come from. Where Teams does not let the bot write to
   * them, the app is installed for them; where that is not allowed either, the activity feed is tried and then mail.
   * @param others cards of this person that are accounted for, should the answer be lost and the chat be asked
   * @param leaving is told before a message leaves by a channel that cannot be asked afterwards, so that the ledger
   * holds the channel first; false keeps it back. Without it only the chat is used.
   */
  sendDeadlines(
    person: Addressee,
    lines: readonly DeadlineLine[],
    today: IsoDate,
    others?: readonly ArrivedCard[],
    leaving?: (channel: Channel) => Promise<boolean>,
  ): Promise<Delivery>
  /**
   * Asks the chat for a card sent at or after the moment: false when none has arrived, null when nobody can ever know,
   * because something newer hides it, and 'unread' when the chat cannot be read now.
   * @param others cards of this person that are accounted for, so that none of them is taken for the missing one
   */
  arrivedSince(
    objectId: string,
    moment: Instant,
    others?: readonly ArrivedCard[],
  ): Promise<ArrivedCard | false | null | 'unread'>
  /** Whether the app is installed for the person now; null when it cannot be known. */
  isInstalled(objectId: string): Promise<boolean | null>
}

/** People of the tenant. */
export interface People {
  byAddress(address: string): Promise<{ objectId: string; name: string; address: string } | null>
}

/** Reads papers of every format. It never throws for a file's sake: what cannot be read is refused with a sentence. */
export interface PaperReader {
  /** @param mapping what a person said the columns and status words mean; what it leaves out is guessed */
  read(file: PaperFile, mapping?: ColumnMapping): Promise<AnyPaperResult>
  /** What an import did, line by line, as a CSV file to keep. */
  resultFile(report: ImportReport): Promise<Uint8Array>
}
