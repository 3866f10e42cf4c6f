import { choice, declareList, instant, note, text } from './columnTypes.ts'

/** Papers for the board: drafts, and those that were frozen for a meeting. */
export const papersList = declareList('Papers', 'Papers for the board, as they were frozen for a meeting.', {
  Board: text('The board it is for.'),
  MeetingDate: text('The day of the meeting, YYYY-MM-DD.', { indexed: true }),
  State: choice('Whether it can still change.', ['draft', 'frozen'], { indexed: true }),
  FrozenAt: instant('When it was frozen; empty before.'),
  FrozenBy: text('Entra object id of the person who froze it.'),
  FrozenByName: text('Name of the person who froze it.'),
  Counts: note('Rows by status and report (JSON).'),
  Content: note('The statuses and deadlines that were shown, by recommendation key (JSON).'),
})
