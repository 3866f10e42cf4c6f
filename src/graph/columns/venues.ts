import { boolean, declareList, note, number, text } from './columnTypes.ts'

/** Places where courses and exercises are held. */
export const venuesList = declareList('Venues', 'Where courses and exercises are held.', {
  VenueName: text('What it is called.'),
  Address: note('Where it is.'),
  Borough: text('The borough it is in.'),
  Capacity: number('How many people it holds.'),
  Access: note('Step-free access, hearing loop, parking.'),
  RoomAddress: text('Mailbox of the room; empty when it has none.'),
  Contact: note('Whom to ask for the room.'),
  Closed: boolean('It is no longer used.'),
  History: note('Who changed what and when (JSON).'),
})
