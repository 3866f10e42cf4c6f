import { choice, declareList, instant, note, text } from './columnTypes.ts'

/** Places on course runs: one row per person and run, so that two people never share a row. */
export const bookingsList = declareList('Bookings', 'Who has, had or waits for a place on a course run.', {
  RunKey: text('Key of the course run.', { indexed: true }),
  Person: text('Entra object id; empty for people of another organisation.', { indexed: true }),
  PersonName: text('Name.'),
  Address: text('E-mail address.'),
  Organisation: text('The force or the partner.'),
  Borough: text('The borough that the place is counted against.'),
  State: choice(
    'How far the booking got.',
    ['requested', 'approved', 'waiting', 'booked', 'cancelled', 'attended', 'partly attended', 'absent'],
    { indexed: true },
  ),
  RequestedAt: instant('When the place was asked for; waiting people are served in this order.'),
  Remark: note('A reason, such as that of a cancellation.'),
  History: note('Who changed what and when (JSON).'),
})
