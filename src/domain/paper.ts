import type { Instant, IsoDate } from './calendarDays.ts'
import type { ClaimDisagreement } from './countSentences.ts'
import type { Recommendation, Status } from './recommendation.ts'
import type { Report } from './report.ts'

/** A row as a paper shows it. `status` is the status that the paper prints, so NEW GREEN is computed. */
export type PaperLineItem = Omit<Recommendation, 'history' | 'doubts' | 'importedAs'>

/** What a paper remembers of a row that it does not show. */
export interface RememberedRow {
  readonly key: string
  readonly status: Status
  readonly deadline: IsoDate | null
}

/** Keys of rows that were changed after the cut-off of a paper. */
export interface AfterCutOff {
  /** Shown as they stood at the end of the cut-off. */
  readonly asThen: readonly string[]
  /** No version reaches back to the cut-off, so they are shown as they are now. */
  readonly asNow: readonly string[]
}

/** All that a paper says at its cut-off. */
export interface PaperContent {
  readonly reports: readonly Report[]
  /** Rows that are shown, in the order of the paper. */
  readonly rows: readonly PaperLineItem[]
  /** Rows of the register that are not shown: green that has been reported, closed that has been reported. */
  readonly hidden: readonly RememberedRow[]
  /** Where a sentence that somebody typed and the register did not agree at the cut-off, by report key. */
  readonly disagreements?: Readonly<Record<string, readonly ClaimDisagreement[]>>
  /** Left out where no row was changed after the cut-off. */
  readonly afterCutOff?: AfterCutOff
}

/** Protective markings of the Government Security Classifications. */
export const markings = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const
export type Marking = (typeof markings)[number]

/** Says whether a text is one of the markings. */
export function isMarking(text: string): text is Marking {
  return (markings as readonly string[]).includes(text)
}

/** A paper for a board: a draft follows the register, a frozen one never changes. */
export interface Paper {
  /** Unique: `police-authority-board-2021-06-16`. */
  readonly key: string
  readonly board: string
  readonly meetingDate: IsoDate
  /** The register as it stood at the end of this day. */
  readonly cutOff: IsoDate
  readonly marking: Marking
  readonly state: 'draft' | 'frozen'
  readonly frozenAt: Instant | null
  readonly frozenBy: string
  readonly frozenByName: string
  /** How many parts hold the content, 0 while it is a draft. */
  readonly parts: number
  /** Fingerprint of the content, so that a part that was changed or lost is noticed. */
  readonly contentPrint: string
  /** Sentences that the secretary typed in place of the computed ones, by report key. */
  readonly typedClaims: Readonly<Record<string, string>>
}

/** A piece of a frozen paper's content: a column of SharePoint holds 63,999 characters at most. */
export interface PaperPart {
  /** Paper key and number: `police-authority-board-2021-06-16/003`. */
  readonly key: string
  readonly paperKey: string
  /** Counted from 1. */
  readonly number: number
  readonly content: string
}

/** The key of a board's paper for a day: `police-authority-board-2021-06-16`. Also the start of its files' names. */
export function paperKeyOf(board: string, meetingDate: IsoDate): string {
  const words = board
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Decimal_Number}]+/gu)
  return `${words?.join('-').slice(0, 80) ?? 'board'}-${meetingDate}`
}
