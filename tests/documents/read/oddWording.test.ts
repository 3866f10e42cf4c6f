import type { PaperReading } from '../../../src/domain/paperReading.ts'
import { codesOf, fourColumns, onlyRow, paper } from './samplePaper.ts'

interface Cells {
  readonly text?: string
  readonly status?: string
  readonly due?: string
  readonly comment?: string
}

const line = ({ text = 'Count.', status = 'AMBER', due = 'June 2021', comment = 'Begun.' }: Cells) =>
  `4 Recommendation ${text}\t${status}\t${due}\t${comment}`

const codes = (cells: Cells) => codesOf(onlyRow(paper(fourColumns, line(cells))))

const linesOf = (reading: PaperReading, code: string) =>
  reading.rows.flatMap(({ doubts }) =>
    doubts.filter((doubt) => doubt.code === code).map((doubt) => doubt.line),
  )

describe('a phrase that stands twice', () => {
  test.each<[string, Cells, boolean]>([
    ['four words at once again', { comment: 'We keep all the lamps all the lamps keep oiled.' }, false],
    ['four words, then the same four', { comment: 'Staff oil all the lamps oil all the lamps daily.' }, true],
    ['in other letters and after a comma', { comment: 'Oil all the lamps, oil all the LAMPS.' }, true],
    [
      'with two words between',
      { comment: 'Then check every old lamp very soon check every old lamp.' },
      true,
    ],
    [
      'with three words between',
      { comment: 'Check every old lamp on the pier check every old lamp.' },
      false,
    ],
    ['three words only', { comment: 'Oil the lamps oil the lamps.' }, false],
    [
      'two halves of a parallel',
      { comment: 'A lamp for each end of piers and for each end of quays.' },
      false,
    ],
    ['in the text', { text: 'Mend the broken harbour lamp mend the broken harbour lamp now.' }, true],
    [
      'a line and the same line after it',
      { comment: '<p>Two men are ill.</p> <p>Two men are ill.</p>' },
      true,
    ],
    [
      'a line of three words and again',
      { comment: '<p>Nothing to report.</p> <p>Nothing to report.</p>' },
      false,
    ],
    [
      'list items that begin alike',
      { comment: '<ul> • Ask the crew for oil; • Ask the crew for rope.' },
      false,
    ],
  ])('%s', (_, cells, expected) => {
    expect(codes(cells).includes('phrase-repeated')).toBe(expected)
  })

  test.each([
    [
      'the former reason in the middle of another',
      'Now June 2021 as no until the spring tides have passed boat is free',
      true,
    ],
    ['the same reason again', 'Now June 2021 until the spring tides have passed', false],
    ['the same reason and more after it', 'Now June 2021 until the spring tides have passed by', false],
    ['four of its words', 'Now June 2021 as after the spring tides have gone', false],
    ['its tag again', 'Now June 2021 as boats [until the spring tides have passed] are few', false],
  ])('in a due column: %s', (_, later, expected) => {
    const due = `<p>May 2021 until the spring tides have passed</p> <p>${later}</p>`
    expect(codes({ due }).includes('phrase-repeated')).toBe(expected)
  })

  test('is reported on the line on which its second half ends', () => {
    const due = '<p>May 2021 until the spring tides have passed</p> <p>Now June 2021 as no</p>'
    const rest = '\t\tuntil the spring tides have passed boat is free\t'
    const reading = paper(fourColumns, line({ due }), '', fourColumns, rest)
    expect(linesOf(reading, 'phrase-repeated')).toEqual([9])
  })
})

describe('a green row that points to another recommendation', () => {
  test.each([
    ['Met by the new lamps [see Dark harbours: a second look, 7b above]', true],
    ['Done, as in recommendation 7.', true],
    ['Aligned to HARBOURS 2016/2017 AFI 7', true],
    ['The work is linked to 7 above.', true],
    ['Done; see the log of 7 May.', false],
    ['There were 7 recommendations to see.', false],
    ['Answered in full, as in recommendation 4.', false],
    ['Answered in full, see Dark harbours, recommendation 4.', true],
    ['We see it. Recommendation 7 is another matter.', false],
  ])('%s', (comment, expected) => {
    expect(codes({ comment, status: 'NEW GREEN' }).includes('relies-on-another-row')).toBe(expected)
    expect(codes({ comment, status: 'GREEN' }).includes('relies-on-another-row')).toBe(expected)
    expect(codes({ comment, status: 'AMBER' })).not.toContain('relies-on-another-row')
  })

  test('is reported once, also where only a deadline says so, on the line that says it', () => {
    const due = '<p>May 2021</p> <p>Now June 2021 in line with recommendation 7</p>'
    const both = line({ due, comment: 'See AFI 8 and see AFI 9.', status: 'GREEN' })
    expect(linesOf(paper(fourColumns, both), 'relies-on-another-row')).toEqual([6])
    const first = line({ status: 'GREEN' })
    const reading = paper(fourColumns, first, '', fourColumns, '\t\tNow July 2021 in line with AFI 7\t')
    expect(linesOf(reading, 'relies-on-another-row')).toEqual([9])
  })
})

describe('a label that is not like the others', () => {
  const row = (label: string, index: number) => `${index + 1} ${label} Count.\tAMBER\tJune 2021\tBegun.`
  const usual = '<u>Area for improvement</u>'
  const found = (...labels: readonly string[]) =>
    paper(fourColumns, ...labels.map(row)).rows.map((own) => codesOf(own).includes('kind-label-unusual'))

  test.each([
    ['a plural', [usual, usual, usual, '<u>Areas for improvement</u>'], true],
    ['a plural in a paper of plurals', [...Array(4)].map(() => '<u>Recommendations</u>'), false],
    ['not underlined', [usual, usual, usual, 'Recommendation'], true],
    ['not underlined in a paper without underlining', [...Array(4)].map(() => 'Recommendation'), false],
    ['not underlined, with two others to compare', [usual, usual, 'Recommendation'], false],
    ['bold', [usual, usual, usual, '<b>Recommendation</b>'], false],
    ['underlined with its number', [usual, usual, usual, '<u>Recommendation 4</u>'], false],
    ['two in one cell', ['<u>Cause of concern</u> Dark. <p><u>Recommendation</u></p>'], true],
    ['a second without underline', ['<u>Cause of concern</u> Dark. <p>Recommendation Mend</p>'], true],
    [
      'a sentence about recommendations',
      ['<u>Cause of concern</u> Dark. <p>Recommendations fade.</p>'],
      false,
    ],
  ])('%s', (_, labels, expected) => {
    expect(found(...labels)).toEqual(labels.map((_, index) => index === labels.length - 1 && expected))
  })

  test('has one doubt, with all that is unusual and the kind kept', () => {
    const two = 'Causes of concern Dark. <p><u>Recommendation</u></p>'
    const last = paper(fourColumns, ...[usual, usual, usual, two].map(row)).rows.at(-1)
    expect(last?.kind).toBe('cause-of-concern')
    expect(last?.doubts).toEqual([
      {
        code: 'kind-label-unusual',
        message: expect.stringMatching(/"Recommendation".* plural .*underlined/),
        line: 9,
      },
    ])
  })
})
