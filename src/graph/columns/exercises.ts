import { declareList, note, text } from './columnTypes.ts'

/** Exercises such as SPASE, each with everybody who is invited and what was sent. */
export const exercisesList = declareList('Exercises', 'Exercises with partners, one per day and unit.', {
  ExerciseType: text('What kind of exercise, such as SPASE.', { indexed: true }),
  Unit: text('The basic command unit.'),
  Boroughs: note('Boroughs of the unit (JSON).'),
  ExerciseDate: text('The day, YYYY-MM-DD.', { indexed: true }),
  StartTime: text('UK time at which it starts, HH:MM.'),
  EndTime: text('UK time at which it ends, HH:MM.'),
  Venue: text('Where it is held.'),
  RoomAddress: text('Mailbox of the room.'),
  Status: text('Planned, confirmed, held or cancelled.', { indexed: true }),
  InternalNote: note('For the coordinators only. Never sent.'),
  Plan: note('Facilitators, scenarios, the part online and why it was changed last (JSON).'),
  Agenda: note('Agenda as it is sent.'),
  Joining: note('Joining instructions as they are sent.'),
  Invitees: note('Roles, people and their answers (JSON).'),
  Invitation: note('What has been sent (JSON); empty before.'),
  Requests: note('Who asked to take part, and the answers (JSON).'),
  Debrief: note('What was decided and learned on the day (JSON); empty before.'),
  History: note('Who changed what and when (JSON).'),
})
