import { declareList, note, text } from './columnTypes.ts'

/** Partners outside the force, kept to what an invitation needs. */
export const contactsList = declareList(
  'Contacts',
  'Partners outside the force who are invited to exercises.',
  {
    Organisation: text('Where they work.'),
    ContactRole: text('The role for which they are invited.', { indexed: true }),
    ContactName: text('Name.'),
    Address: text('E-mail address.', { indexed: true }),
    Boroughs: note('Boroughs that they answer for (JSON).'),
  },
)
