import { declareList, note, text } from './columnTypes.ts'

/** Partners outside the force, kept to what an invitation needs. */
export const contactsList = declareList(
  'Contacts',
  'Partners outside the force who are invited to exercises.',
  {
    Organisation: text('Where they work.'),
    ContactRole: text('The role for which they are invited.', { indexed: true }),
    ContactName: text('Name; empty while the role is vacant.'),
    Address: text('E-mail address; empty while the role is vacant.', { indexed: true }),
    Boroughs: note('Boroughs that they answer for (JSON); empty for the whole of London.'),
    Sector: text('Health, education, children’s services and so on.'),
    DeputyName: text('Who comes when the person cannot.'),
    DeputyAddress: text('E-mail address of the deputy.'),
    LastConfirmed: text('The day on which the entry was last found right, YYYY-MM-DD.'),
    KeepUntil: text('The day after which it is to be taken away unless confirmed, YYYY-MM-DD.'),
    Headquarters: note('Boroughs in which the body has its headquarters (JSON).'),
    VacantSince: text('Since when nobody holds the role, YYYY-MM-DD.'),
    History: note('Who changed what and when, without personal data (JSON).'),
  },
)
