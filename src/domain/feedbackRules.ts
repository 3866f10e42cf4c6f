import { addMonths } from './addMonths.ts'
import { addDays, type IsoDate } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import {
  type Feedback,
  type FeedbackQuestion,
  type FeedbackStage,
  feedbackQuestions,
  feedbackStages,
} from './feedback.ts'

/** Below so many answers nothing of them is shown to anybody: a trainer would know whose they are. */
export const fewestAnswers = 5

/** Characters of a comment. */
export const longestComment = 2_000

/** Days for which people are still asked when the service was away on the day itself. */
const askedWithin = 14

/** What somebody answers. */
export interface FeedbackGiven {
  readonly useful: number | null
  readonly applied: number | null
  readonly recommend: number | null
  readonly comment: string
}

export type FeedbackRefusal =
  | 'unknown-sheet'
  | 'answered-already'
  | 'nothing-said'
  | 'not-a-rating'
  | 'too-long'

/** Fills in a sheet; an answer that was given cannot be given again. */
export function fillIn(
  sheet: Feedback,
  given: FeedbackGiven,
  today: IsoDate,
): { readonly ok: true; readonly next: Feedback } | { readonly ok: false; readonly code: FeedbackRefusal } {
  if (sheet.answeredOn !== null) return { ok: false, code: 'answered-already' }
  const comment = given.comment.trim()
  if (comment.length > longestComment) return { ok: false, code: 'too-long' }
  const ratings = feedbackQuestions.map((question) => given[question])
  if (ratings.some((one) => one !== null && !isRating(one))) return { ok: false, code: 'not-a-rating' }
  if (comment === '' && ratings.every((one) => one === null)) return { ok: false, code: 'nothing-said' }
  const { useful, applied, recommend } = given
  return { ok: true, next: { ...sheet, useful, applied, recommend, comment, answeredOn: today } }
}

const isRating = (value: number) => Number.isInteger(value) && value >= 1 && value <= 5

/** A run whose people are to be asked now, and at which of the two times. */
export interface FeedbackDue {
  readonly run: CourseRun
  readonly stage: FeedbackStage
}

/**
 * Whom to ask today: people of runs that were held yesterday or in the fortnight before, and people of runs three
 * months ago. Being asked twice is for the ledger to prevent.
 */
export function feedbackDue(runs: readonly CourseRun[], today: IsoDate): readonly FeedbackDue[] {
  return runs.flatMap((run) =>
    run.status === 'cancelled'
      ? []
      : feedbackStages.flatMap((stage) => (isDue(askOn(run, stage), today) ? [{ run, stage }] : [])),
  )
}

/** The first day on which people of a run are asked. */
export function askOn({ date }: Pick<CourseRun, 'date'>, stage: FeedbackStage): IsoDate {
  return stage === 'at-once' ? addDays(date, 1) : addMonths(date, 3)
}

const isDue = (day: IsoDate, today: IsoDate) => day <= today && today <= addDays(day, askedWithin)

/** The earliest day of a run of which somebody may still be asked. */
export function earliestRunAsked(today: IsoDate): IsoDate {
  return addDays(addMonths(today, -3), -askedWithin - 3)
}

/** How one question was answered. */
export interface RatingSpread {
  readonly question: FeedbackQuestion
  readonly answers: number
  /** Of the answers from 1 to 5; null without any. */
  readonly mean: number | null
  /** Answers by rating, from 1 to 5. */
  readonly spread: readonly number[]
}

/** What may be shown of some answers: nothing but their number, as long as they are fewer than five. */
export type FeedbackSummary =
  | { readonly shown: false; readonly answers: number }
  | {
      readonly shown: true
      readonly answers: number
      readonly ratings: readonly RatingSpread[]
      /** By the alphabet and not in the order in which they came. */
      readonly comments: readonly string[]
    }

/** Sums up answers of one run at one time. Empty sheets are no answers. */
export function summariseFeedback(sheets: readonly Feedback[]): FeedbackSummary {
  const answers = sheets.filter(({ answeredOn }) => answeredOn !== null)
  if (answers.length < fewestAnswers) return { shown: false, answers: answers.length }
  return {
    shown: true,
    answers: answers.length,
    ratings: feedbackQuestions.map((question) => spreadOf(question, answers)),
    comments: answers
      .map(({ comment }) => comment)
      .filter((comment) => comment !== '')
      .sort((a, b) => a.localeCompare(b, 'en-GB')),
  }
}

/**
 * Sums up the answers of several runs. Runs that may not be shown by themselves come in only when all such runs
 * together have five answers: otherwise whoever knows the other runs could take them from the whole.
 */
export function summariseRuns(runs: readonly (readonly Feedback[])[]): FeedbackSummary {
  const answered = runs.map((sheets) => sheets.filter(({ answeredOn }) => answeredOn !== null))
  const large = answered.filter(({ length }) => length >= fewestAnswers).flat()
  const small = answered.filter(({ length }) => length < fewestAnswers).flat()
  if (large.length === 0) return summariseFeedback(small)
  return summariseFeedback(small.length >= fewestAnswers ? [...large, ...small] : large)
}

function spreadOf(question: FeedbackQuestion, answers: readonly Feedback[]): RatingSpread {
  const given = answers.flatMap((answer) => answer[question] ?? [])
  const sum = given.reduce((total, one) => total + one, 0)
  return {
    question,
    answers: given.length,
    mean: given.length === 0 ? null : Math.round((10 * sum) / given.length) / 10,
    spread: [1, 2, 3, 4, 5].map((rating) => given.filter((one) => one === rating).length),
  }
}
