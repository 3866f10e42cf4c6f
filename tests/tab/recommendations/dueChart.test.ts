import { saySlip } from '../../../src/tab/features/recommendations/sections/DueTimeline.tsx'
import { chartDue } from '../../../src/tab/features/recommendations/sections/dueChart.ts'
import { aDueEntry } from '../../support/register.ts'

const today = '2021-06-01'
const on = (date: string | null, changes = {}) => aDueEntry({ text: date ?? 'To be set', date, ...changes })
const kinds = (due: Parameters<typeof chartDue>[0]) =>
  chartDue(due, today, true)?.marks.map((mark) => mark.kind)

describe('the line of time', () => {
  test('is not drawn where no entry has a day', () => {
    expect(chartDue([on(null)], today, true)).toBeNull()
  })
  test('numbers the entries as the list does', () => {
    const chart = chartDue([on(null), on('2021-01-31'), on('2021-07-31', { verb: 'now' })], today, true)
    expect(chart?.marks.map((mark) => mark.number)).toEqual([2, 3])
  })
  test('puts earlier days further left, and today between them', () => {
    const chart = chartDue([on('2021-01-31'), on('2021-07-31', { verb: 'now' })], today, true)
    const [first, second] = chart?.marks ?? []
    expect(first?.at).toBeLessThan(chart?.today ?? 0)
    expect(chart?.today).toBeLessThan(second?.at ?? 0)
  })
  test.each([
    [
      'the first deadline and the one now',
      [on('2021-01-31'), on('2021-07-31', { verb: 'now' })],
      ['first', 'now'],
    ],
    ['one in between', [on('2020-01-31'), on('2021-01-31'), on('2021-07-31')], ['first', 'moved', 'now']],
    [
      'a milestone that was met',
      [on('2021-01-31', { tags: ['completed'] }), on('2021-07-31')],
      ['met', 'now'],
    ],
    [
      'a second deadline beside the first',
      [on('2021-01-31'), on('2021-07-31', { verb: 'and' })],
      ['first', 'now'],
    ],
    [
      'an event that is awaited',
      [on('2021-01-31'), on(null, { text: 'Now pending the review', verb: 'now' })],
      ['first', 'awaited'],
    ],
  ])('tells %s apart', (_what, due, expected) => {
    expect(kinds(due)).toEqual(expected)
  })
  test('draws moves with their days, and none to or from a milestone', () => {
    const due = [
      on('2021-01-01'),
      on('2021-02-01', { tags: ['completed'] }),
      on('2021-03-02', { verb: 'now' }),
    ]
    expect(chartDue(due, today, true)?.hops.map((hop) => hop.days)).toEqual([60])
  })
  test('a move to an event has no days', () => {
    const due = [on('2021-01-31'), on(null, { text: 'Now pending the review', verb: 'now' })]
    expect(chartDue(due, today, true)?.hops).toMatchObject([{ days: null, to: 100 }])
  })
})

describe('being late', () => {
  const late = (day: string, open = true) => chartDue([on(day)], today, open)?.late !== null
  test.each([
    ['the day before', '2021-05-31', true],
    ['the day itself', '2021-06-01', false],
  ])('is drawn from %s: %s', (_when, day, expected) => expect(late(day)).toBe(expected))
  test('is not drawn where the force has nothing to do', () => expect(late('2021-05-31', false)).toBe(false))
})

test.each([
  [[on('2021-06-30')], 'Set to June 2021, and not moved since.'],
  [
    [on('2021-01-31'), on('2021-06-30', { verb: 'now', tags: ['Reported to PAB'] })],
    'First January 2021, now June 2021: moved once, +150 days in all. PAB was told.',
  ],
  [
    [on('2021-01-31'), on(null, { text: 'Now pending the review', verb: 'now' })],
    'First January 2021, moved once; it now awaits an event.',
  ],
  [[on(null, { text: 'To be set' })], 'To be set.'],
])('the slip in words', (due, sentence) => expect(saySlip(due)).toBe(sentence))
