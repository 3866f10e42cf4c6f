import { writeDate } from './calendarDays.ts'
import type { FeedbackQuestion, FeedbackStage } from './feedback.ts'
import { type FeedbackRefusal, fewestAnswers, longestComment } from './feedbackRules.ts'

/** What is asked, at once and after three months. */
export const questionWords: Readonly<Record<FeedbackStage, Readonly<Record<FeedbackQuestion, string>>>> = {
  'at-once': {
    useful: 'Was it useful for your work?',
    applied: 'Will you use what you learned?',
    recommend: 'Would you recommend it?',
  },
  'three-months': {
    useful: 'Looking back, was it useful for your work?',
    applied: 'Have you used what you learned?',
    recommend: 'Would you recommend it?',
  },
}

/** What the ratings mean, from 1 to 5. */
export const ratingWords = ['1 – no', '2 – hardly', '3 – partly', '4 – mostly', '5 – yes'] as const

/** Who sees an answer, said to whoever gives it. */
export const whoSees = `Your name is not kept with your answer. Answers are shown once ${fewestAnswers} people have answered, and never before.`

/** The heading of a question about a run. */
export function askTitle({
  stage,
  courseTitle,
}: {
  readonly stage: FeedbackStage
  readonly courseTitle: string
}): string {
  return stage === 'at-once' ? `How was “${courseTitle}”?` : `Three months after “${courseTitle}”`
}

/** When the run was. */
export const askedAbout = (runDate: string) =>
  runDate === '' ? '' : `You were there on ${writeDate(runDate)}.`

const refusals: Readonly<Record<FeedbackRefusal, string>> = {
  'unknown-sheet': 'Nothing was saved: this link is not one of ours, or what it asked is gone.',
  'answered-already': 'Nothing was saved: this was answered before. Each answer is given once.',
  'nothing-said': 'Nothing was saved yet: choose at least one answer, or write a sentence.',
  'not-a-rating': 'Nothing was saved: each answer is a number from 1 to 5.',
  'too-long': `Nothing was saved: the comment may have ${longestComment.toLocaleString('en-GB')} characters. Shorten it; the rest is kept.`,
}

/** Why an answer was not taken. */
export const sayFeedbackRefusal = (code: FeedbackRefusal) => refusals[code]

export const thanks = 'Thank you. Your answer was saved without your name.'
