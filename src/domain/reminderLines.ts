import type { Instant, IsoDate } from './calendarDays.ts'
import type { PostHolder } from './post.ts'
import type { Recommendation } from './recommendation.ts'
import type { ClockKind } from './statutoryClock.ts'

/** The rungs of the ladder on which a reminder goes up. */
export const rungs = ['holder', 'deputy', 'head-of-unit', 'secretary'] as const
export type Rung = (typeof rungs)[number]

/** Why something is said. `before-14` speaks fourteen working days before the deadline. */
export type ReminderRule =
  | `before-${number}`
  | 'on-the-day'
  | 'overdue'
  | 'white-chase'
  | 'statutory'
  | 'evidence-missing'
  | 'sign-off-waiting'
  | 'extension-waiting'
  | 'sign-off-answered'
  | 'extension-answered'
  | 'cover-lapsed'
  | TrainingRule
  | `escalated-${Exclude<Rung, 'holder'>}`

/** What a person is told of training that they need themselves: so many days before, or once it has lapsed. */
export const trainingRules = ['training-due-30', 'training-due-7', 'training-lapsed'] as const
export type TrainingRule = (typeof trainingRules)[number]

/** Rules whose line asks for a decision and goes out as a card of its own. */
export function asksForDecision(rule: string): boolean {
  return rule === 'sign-off-waiting' || rule === 'extension-waiting'
}

/** Rules whose line tells somebody the answer to what they asked for. */
export function tellsAnswer(rule: string): boolean {
  return rule === 'sign-off-answered' || rule === 'extension-answered'
}

/** Why this person gets the line, in words that a program can read. */
export interface Reason {
  readonly person: string
  readonly rung: Rung
  /** The post that owns the row, or that answers for it. */
  readonly postTitle: string
  /**
   * `owns`: it is theirs; `vacant`, `unreachable`: nobody below them can be told; `not-mine`: who was told says that it
   * is not theirs; `no-answer`: nobody below them answered; `decides`: they are asked to decide; `asked`: they asked, and it was answered; `needs`: it is training that they need; `no-owner`: no post owns
   * the row.
   */
  readonly because:
    | 'owns'
    | 'vacant'
    | 'unreachable'
    | 'not-mine'
    | 'no-answer'
    | 'decides'
    | 'asked'
    | 'no-owner'
    | 'needs'
  /** Who could not be reached, did not answer, or asked; empty when nobody is meant. */
  readonly other: string
  /** Working days that were left without an answer; 0 otherwise. */
  readonly silence: number
}

/** A duty of a report to answer within a time. */
export interface ClockSubject {
  readonly reportKey: string
  readonly reportTitle: string
  readonly kind: ClockKind
}

/** A course that a person needs. */
export interface TrainingSubject {
  readonly requirement: string
  readonly title: string
  readonly because: string
}

/** One thing to tell one person, and why. */
export interface ReminderLine {
  /** The ledger's key, unique for ever: row, rule, version of the deadline, person. */
  readonly key: string
  readonly rule: ReminderRule
  /** Counts how often the rule has come round for the same version; 1 for rules that speak once. */
  readonly occurrence: number
  /** Key of the row; of the report for a duty of the whole report. */
  readonly recommendation: string
  /** List item of the row; empty for a duty of the whole report. */
  readonly rowRef: string
  /** Null for a duty of the whole report: then `clock` says which. */
  readonly row: Recommendation | null
  readonly clock: ClockSubject | null
  /** What the person has to take; left out for rows and duties. */
  readonly training?: TrainingSubject
  /** The day that it is about: the deadline, the next chase, the day since which a decision is awaited. */
  readonly deadline: IsoDate
  readonly daysLeft: number
  readonly extended: number
  readonly reason: Reason
}

/** What goes to one person on one card. */
export interface PersonMessage {
  readonly person: PostHolder
  /** A card that asks for a decision has one line. */
  readonly kind: 'digest' | 'decision'
  readonly digest: readonly ReminderLine[]
}

/** Why a line of the plan is not sent now. All but `already-sent` come round again by themselves. */
export type HeldCode =
  | 'already-sent'
  | 'weekend'
  | 'bank-holiday'
  | 'quiet-hours'
  | 'snoozed'
  | 'weekly-digest'
  | 'one-digest-a-day'

export interface HeldLine {
  readonly person: PostHolder
  readonly line: ReminderLine
  readonly code: HeldCode
}

/** Why a due row has nobody to be told. */
export interface UnaddressedRow {
  readonly key: string
  readonly deadline: IsoDate
  readonly code: 'no-owner' | 'vacant-post' | 'unknown-post'
  readonly reason: string
}

/** Something begun for a person that is to be told no more: the deadline moved, the row closed, the post went on. */
export interface LapsedEntry {
  readonly key: string
  readonly code: 'not-due' | 'deadline-moved' | 'handed-over' | 'later-reminder'
}

export interface ReminderPlan {
  readonly messages: readonly PersonMessage[]
  readonly notSent: readonly HeldLine[]
  readonly unaddressed: readonly UnaddressedRow[]
  readonly lapsed: readonly LapsedEntry[]
}

/** What the ledger says of one reminder, as far as a plan looks at it. */
export interface LedgerMark {
  readonly key: string
  readonly recommendation: string
  readonly rule: string
  readonly person: string
  readonly state: 'claimed' | 'sent' | 'unreachable' | 'failed' | 'unconfirmed' | 'cancelled'
  readonly sentAt: Instant | null
  readonly forDay: IsoDate | null
  readonly acknowledgedAt?: Instant | null
  readonly notMineAt?: Instant | null
}

/** The key under which a reminder is claimed: the same row, rule, version and person never get a second card. */
export function reminderLedgerKey(
  recommendation: string,
  rule: string,
  version: string,
  objectId: string,
): string {
  return `${recommendation}|${rule}|${version}|${objectId}`
}

/** The rule and the version in a ledger's key; empty when it is no such key. */
export function partsOfKey(key: string): { readonly rule: string; readonly version: string } {
  const [, version = '', rule = ''] = key.split('|').toReversed()
  return { rule, version }
}
