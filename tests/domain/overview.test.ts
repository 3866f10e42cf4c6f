import { overviewOf } from '../../src/domain/overview.ts'
import { gatherAround } from '../../src/domain/rowFacts.ts'
import type { StatutoryClock } from '../../src/domain/statutoryClock.ts'
import { aDueEntry, aRecommendation, aReport } from '../support/register.ts'

const today = '2021-06-01'
const day = (date: string) => aDueEntry({ date, precision: 'day', text: date })
const waiting = (number: string, body: string, nextChase: string | null, lastChased: string | null = null) =>
  aRecommendation({ number, status: 'WHITE', counterparty: { body, product: '', nextChase, lastChased } })

function overview(rows: Parameters<typeof overviewOf>[0], reports = [aReport()]) {
  return overviewOf(rows, gatherAround(rows, reports, [], today))
}

test('WHITE rows are gathered by the body they wait for, with the next and the last chase', () => {
  const { awaited } = overview([
    waiting('1', 'NPCC', '2021-07-01', '2021-04-01'),
    waiting('2', ' NPCC ', '2021-06-15', '2021-05-01'),
    waiting('3', 'Home Office', null),
    aRecommendation({ number: '4', status: 'WHITE' }),
    aRecommendation({ number: '5', status: 'AMBER' }),
  ])
  expect(awaited).toEqual([
    { body: 'NPCC', count: 2, withoutChase: 0, nextChase: '2021-06-15', lastChased: '2021-05-01' },
    { body: '', count: 1, withoutChase: 1, nextChase: null, lastChased: null },
    { body: 'Home Office', count: 1, withoutChase: 1, nextChase: null, lastChased: null },
  ])
})

test('what slipped furthest comes first; what is settled or was brought forward has not slipped', () => {
  const { slipped } = overview([
    aRecommendation({ number: '1', due: [day('2021-01-01'), day('2021-01-11')] }),
    aRecommendation({ number: '2', due: [day('2021-01-01'), day('2021-03-01')] }),
    aRecommendation({ number: '3', due: [day('2021-03-01'), day('2021-01-01')] }),
    aRecommendation({ number: '4', status: 'GREEN', due: [day('2021-01-01'), day('2022-01-01')] }),
  ])
  expect(slipped.map(({ row, days }) => [row.number, days])).toEqual([
    ['2', 59],
    ['1', 10],
  ])
})

test('statutory clocks stand by their last day until they are answered', () => {
  const clock: Omit<StatutoryClock, 'from'> = {
    ...{ kind: 'section-55' as const, setTo: null, extensionAskedOn: null, stoppedOn: null, resumedOn: null },
    ...{ respondedOn: null, publishedOn: null, note: '' },
  }
  const { clocks } = overview(
    [aRecommendation()],
    [
      aReport({ key: 'late', clocks: [{ ...clock, from: '2021-05-01' }] }),
      aReport({ key: 'early', clocks: [{ ...clock, from: '2021-03-01' }] }),
      aReport({ key: 'done', clocks: [{ ...clock, from: '2021-03-01', respondedOn: '2021-04-01' }] }),
    ],
  )
  expect(clocks.map(({ report, lastDay, state }) => [report.key, lastDay, state.state])).toEqual([
    ['early', '2021-04-25', 'missed'],
    ['late', '2021-06-25', 'running'],
  ])
})
