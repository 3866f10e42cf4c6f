import { declareList, instant, note, text } from './columnTypes.ts'

/** Disputes between agencies over places. */
export const disputesList = declareList(
  'Disputes',
  'Agencies that do not agree about places on a course run.',
  {
    RunKey: text('Key of the course run.', { indexed: true }),
    Agencies: note('The agencies (JSON).'),
    Note: note('What they do not agree about.'),
    RaisedBy: text('Name of whoever wrote it down.'),
    RaisedAt: instant('When it was written down.'),
    Decision: note('What was decided; empty before.'),
    DecidedBy: text('Name of whoever decided.'),
    DecidedAt: instant('When it was decided; empty before.'),
    History: note('Who did what and when (JSON).'),
  },
)
