import { briefOf } from '../../src/domain/brief.ts'
import { comparePapers } from '../../src/domain/paperChanges.ts'
import { composePaper } from '../../src/domain/paperContent.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { aDueEntry, aRecommendation, aReport } from '../support/register.ts'

const today = '2021-06-01'
const dueOn = (number: string, date: string | null, changes: Partial<Recommendation> = {}) =>
  aRecommendation({ number, due: [aDueEntry({ date })], ...changes })

function brief(rows: readonly Recommendation[]) {
  const content = composePaper({ reports: [aReport()], rows, previous: null })
  return briefOf(content, comparePapers(null, content), today)
}

it.each([
  ['yesterday', '2021-05-31', 'overdue'],
  ['today', '2021-06-01', 'in30'],
  ['in 30 days', '2021-07-01', 'in30'],
  ['in 31 days', '2021-07-02', 'in60'],
  ['in 60 days', '2021-07-31', 'in60'],
  ['in 61 days', '2021-08-01', 'in90'],
  ['in 90 days', '2021-08-30', 'in90'],
  ['in 91 days', '2021-08-31', null],
  ['without a day', null, null],
] as const)('due %s', (_when, date, list) => {
  const found = brief([dueOn('1', date)])
  const lists = (['overdue', 'in30', 'in60', 'in90'] as const).filter((name) => found[name].length > 0)
  expect(lists).toEqual(list === null ? [] : [list])
})

it('names the first to come first', () => {
  const found = brief([dueOn('1', '2021-06-30'), dueOn('2', '2021-06-05'), dueOn('3', '2021-06-20')])
  expect(found.in30.map(({ row }) => row.number)).toEqual(['2', '3', '1'])
})

it('nothing is due that is green, closed or WHITE', () => {
  const rows = (['GREEN', 'CLOSED', 'WHITE'] as const).map((status, index) =>
    dueOn(String(index), today, { status }),
  )
  expect(brief(rows).in30).toEqual([])
})

describe('WHITE is chased', () => {
  const waiting = (nextChase: string | null, applies: Recommendation['applies']) =>
    aRecommendation({
      status: 'WHITE',
      applies,
      counterparty: { body: 'NPCC', product: '', lastChased: null, nextChase },
    })

  it.each([
    ['when the day of the next chase has passed', waiting('2021-05-01', 'no'), 1],
    ['when it is 30 days away', waiting('2021-07-01', 'no'), 1],
    ['not yet when it is 31 days away', waiting('2021-07-02', 'yes'), 0],
    ['when no day is set and the force waits for it', waiting(null, 'yes'), 1],
    ['not when no day is set and it is for others', waiting(null, 'no'), 0],
  ])('%s', (_when, row, count) => {
    expect(brief([row]).chases).toHaveLength(count)
  })

  it('those that nobody chases come first', () => {
    const rows = [waiting('2021-06-10', 'yes'), { ...waiting(null, 'yes'), number: '9', key: 'x/9' }]
    expect(brief(rows).chases.map(({ day }) => day)).toEqual([null, '2021-06-10'])
  })
})

it('counts the rows of the paper by status', () => {
  expect(brief([dueOn('1', null), dueOn('2', null, { status: 'RED' })]).counts).toEqual({
    ...{ RED: 1, AMBER: 1, WHITE: 0, GREEN: 0, CLOSED: 0 },
    'NEW GREEN': 0,
  })
})
