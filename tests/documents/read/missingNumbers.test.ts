import { inferNumbers } from '../../../src/documents/read/missingNumbers.ts'
import { codesOf, fiveColumns, paper } from './samplePaper.ts'

const numbers = (...rows: readonly (readonly [string, string?])[]) =>
  inferNumbers(rows.map(([number, text = '']) => ({ number, text }))).map((found) => found?.number ?? null)

describe('a number that the paper leaves out', () => {
  test('is told by a gap as wide as the rows are many', () => {
    expect(numbers(['10'], [''], [''], ['13'])).toEqual([null, '11', '12', null])
  })

  test('is told by a note that names the row', () => {
    expect(numbers(['', 'Notes to recommendation 2'], ['5'])).toEqual(['2', null])
  })

  test("is told by another row's description of it", () => {
    expect(
      numbers(
        ['1', 'as in recommendation 4 (on the building of warm shelters)'],
        ['', 'Build shelters that are warm. All building counts.'],
        ['6'],
      ),
    ).toEqual([null, '4', null])
  })

  test('is not a number that the row itself refers to', () => {
    expect(numbers(['1'], ['', 'With a view to recommendation 2, go on.'], ['5'])).toEqual([null, '3', null])
  })

  test('leaves room for the rows after it', () => {
    expect(numbers(['1'], [''], ['', 'Notes to recommendation 2'], ['5'])).toEqual([null, '2', '3', null])
  })

  test('follows the last number at the end of a report', () => {
    expect(numbers(['7'], ['']).at(-1)).toBe('8')
  })

  test('is left open where no number fits', () => {
    expect(numbers(['1'], [''], ['2'])).toEqual([null, null, null])
  })

  test('is marked as inferred, and one that is printed twice is reported', () => {
    const row = (number: string) => `${number}\tRecommendation Count.\tAMBER\tJune 2021\tBegun.`
    const { rows } = paper(fiveColumns, row('1'), row(''), row('3'), row('3'))
    expect(rows.map(({ number, numberInferred }) => [number, numberInferred])).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
      ['3', false],
    ])
    expect(rows.map(codesOf)).toEqual([[], ['number-inferred'], [], ['number-repeated']])
  })

  test('is left out with a doubt where none can be told', () => {
    const row = (number: string) => `${number}\tRecommendation Count.\tAMBER\tJune 2021\tBegun.`
    const { rows } = paper(fiveColumns, row('1'), row(''), row('2'))
    expect(rows[1]).toMatchObject({ number: '', numberInferred: false })
    expect(codesOf(rows[1] ?? { doubts: [] })).toEqual(['number-missing'])
  })
})
