import { bookingStates } from '../../domain/booking.ts'
import { choice, declareList, instant, note, text } from './columnTypes.ts'

/** Places on course runs: one row per person and run, so that two people never share a row. */
export const bookingsList = declareList('Bookings', 'Who has, had or waits for a place on a course run.', {
  RunKey: text('Key of the course run.', { indexed: true }),
  CourseKey: text('Key of the course.', { indexed: true }),
  RunDate: text('The day of the run, YYYY-MM-DD.', { indexed: true }),
  Person: text('Entra object id; empty for people of another organisation.', { indexed: true }),
  PersonName: text('Name.'),
  Address: text('E-mail address.'),
  Organisation: text('The force or the partner.', { indexed: true }),
  Borough: text('The borough that the place is counted against.'),
  State: choice('How far the booking got.', bookingStates, { indexed: true }),
  RequestedAt: instant('When the place was asked for; waiting people are served in this order.'),
  OfferUntil: instant('When an offered place goes to the next person.'),
  ArrangedBy: text('Entra object id of whoever books for them; empty when they book themselves.', {
    indexed: true,
  }),
  EventDue: text('`due` while the calendar has to follow the booking.', { indexed: true }),
  EventRef: note('Id of the event in the calendar of the service; empty when there is none.'),
  EventFor: text('Fingerprint of what the event says.'),
  AnswerWords: note('Hashes of the words in links to an offer (JSON).'),
  Steps: note('Every step of the booking: who, when and why (JSON).'),
})
