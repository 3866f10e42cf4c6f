import { declareList, number, text } from './columnTypes.ts'

/** Dates on which courses are held. */
export const runsList = declareList('Runs', 'The dates on which courses are held.', {
  CourseKey: text('Key of the course.', { indexed: true }),
  RunDate: text('The day, YYYY-MM-DD.', { indexed: true }),
  StartTime: text('UK time at which it starts, HH:MM.'),
  EndTime: text('UK time at which it ends, HH:MM.'),
  Venue: text('Where it is held.'),
  Capacity: number('How many places there are.'),
})
