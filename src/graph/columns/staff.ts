import { declareList, text } from './columnTypes.ts'

/** Who is in which role and team, as the personnel system says. */
export const staffList = declareList(
  'Staff',
  'Who is in which role and team, as the personnel system says.',
  {
    StaffNumber: text('Number in the personnel system.', { indexed: true }),
    StaffName: text('Name.'),
    Address: text('E-mail address.', { indexed: true }),
    Role: text('Role, as requirements name it.', { indexed: true }),
    Team: text('Team.', { indexed: true }),
    Borough: text('Borough.'),
    InRoleSince: text('The day on which they came into the role, YYYY-MM-DD.'),
    MovedFrom: text('The team that they were in before; empty where they have not moved.'),
    UntilDay: text('Their last day, YYYY-MM-DD; empty while they are there.'),
  },
)
