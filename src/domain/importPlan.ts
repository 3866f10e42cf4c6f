import type { Instant } from './calendarDays.ts'
import type { PaperDoubt } from './paperReading.ts'
import type { Recommendation } from './recommendation.ts'
import type { Report } from './report.ts'

/** What a paper can say differently about a row. */
export const rowFields = ['kind', 'status', 'text', 'progress', 'elements', 'due'] as const
export type RowField = (typeof rowFields)[number]

/** What a paper can say differently about a report. */
export const reportFields = ['title', 'typeLine', 'published', 'claims', 'narrative', 'order'] as const
export type ReportField = (typeof reportFields)[number]

/** A field in which the paper and the register differ, in words for people. */
export interface FieldDifference<F extends string = RowField | ReportField> {
  readonly field: F
  readonly ours: string
  readonly papers: string
  /**
   * `paper`: only the paper changed since the last one; it is followed. `here`: only people changed it here; it stays.
   * `both`: a conflict; a person settles it, and until then ours stays.
   */
  readonly changed: 'paper' | 'here' | 'both'
}

/** Where a value stands in its list. */
export interface Held<T> {
  readonly id: string
  readonly etag: string
  readonly value: T
}

export const planWords = ['new', 'changed', 'unchanged', 'conflict', 'unreadable'] as const
export type PlanWord = (typeof planWords)[number]

interface Step<F extends RowField | ReportField> {
  readonly key: string
  readonly does: PlanWord
  /** Why, as a stable code; empty for what needs no reason. */
  readonly reason: '' | 'status-missing' | 'status-unknown' | 'number-twice' | 'no-text' | 'too-long'
  /** The title of the report. */
  readonly report: string
  readonly differences: readonly FieldDifference<F>[]
  /** Source line where it begins, from 1; 0 where there is none. */
  readonly line: number
}

/** What an import would do with a report. */
export interface ReportStep extends Step<ReportField> {
  readonly what: 'report'
  readonly imported: Report
  readonly existing: Held<Report> | null
}

/** What an import would do with a row. */
export interface RowStep extends Step<RowField> {
  readonly what: 'row'
  readonly number: string
  /** As the paper writes it. */
  readonly status: string
  readonly doubts: readonly PaperDoubt[]
  /** Null for a row that cannot be brought in. */
  readonly imported: Recommendation | null
  readonly existing: Held<Recommendation> | null
}

export type PlanStep = ReportStep | RowStep

/** Everything that an import would do, before it does anything. */
export interface ImportPlan {
  /** Name of the paper, for the history. */
  readonly paper: string
  readonly at: Instant
  readonly steps: readonly PlanStep[]
  /** Keys of rows of the paper's reports that the register holds and the paper does not; they are left alone. */
  readonly notInPaper: readonly string[]
  readonly counts: Readonly<Record<'report' | 'row', Readonly<Record<PlanWord, number>>>>
}

/** For conflicts, by key of the row and field: whose word stands. What is not settled stays as it is here. */
export type Choices = Readonly<
  Record<string, Readonly<Partial<Record<RowField | ReportField, 'ours' | 'papers'>>>>
>

export const importOutcomes = [
  'created',
  'updated',
  'unchanged',
  'kept',
  'refused',
  'failed',
  'not-done',
] as const
export type ImportOutcome = (typeof importOutcomes)[number]

/** What became of one report or row. */
export interface ImportResult {
  readonly what: 'report' | 'row'
  readonly key: string
  readonly outcome: ImportOutcome
  /** Fields that stay as people wrote them here. */
  readonly kept: readonly string[]
  /** Why it was refused or failed; empty otherwise. */
  readonly note: string
}

/** What an import did. */
export interface ImportReport {
  readonly at: Instant
  readonly paper: string
  readonly results: readonly ImportResult[]
  readonly notInPaper: readonly string[]
}
