import { markings } from '../../domain/paper.ts'
import { choice, declareList, instant, note, number, text } from './columnTypes.ts'

/** Papers for the board: drafts, and those that were frozen for a meeting. */
export const papersList = declareList('Papers', 'Papers for the board, as they were frozen for a meeting.', {
  Board: text('The board it is for.'),
  MeetingDate: text('The day of the meeting, YYYY-MM-DD.', { indexed: true }),
  CutOff: text('The register is shown as it stood at the end of this day, YYYY-MM-DD.'),
  Marking: choice('Protective marking.', markings),
  State: choice('Whether it can still change.', ['draft', 'frozen'], { indexed: true }),
  FrozenAt: instant('When it was frozen; empty before.'),
  FrozenBy: text('Entra object id of the person who froze it.'),
  FrozenByName: text('Name of the person who froze it.'),
  Parts: number('How many rows of the list PaperParts hold its content.'),
  ContentPrint: text('Fingerprint of its content.'),
  TypedClaims: note('Sentences typed in place of the computed ones, by report (JSON).'),
})
