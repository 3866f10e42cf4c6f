import type { IsoDate } from './calendarDays.ts'

export const feedbackStages = ['at-once', 'three-months'] as const
export type FeedbackStage = (typeof feedbackStages)[number]

/** What is asked, each to be answered from 1 (no) to 5 (yes). */
export const feedbackQuestions = ['useful', 'applied', 'recommend'] as const
export type FeedbackQuestion = (typeof feedbackQuestions)[number]

/**
 * One answer after a run, or the empty sheet for one. It names nobody: the key is made from a word that only the card
 * or the link of whoever was asked carries, and nothing of Follow-Through writes down who got which.
 */
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
  /** The day of the answer and no more, so that no clock time points at anybody; null while nobody has answered. */
  readonly answeredOn: IsoDate | null
}
