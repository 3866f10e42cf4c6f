import { choice, declareList, text } from './columnTypes.ts'

/** Courses that people have finished; kept after the run is long gone. */
export const completionsList = declareList('Completions', 'Who finished which course, when, and how.', {
  Person: text('Entra object id; empty for people of another organisation.', { indexed: true }),
  PersonName: text('Name.'),
  CourseKey: text('Key of the course.', { indexed: true }),
  RunKey: text('Key of the course run; empty for courses taken at any time.', { indexed: true }),
  CompletedOn: text('The day, YYYY-MM-DD.', { indexed: true }),
  Result: choice('How it ended.', ['completed', 'passed', 'failed'], { indexed: true }),
  ExpiresOn: text('The day after which it no longer counts, YYYY-MM-DD; empty when it never ends.', {
    indexed: true,
  }),
})
