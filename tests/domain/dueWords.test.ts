import fc from 'fast-check'
import { readDueEntry } from '../../src/documents/read/dueEntries.ts'
import { dueVerbs } from '../../src/domain/dueLedger.ts'
import { holdsDate, plainWords, readsAsDeadline, withTag, writeDueEntry } from '../../src/domain/dueWords.ts'
import { dueTexts, fourColumns, onlyRow, paper } from '../documents/read/samplePaper.ts'

const day = fc
  .date({ min: new Date('2005-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const word = fc.oneof(
  fc.constantFrom(
    'pending',
    'for',
    'the',
    'review',
    'of',
    '2',
    '30',
    'boroughs',
    'Now',
    'Then',
    'Extended to',
  ),
  fc.constantFrom(
    '(SRO, deputies)',
    '[sic]',
    'May',
    'March',
    '2022',
    'next',
    'Monday',
    'and',
    '£3m;',
    'and/or',
  ),
  fc.constantFrom(
    'Home',
    'Office',
    'subject',
    'to',
    'review,',
    '—',
    'NPCC’s',
    'Reset to',
    '“soon”',
    'a.m.',
    '12.30',
  ),
)
const purpose = fc
  .array(word, { maxLength: 9 })
  .map((words) => words.join(' '))
  .filter((words) => !readsAsDeadline(words))
const tags = fc.subarray(['Reported to PAB', 'Reported to Crime Standards Board'])
const precision = fc.constantFrom('day' as const, 'month' as const)
const verb = fc.constantFrom(...dueVerbs)

describe('an entry that was written here is read in a paper', () => {
  test('as the same date, precision, verb, purpose and tags', () => {
    fc.assert(
      fc.property(day, precision, verb, purpose, tags, (date, written, how, why, told) => {
        const entry = writeDueEntry({
          date,
          precision: written,
          verb: how,
          event: '',
          purpose: why,
          tags: told,
        })
        expect(readDueEntry(entry.text)).toEqual(entry)
      }),
      { numRuns: 1000 },
    )
  })

  test('as the same event that is awaited', () => {
    const event = fc.array(fc.constantFrom('the', 'review', 'of', 'SOPs', 'publication', 'TfL'), {
      minLength: 1,
    })
    fc.assert(
      fc.property(event, verb, tags, (words, how, told) => {
        const value = {
          date: null,
          precision: 'day',
          purpose: '',
          verb: how,
          event: words.join(' '),
        } as const
        const entry = writeDueEntry({ ...value, tags: told })
        expect(readDueEntry(entry.text)).toEqual(entry)
      }),
      { numRuns: 200 },
    )
  })

  test.each(['To be set', 'To be agreed', 'TBC', 'Immediate', 'Ongoing', 'N/A', 'No date set by HMICFRS'])(
    'as the value that it is: %s',
    (event) => {
      const entry = writeDueEntry({ date: null, precision: 'day', purpose: '', verb: 'now', event, tags: [] })
      expect(readDueEntry(entry.text)).toEqual(entry)
      expect(entry).toMatchObject({ text: event, verb: 'none' })
    },
  )

  test('also when a board was told of it later', () => {
    const value = {
      precision: 'month',
      verb: 'reset-to',
      event: '',
      purpose: 'for the return visit',
    } as const
    const entry = withTag(
      writeDueEntry({ ...value, date: '2021-08-31', tags: ['subject to review'] }),
      'Reported to PAB',
    )
    expect(readDueEntry(entry.text)).toEqual(entry)
  })

  test('as entries of their own, in the paper’s own table', () => {
    const texts = [
      writeDueEntry({
        date: '2021-03-31',
        precision: 'month',
        verb: 'none',
        event: '',
        purpose: '',
        tags: [],
      }),
      writeDueEntry({
        ...{ date: '2021-08-31', precision: 'day', verb: 'extended-to', event: '' },
        ...{ purpose: 'pending Extended to appointments', tags: ['Reported to PAB'] },
      }),
      writeDueEntry({
        date: null,
        precision: 'day',
        verb: 'now',
        event: 'the review',
        purpose: '',
        tags: [],
      }),
    ].map((entry) => entry.text)
    const reading = paper(
      fourColumns,
      `1 <u>Recommendation</u> Do it\tAMBER\t${texts.map((one) => `<p>${one}</p>`).join(' ')}\tBegun`,
    )
    expect(dueTexts(onlyRow(reading))).toEqual(texts)
  })
})

test.each([
  ['publication in June 2022', true],
  ['the meeting of 12/04/2022', true],
  ['the reply by Jun-22', true],
  ['the May review', false],
  ['recommendation 3 of 2021', false],
])('%j holds a date: %s', (event, expected) => {
  expect(holdsDate(event)).toBe(expected)
  expect(readDueEntry(`Now pending ${event}`).date !== null).toBe(expected)
})

describe('words of a purpose', () => {
  test.each([
    ['two\nlines', 'two lines'],
    ['[a note] to it', '(a note) to it'],
    [', pending', 'pending'],
    ['pending Now June', 'pending now June'],
    ['until Reset to work', 'until reset to work'],
  ])('%j', (given, expected) => {
    expect(plainWords(given)).toBe(expected)
  })

  test.each([
    ['and 30 September 2021', true],
    ['to June 2022', true],
    ['3 weeks of tests', true],
    ['at noon', true],
    ['for the review in September 2021', false],
    ['pending 3 appointments', false],
    ['', false],
    ['to allow for a report', false],
    ['and to review', false],
    ['the review', false],
  ])('%j reads as part of the deadline: %s', (given, expected) => {
    expect(readsAsDeadline(given)).toBe(expected)
  })
})
