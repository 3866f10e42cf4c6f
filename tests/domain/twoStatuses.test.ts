import type { Change, Recommendation } from '../../src/domain/recommendation.ts'
import { twoStatuses } from '../../src/domain/twoStatuses.ts'
import { aRecommendation } from '../support/register.ts'

const turnedGreen = (at: string, to = 'GREEN'): Change => ({
  ...{ at, by: 'Helen Carver', byObject: '4', field: 'status', from: 'AMBER', via: 'tab' },
  to,
})
const complete = (on: string) => [{ status: 'complete', on, note: '' }] as const

test.each<[string, Partial<Recommendation>, number | null]>([
  ['neither is done', {}, null],
  ['the force since 2 May', { status: 'GREEN', history: [turnedGreen('2021-05-02T12:00:00Z')] }, 30],
  [
    'the force, late in the evening of 1 May UTC: 2 May here',
    { status: 'GREEN', history: [turnedGreen('2021-05-01T23:30:00Z')] },
    30,
  ],
  [
    'both, the inspectorate ten days later',
    { status: 'GREEN', history: [turnedGreen('2021-05-02T12:00:00Z')], inspectorate: complete('2021-05-12') },
    10,
  ],
  [
    'both, the inspectorate first',
    { status: 'GREEN', history: [turnedGreen('2021-05-12T12:00:00Z')], inspectorate: complete('2021-05-02') },
    -10,
  ],
  ['only the inspectorate', { inspectorate: complete('2021-05-22') }, -10],
  ['green since a paper that does not say when', { status: 'NEW GREEN' }, null],
  ['green once, reopened since', { status: 'AMBER', history: [turnedGreen('2021-05-02T12:00:00Z')] }, null],
])('%s', (_what, changes, days) => {
  expect(twoStatuses(aRecommendation(changes), '2021-06-01').days).toBe(days)
})

test('a status that only becomes reported does not start the days again', () => {
  const history = [
    turnedGreen('2021-05-02T12:00:00Z', 'NEW GREEN'),
    { ...turnedGreen('2021-05-20T12:00:00Z'), from: 'NEW GREEN' },
  ]
  expect(twoStatuses(aRecommendation({ status: 'GREEN', history }), '2021-06-01').forceDone).toBe(
    '2021-05-02',
  )
})
