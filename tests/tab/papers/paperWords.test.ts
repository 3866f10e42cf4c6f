import { fileNameOf } from '../../../src/tab/features/papers/paperWords.ts'
import { aPaper } from '../../support/papers.ts'

test.each([
  ['a frozen paper', { state: 'frozen' }, '.docx', 'police-authority-board-16-june-2021.docx'],
  ['a draft says that it is one', {}, '.docx', 'police-authority-board-16-june-2021-draft.docx'],
  ['a brief', { state: 'frozen' }, '-brief.docx', 'police-authority-board-16-june-2021-brief.docx'],
  [
    'a board with signs',
    { board: 'SMB / Q1: "Crime"', state: 'frozen' },
    '.csv',
    'smb-q1-crime-16-june-2021.csv',
  ],
] as const)('the file of %s has a name that says what it is', (_words, change, ending, name) => {
  expect(fileNameOf(aPaper(change), ending)).toBe(name)
})
