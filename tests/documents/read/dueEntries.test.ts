import { readDueEntry } from '../../../src/documents/read/dueEntries.ts'
import { codesOf, dueTexts, fourColumns, onlyRow, paper } from './samplePaper.ts'

function due(...cells: readonly string[]) {
  const [first, ...more] = cells
  const pages = more.flatMap((cell) => ['', fourColumns, `\t\t${cell}\t`])
  return onlyRow(paper(fourColumns, `1 Recommendation Count.\tAMBER\t${first}\tBegun.`, ...pages))
}

describe('what one entry says', () => {
  test.each([
    ['June 2021', 'none', '2021-06-30', 'month', '', []],
    ['February 2020', 'none', '2020-02-29', 'month', '', []],
    ['30 June 2021', 'none', '2021-06-30', 'day', '', []],
    ['03/04/2021', 'none', '2021-04-03', 'day', '', []],
    ['Sept 2021 for a report', 'none', '2021-09-30', 'month', 'for a report', []],
    ['extended to May 2021 for review', 'extended-to', '2021-05-31', 'month', 'for review', []],
    ['Reset to May 2021 [told the board]', 'reset-to', '2021-05-31', 'month', '', ['told the board']],
    ['New deadline May 2021', 'new-deadline', '2021-05-31', 'month', '', []],
    [
      'Deadline now May 2021 [subject to review]',
      'deadline-now',
      '2021-05-31',
      'month',
      '',
      ['subject to review'],
    ],
    ['Now extended to May 2021.', 'now', '2021-05-31', 'month', '', []],
    ['Then May 2021', 'then', '2021-05-31', 'month', '', []],
    ['And May 2021', 'and', '2021-05-31', 'month', '', []],
    ['May 2020 and June 2021', 'and', '2021-06-30', 'month', '', []],
    ['Immediate and June 2021', 'and', '2021-06-30', 'month', '', []],
    ['May 2020, June 2021', 'none', '2021-06-30', 'month', '', []],
    ['Now pending a decision of the council', 'now', null, null, 'pending a decision of the council', []],
    ['To be set', 'none', null, null, '', []],
    ['No date set by the inspectorate', 'none', null, null, '', []],
    ['June', 'none', null, null, 'June', []],
  ] as const)('"%s"', (text, verb, date, precision, purpose, tags) => {
    expect(readDueEntry(text)).toEqual({ text, verb, date, precision, purpose, tags: [...tags] })
  })
})

describe('how a cell is parted into entries', () => {
  test.each([
    [
      'a paragraph each',
      '<p>May 2020</p> <p>Extended to June 2021</p>',
      ['May 2020', 'Extended to June 2021'],
    ],
    ['one paragraph with two', 'May 2020 Extended to June 2021', ['May 2020', 'Extended to June 2021']],
    [
      'a new word in the middle',
      'May 2020 for a start Now June 2021 to end',
      ['May 2020 for a start', 'Now June 2021 to end'],
    ],
    ['two dates for two parts', 'Immediate and June 2021', ['Immediate and June 2021']],
    ['two dates joined by And', 'May 2020 And June 2021', ['May 2020 And June 2021']],
    [
      'two words of moving together',
      'May 2020 Now extended to June 2021',
      ['May 2020', 'Now extended to June 2021'],
    ],
    [
      'an entry without a date first',
      '<p>No date set by the force</p> <p>May 2020</p>',
      ['No date set by the force', 'May 2020'],
    ],
    [
      'a purpose in a paragraph of its own',
      '<p>May 2020</p> <p>for the review</p>',
      ['May 2020 for the review'],
    ],
    [
      '"Now" inside a sentence',
      'May 2020 since all is well Now that it rains',
      ['May 2020 since all is well Now that it rains'],
    ],
  ])('%s', (_, cell, entries) => {
    expect(dueTexts(due(cell))).toEqual(entries)
  })

  test.each([
    [
      'the year on the next page',
      ['November', '2020 for a start'],
      ['November 2020 for a start'],
      'year-joined-across-page',
    ],
    [
      'the date on the next page',
      ['<p>May 2020</p> <p>Extended to</p>', 'June 2021'],
      ['May 2020', 'Extended to June 2021'],
      'due-joined-across-page',
    ],
    [
      'the end of a sentence on the next page',
      ['May 2020 for the', '<p>review</p> <p>Now June 2021</p>'],
      ['May 2020 for the review', 'Now June 2021'],
      'due-joined-across-page',
    ],
    [
      'a tag on the next page',
      ['May 2020', '[told the board]'],
      ['May 2020 [told the board]'],
      'due-joined-across-page',
    ],
    [
      'half a word on the next page',
      ['May 2020 until improve', 'nts show'],
      ['May 2020 until improvents show'],
      'letters-lost',
    ],
  ])('joins %s and says so', (_, cells, entries, code) => {
    const row = due(...cells)
    expect(dueTexts(row)).toEqual(entries)
    expect(codesOf(row)).toContain(code)
  })

  test('leaves an entry that begins on the next page alone, without a doubt', () => {
    const row = due('May 2020', 'June 2021 for the rest')
    expect(dueTexts(row)).toEqual(['May 2020', 'June 2021 for the rest'])
    expect(codesOf(row)).toEqual([])
  })

  test('says when one entry holds two deadlines, and when none can be read', () => {
    expect(codesOf(due('May 2020, June 2021'))).toContain('due-two-dates')
    expect(codesOf(due('when the cows come home'))).toContain('due-unclear')
    expect(codesOf(due('To be set'))).toEqual([])
  })
})
