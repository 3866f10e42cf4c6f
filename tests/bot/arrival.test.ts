import { hasArrived, type LastMessage } from '../../src/bot/arrival.ts'

const moment = '2021-06-16T08:00:00.000Z'
const message = (changes: Partial<LastMessage> = {}): LastMessage => ({
  id: 'new',
  at: '2021-06-16T08:00:01.000Z',
  ours: true,
  hasCard: true,
  ...changes,
})
const other = (sentAt: string) => [{ activity: 'new', sentAt }]

describe('whether a card sent at a moment has arrived', () => {
  test.each([
    ['an empty chat', null, [], false],
    ['a card of ours since then', message(), [], true],
    ['a card just inside the tolerance of clocks', message({ at: '2021-06-16T07:59:30.000Z' }), [], true],
    ['a card just outside it', message({ at: '2021-06-16T07:59:29.999Z' }), [], false],
    ['a plain answer of ours, which may hide a card', message({ hasCard: false }), [], null],
    ['a message of the person, which may hide a card', message({ ours: false, hasCard: false }), [], null],
    ['an older message of the person', message({ ours: false, at: '2021-06-15T08:00:00.000Z' }), [], false],
    ['another card, sent before', message(), other('2021-06-16T08:00:00.000Z'), false],
    ['another card, sent after, which may hide it', message(), other('2021-06-16T08:00:00.001Z'), null],
  ])('%s: %s', (_what, last, others, expected) => {
    expect(hasArrived(last, moment, others)).toBe(expected)
  })
})
