import type { IsoDate } from './calendarDays.ts'
import type { DueEntry } from './dueLedger.ts'
import type { Doubt, Element, RecommendationKind } from './recommendation.ts'

/** Everything that a reader may ask a person to look at. The code is stable; the message says it in words. */
export const paperDoubtCodes = [
  'bullets-lost',
  'cells-shifted',
  'claim-disagrees',
  'columns-guessed',
  'continuation-without-row',
  'date-implausible',
  'due-joined-across-page',
  'due-two-dates',
  'due-unclear',
  'empty-comment',
  'empty-text',
  'encoding-guessed',
  'fewer-statuses-than-elements',
  'green-before-later-date',
  'green-without-evidence',
  'green-work-continues',
  'header-missing',
  'header-without-rows',
  'kind-label-unusual',
  'kind-missing',
  'letters-lost',
  'more-statuses-than-elements',
  'no-next-date',
  'number-inferred',
  'number-missing',
  'number-repeated',
  'percent-disagrees',
  'phrase-repeated',
  'publication-date-missing',
  'relies-on-another-row',
  'report-heading-missing',
  'sentence-cut',
  'status-guessed',
  'status-missing',
  'status-not-in-key',
  'status-unknown',
  'text-cut',
  'text-joined-across-page',
  'text-outside-table',
  'two-publication-dates',
  'type-line-disagrees',
  'type-line-missing',
  'unbalanced-bracket',
  'word-broken',
  'wrong-extension',
  'year-joined-across-page',
] as const
export type PaperDoubtCode = (typeof paperDoubtCodes)[number]

/** A doubt of a paper: what was found, on which line of the file (counted from 1). */
export interface PaperDoubt extends Doubt {
  readonly code: PaperDoubtCode
}

/** A report as the paper introduces it, above its first table. */
export interface PaperReport {
  readonly title: string
  readonly typeLine: string
  readonly published: {
    /** As written after the word Published. */
    readonly text: string
    /** A month alone means its last day; null when no date could be read. */
    readonly date: IsoDate | null
    readonly precision: 'day' | 'month' | null
  }
  /** The sentences in which the paper says how many there are and how far they have come. */
  readonly claims: readonly string[]
  readonly narrative: string
  readonly lines: readonly number[]
  /** Which of several with the same title and month it is, from 1; left out where the file does not say. */
  readonly place?: number
  /** Fingerprint of its key in the register that wrote the file; left out in files of others. */
  readonly keyPrint?: string
}

/** A row of a paper's tables, put together again where pages had cut it. */
export interface PaperRow {
  /** Index into the reading's reports, counted from 0. */
  readonly report: number
  readonly number: string
  readonly numberInferred: boolean
  readonly kind: RecommendationKind
  /** As written, in capitals. One that is not of the domain's statuses carries the doubt `status-unknown`. */
  readonly status: string
  readonly text: string
  readonly comment: string
  readonly due: readonly DueEntry[]
  readonly elements: readonly Element[]
  readonly doubts: readonly PaperDoubt[]
  readonly lines: readonly number[]
  /** Who leads on it, as the file writes it; left out where it has no such column. */
  readonly owner?: string
  /** Which of several rows with this number it is, from 1; left out where the file does not say. */
  readonly place?: number
  /** Fingerprint of its key in the register that wrote the file; left out in files of others. */
  readonly keyPrint?: string
}

/** A source line that belongs to no report and to no row: a status key, a repeated heading, a footnote. */
export interface PaperLine {
  readonly line: number
  readonly text: string
}

/** All that was read from a paper. Every source line that is not blank is in exactly one of its places. */
export interface PaperReading {
  readonly reports: readonly PaperReport[]
  readonly rows: readonly PaperRow[]
  /** Doubts about reports and the paper itself; those of a row stay with the row. */
  readonly doubts: readonly PaperDoubt[]
  readonly remainder: readonly PaperLine[]
  readonly totals: {
    readonly reports: number
    readonly rows: number
    readonly byStatus: Readonly<Record<string, number>>
  }
}
