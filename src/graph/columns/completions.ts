import { completionResults } from '../../domain/completion.ts'
import { choice, declareList, text } from './columnTypes.ts'

/** Courses that people have finished; kept after the run is long gone. */
export const completionsList = declareList('Completions', 'Who finished which course, when, and how.', {
  Person: text('Key of the member of staff: Entra object id, or staff number.', { indexed: true }),
  PersonName: text('Name.'),
  CourseKey: text('Key of the course.', { indexed: true }),
  RunKey: text('Key of the course run; empty for courses taken at any time.', { indexed: true }),
  CompletedOn: text('The day, YYYY-MM-DD.', { indexed: true }),
  Result: choice('How it ended.', completionResults, { indexed: true }),
  ExpiresOn: text('The last day on which it counts, YYYY-MM-DD; empty when it never ends.', {
    indexed: true,
  }),
  RecordedOn: text('The day on which it was entered here, YYYY-MM-DD.', { indexed: true }),
  Source: text('Where it comes from: attendance, or the name of a file.'),
})
