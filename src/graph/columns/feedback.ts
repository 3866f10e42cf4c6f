import { feedbackStages } from '../../domain/feedback.ts'
import { choice, declareList, note, number, text } from './columnTypes.ts'

/**
 * Answers about course runs. No column says whose an answer is, and the service writes every row, so that SharePoint's
 * own "Created By" does not say it either.
 */
export const feedbackList = declareList('Feedback', 'What people said about a course run. It names nobody.', {
  RunKey: text('Key of the course run.', { indexed: true }),
  CourseKey: text('Key of the course.', { indexed: true }),
  Stage: choice('Asked straight after the run, or three months later.', feedbackStages),
  Useful: number('1 (no) to 5 (yes): it was useful. Empty when left out.'),
  Applied: number('1 to 5: I have used it, or will. Empty when left out.'),
  Recommend: number('1 to 5: I would recommend it. Empty when left out.'),
  Comment: note('In their own words.'),
  AnsweredOn: text('The day of the answer, YYYY-MM-DD; empty while nobody has answered.', { indexed: true }),
})
