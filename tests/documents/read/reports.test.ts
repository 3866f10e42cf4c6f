import { readPaperText } from '../../../src/documents/read/readPaper.ts'
import { codesOf, fourColumns, head, paper } from './samplePaper.ts'

const row = (status: string, number = '1') => `${number} Recommendation Count.\t${status}\tJune 2021\tBegun.`
const read = (...lines: readonly string[]) =>
  readPaperText([...lines, fourColumns, row('AMBER')].join('\n\n'))

describe('the introduction of a report', () => {
  test('is title, type line, date, claims and narrative', () => {
    const { reports } = read(
      ...head,
      'There are 5 actions for the force. 4 are complete, 1 in progress.',
      'The town is quiet.',
    )
    expect(reports).toEqual([
      {
        title: 'Keeping the lights on',
        typeLine: 'A national report by HMICFRS',
        published: { text: '4th May 2020', date: '2020-05-04', precision: 'day' },
        claims: ['There are 5 actions for the force.', '4 are complete, 1 in progress.'],
        narrative: 'The town is quiet.',
        lines: [1, 3, 5, 7, 9],
      },
    ])
  })

  test('joins a title of two lines and leaves the name of the paper out of it', () => {
    const { reports, remainder } = read(
      'Inspection recommendations',
      'Why so dark?',
      'A look at torches',
      'A national report HMICFRS',
      'Published May 2020',
    )
    expect(reports[0]).toMatchObject({
      title: 'Why so dark? A look at torches',
      published: { date: '2020-05-31', precision: 'month' },
    })
    expect(remainder[0]).toEqual({ line: 1, text: 'Inspection recommendations' })
  })

  test('joins a paragraph that a page has parted', () => {
    const reading = read(...head, 'The town is quiet beyond the', 'river and the wood.')
    expect(reading.reports[0]?.narrative).toBe('The town is quiet beyond the river and the wood.')
    expect(codesOf(reading)).toContain('text-joined-across-page')
  })

  test.each([
    ['without a date', ['Dark nights', 'A national report by HMICFRS'], 'publication-date-missing'],
    ['without a type line', ['Dark nights', 'Published May 2020'], 'type-line-missing'],
    ['without any introduction', ['Dark nights'], 'report-heading-missing'],
    [
      'with a second date in a sentence',
      [...head, 'This report was published 2nd May 2019. There are 2 actions in progress.'],
      'two-publication-dates',
    ],
    [
      'called national, with one force in its title',
      ['Torches in Norchester Police', 'A national report by HMICFRS', 'Published May 2020'],
      'type-line-disagrees',
    ],
  ])('%s is still a report, with a doubt', (_, lines, code) => {
    const reading = read(...lines)
    expect(reading.reports).toHaveLength(1)
    expect(reading.reports[0]?.title).toBe(lines[0])
    expect(codesOf(reading)).toContain(code)
  })

  test('two reports follow each other, also where the first has no table', () => {
    const { reports, rows } = read(
      ...head,
      'There are no actions for the force.',
      'Dark nights',
      'A force report',
      'Published June 2019',
    )
    expect(reports.map(({ title }) => title)).toEqual(['Keeping the lights on', 'Dark nights'])
    expect(rows.map(({ report }) => report)).toEqual([1])
  })

  test('text that was lost from a table is kept, with a doubt', () => {
    const reading = paper(
      fourColumns,
      row('AMBER'),
      '',
      'Nobody knows where this was.',
      fourColumns,
      row('RED', '2'),
    )
    expect(reading.remainder).toContainEqual({ line: 8, text: 'Nobody knows where this was.' })
    expect(codesOf(reading)).toContain('text-outside-table')
  })
})

describe('claimed counts against the rows that are shown', () => {
  const claim = (sentence: string, ...statuses: readonly string[]) =>
    codesOf(
      paper(sentence, fourColumns, ...statuses.map((status, index) => row(status, String(index + 1)))),
    ).includes('claim-disagrees')

  test.each([
    ['This report makes 4 recommendations; 2 are complete, 2 in progress.', ['AMBER', 'RED'], false],
    ['This report makes 4 recommendations; 3 are complete, 1 in progress.', ['AMBER', 'RED'], true],
    ['There are 3 recommendations; 3 are in progress.', ['AMBER', 'WHITE', 'WHITE'], false],
    ['There are 4 recommendations; 4 are in progress.', ['AMBER', 'WHITE', 'WHITE'], true],
    ['There are 2 recommendations for the force all complete.', ['NEW GREEN'], false],
    ['There are 2 recommendations for the force all complete.', ['RED'], true],
    ['The report makes 3 recommendations, 1 is complete.', ['NEW GREEN', 'NEW GREEN'], true],
    ['The report makes 3 recommendations, 1 closed.', ['CLOSED'], false],
    ['Out of 10 recommendations only 2 concern the police.', ['AMBER'], false],
  ])('%s %j', (sentence, statuses, disagrees) => {
    expect(claim(sentence, ...statuses)).toBe(disagrees)
  })
})
