import { declareList, note, number, text } from './columnTypes.ts'

/** The content of frozen papers, in pieces that fit a column. Never changed once written. */
export const paperPartsList = declareList('PaperParts', 'The content of frozen papers, in pieces.', {
  PaperKey: text('Key of the paper.', { indexed: true }),
  PartNumber: number('Which piece it is, counted from 1.'),
  Content: note('The piece: part of one JSON text.'),
})
