import type { PaperContent } from '../../src/domain/paper.ts'
import { comparePapers } from '../../src/domain/paperChanges.ts'
import { composePaper } from '../../src/domain/paperContent.ts'
import type { Recommendation, Status } from '../../src/domain/recommendation.ts'
import { aDueEntry, aRecommendation, aReport } from '../support/register.ts'

const row = (number: string, status: Status, deadline = '2021-06-30') =>
  aRecommendation({ number, status, due: [aDueEntry({ date: deadline })] })
const paper = (rows: readonly Recommendation[], previous: PaperContent | null = null) =>
  composePaper({ reports: [aReport()], rows, previous })
const numbers = (rows: readonly { readonly row: { readonly number: string } }[]) =>
  rows.map((one) => one.row.number)

function changes(before: readonly Recommendation[], now: readonly Recommendation[]) {
  const previous = paper(before)
  return comparePapers(previous, paper(now, previous))
}

describe('between two papers', () => {
  it('a row that turned green is new green', () => {
    const found = changes([row('1', 'AMBER'), row('2', 'GREEN')], [row('1', 'GREEN'), row('2', 'GREEN')])
    expect(numbers(found.newGreen)).toEqual(['1'])
    expect(found.newGreen[0]?.before).toBe('AMBER')
  })

  it('a row that was closed is newly closed once', () => {
    const found = changes([row('1', 'RED'), row('2', 'CLOSED')], [row('1', 'CLOSED'), row('2', 'CLOSED')])
    expect(numbers(found.newlyClosed)).toEqual(['1'])
  })

  it.each<[Status, Status, boolean]>([
    ['GREEN', 'RED', true],
    ['NEW GREEN', 'AMBER', true],
    ['CLOSED', 'WHITE', true],
    ['AMBER', 'RED', false],
    ['GREEN', 'CLOSED', false],
  ])('%s that is %s now: re-opened is %s', (before, now, expected) => {
    expect(changes([row('1', before)], [row('1', now)]).reopened).toHaveLength(expected ? 1 : 0)
  })

  it('re-opened is also what the paper before had hidden', () => {
    const first = paper([row('1', 'GREEN')])
    const second = paper([row('1', 'GREEN')], first)
    const third = paper([row('1', 'RED')], second)
    expect(numbers(comparePapers(second, third).reopened)).toEqual(['1'])
    expect(comparePapers(second, third).newRows).toEqual([])
  })

  it.each([
    ['a day later', '2021-07-01', [{ from: '2021-06-30', to: '2021-07-01', days: 1 }]],
    ['the same day', '2021-06-30', []],
    ['a day earlier', '2021-06-29', []],
    ['a year later', '2022-06-30', [{ from: '2021-06-30', to: '2022-06-30', days: 365 }]],
  ])('a deadline %s', (_when, deadline, expected) => {
    expect(changes([row('1', 'AMBER')], [row('1', 'AMBER', deadline)]).slipped).toMatchObject(expected)
  })

  it('nothing slips that is green or closed', () => {
    const later = '2021-12-31'
    expect(changes([row('1', 'AMBER')], [row('1', 'GREEN', later)]).slipped).toEqual([])
    expect(changes([row('1', 'AMBER')], [row('1', 'CLOSED', later)]).slipped).toEqual([])
  })

  it('an event that is awaited in place of a date is no slip in days', () => {
    const due = [aDueEntry(), aDueEntry({ text: 'Now pending the review', verb: 'now', date: null })]
    expect(changes([row('1', 'AMBER')], [{ ...row('1', 'AMBER'), due }]).slipped).toEqual([])
  })

  it('what was reported drops out, and what the register lost is gone', () => {
    const found = changes(
      [row('1', 'GREEN'), row('2', 'RED'), row('3', 'RED')],
      [row('1', 'GREEN'), row('3', 'RED')],
    )
    expect(found.droppedOut.map(({ row: own, why }) => `${own.number} ${why}`)).toEqual([
      '1 reported',
      '2 gone',
    ])
  })

  it('a row that the paper before did not know is new', () => {
    const found = changes([row('1', 'RED')], [row('1', 'RED'), row('2', 'AMBER')])
    expect(numbers(found.newRows)).toEqual(['2'])
  })
})

it('the first paper has nothing to be compared with, and keeps the new green that came with it', () => {
  const found = comparePapers(null, paper([row('1', 'NEW GREEN'), row('2', 'CLOSED'), row('3', 'RED')]))
  expect(found.hasPrevious).toBe(false)
  expect(numbers(found.newGreen)).toEqual(['1'])
  expect([...found.newlyClosed, ...found.newRows, ...found.reopened, ...found.slipped]).toEqual([])
})
