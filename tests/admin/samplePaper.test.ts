import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readPaperFile } from '../../src/documents/read/readFile.ts'
import type { PaperReading } from '../../src/domain/paperReading.ts'

function readSample(): PaperReading {
  const result = readPaperFile(readFileSync(path.resolve('src/admin/sample/paper.txt')), 'paper.txt')
  if (!result.ok) throw new Error(result.message)
  return result.reading
}

const reading = readSample()
const row = (report: number, number: string) => {
  const found = reading.rows.find((one) => one.report === report - 1 && one.number === number)
  if (!found) throw new Error(`the sample has no row ${report}/${number}`)
  return found
}
const codes = (report: number, number: string) => row(report, number).doubts.map((doubt) => doubt.code)

describe('the sample paper', () => {
  it('has 17 reports, each with a type line and a date of publication', () => {
    expect(reading.reports).toHaveLength(17)
    expect(
      reading.reports.filter((report) => report.typeLine === '' || report.published.date === null),
    ).toEqual([])
  })

  it('has 51 rows in the five statuses of the real paper', () => {
    expect(reading.totals.rows).toBe(51)
    expect(reading.totals.byStatus).toEqual({
      WHITE: 27,
      AMBER: 11,
      'NEW GREEN': 7,
      RED: 5,
      CLOSED: 1,
      GREEN: 0,
    })
  })

  it('has the three kinds in the numbers of the real paper', () => {
    const count = (kind: string) => reading.rows.filter((one) => one.kind === kind).length
    expect([count('recommendation'), count('area-for-improvement'), count('cause-of-concern')]).toEqual([
      36, 13, 2,
    ])
  })

  it.each([
    [1, '11'],
    [1, '12'],
    [3, '1'],
    [3, '4'],
  ])('leaves the number of row %i/%s to be inferred', (report, number) => {
    expect(row(report, number).numberInferred).toBe(true)
  })

  it('infers no other number', () => {
    expect(reading.rows.filter((one) => one.numberInferred)).toHaveLength(4)
  })

  it('has one row without a comment and two that await a next date, and says so', () => {
    expect(reading.rows.filter((one) => one.comment === '').map((one) => one.number)).toEqual(['5'])
    expect(codes(7, '5')).toContain('empty-comment')
    expect(codes(3, '5')).toContain('no-next-date')
    expect(codes(4, '9')).toContain('no-next-date')
  })

  it('gives the three parts of row 9/4a their own statuses and comments', () => {
    const { elements } = row(9, '4a')
    expect(elements.map((element) => element.status)).toEqual(['GREEN', 'GREEN', 'NEW GREEN'])
    expect(elements.filter((element) => element.text === '' || element.comment === '')).toEqual([])
  })

  it('keeps the whole due history of a row that was moved twice', () => {
    expect(row(5, '6').due.map((entry) => [entry.verb, entry.date, entry.tags])).toEqual([
      ['none', '2020-09-30', []],
      ['none', '2020-11-30', []],
      ['deadline-now', '2021-04-30', ['subject to review']],
    ])
  })

  it('has lost no letters over a page', () => {
    const lost = new Set(['letters-lost', 'word-broken', 'text-cut', 'bullets-lost'])
    expect(reading.rows.flatMap((one) => one.doubts).filter((doubt) => lost.has(doubt.code))).toEqual([])
  })
})
