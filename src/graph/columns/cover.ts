import { declareList, note, number, text } from './columnTypes.ts'

/** Cover of teams by requirements, added up by the service so that no screen reads everybody. */
export const coverList = declareList('Cover', 'How many of a team have the training that they need.', {
  Requirement: text('Key of the requirement.', { indexed: true }),
  Team: text('The team; * for the whole force.', { indexed: true }),
  AsAt: text('The day on which it was added up, YYYY-MM-DD.'),
  Counts: note('People by how they stand (JSON).'),
  Roles: note('The same role by role: role and people by how they stand (JSON).'),
  Newcomers: number('People new in the role since the team was last visited.'),
  NextChange: text('The first day on which the calendar alone changes it, YYYY-MM-DD; empty when none.', {
    indexed: true,
  }),
  TellFrom: text(
    'The first day on which somebody of the team is to be told, YYYY-MM-DD; empty when nobody is.',
    {
      indexed: true,
    },
  ),
  Open: note('Who has to take it or soon will: person, name, state, day (JSON).'),
  OpenMore: number('How many more there are than the list has room for.'),
  Points: note('Day, covered and needed, oldest first (JSON).'),
})
