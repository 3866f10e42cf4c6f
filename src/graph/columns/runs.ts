import { runStates } from '../../domain/runPlaces.ts'
import { choice, declareList, note, number, text } from './columnTypes.ts'

/** Dates on which courses are held, with who has a place: the row is the one lock on its places. */
export const runsList = declareList('Runs', 'The dates on which courses are held, and their places.', {
  CourseKey: text('Key of the course.', { indexed: true }),
  RunDate: text('The day, YYYY-MM-DD.', { indexed: true }),
  StartTime: text('UK time at which it starts, HH:MM.'),
  EndTime: text('UK time at which it ends, HH:MM.'),
  Venue: text('Where it is held.'),
  VenueKey: text('Key of the venue in the directory.', { indexed: true }),
  Trainer: text('Who teaches.'),
  Capacity: number('How many places there are.'),
  Minimum: number('Bookings below which it is not held.'),
  RunState: choice('Planned, open for bookings, held or cancelled.', runStates, { indexed: true }),
  ChangedWhy: note('Why it was moved or cancelled last.'),
  Allotments: note('Places kept for agencies and boroughs, and until when (JSON).'),
  Seats: note('Places that are taken or offered (JSON).'),
  Waiting: note('Who waits, in their order (JSON).'),
  Debrief: note('What the trainers wrote down afterwards.'),
  History: note('Who changed what and when (JSON).'),
})
