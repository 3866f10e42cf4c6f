import type { Instant } from './calendarDays.ts'

export const feedbackStages = ['at-once', 'three-months'] as const
export type FeedbackStage = (typeof feedbackStages)[number]

/** One answer after a run. It names nobody; the key only keeps one person from answering twice. */
export interface Feedback {
  readonly key: string
  readonly runKey: string
  readonly courseKey: string
  readonly stage: FeedbackStage
  /** 1 (no) to 5 (yes) for each question asked; null for one left out. */
  readonly useful: number | null
  readonly applied: number | null
  readonly recommend: number | null
  readonly comment: string
  readonly at: Instant
}
