import { declareList, text } from './columnTypes.ts'

/** Posts own recommendations; people hold posts. People are Entra object ids, never person columns. */
export const postsList = declareList('Posts', 'The posts that own recommendations, and who holds them now.', {
  PostTitle: text('What the post is called.'),
  Unit: text('Where it sits.'),
  HolderObject: text('Entra object id of the holder; empty while the post is vacant.', { indexed: true }),
  HolderName: text('Name of the holder.'),
  HolderAddress: text('E-mail address of the holder.'),
  DeputyObject: text('Entra object id of the deputy; empty when there is none.', { indexed: true }),
  DeputyName: text('Name of the deputy.'),
  DeputyAddress: text('E-mail address of the deputy.'),
  HeadObject: text('Entra object id of the head of the unit; empty when there is none.', { indexed: true }),
  HeadName: text('Name of the head of the unit.'),
  HeadAddress: text('E-mail address of the head of the unit.'),
})
