import { type Attempt, decideRetry, type RetryPolicy, readRetryAfter } from '../../src/graph/retry.ts'

const policy: RetryPolicy = { attempts: 5, patience: 30_000, firstWait: 500, answerWithin: 25_000 }
const now = Date.parse('2021-06-01T09:00:00Z')

const attempt = (facts: Partial<Attempt>): Attempt => ({
  status: 503,
  retryAfter: null,
  method: 'GET',
  repeatable: false,
  made: 1,
  elapsed: 0,
  ...facts,
})
const decide = (facts: Partial<Attempt>, random = 0) => decideRetry(attempt(facts), policy, random, now)

describe('which requests are sent again', () => {
  test.each([
    ['a GET that was throttled', { status: 429 }, true],
    ['a GET that got no answer', { status: null }, true],
    ['a GET that got 504', { status: 504 }, true],
    ['a GET that was refused', { status: 403 }, false],
    ['a GET of something that is not there', { status: 404 }, false],
    ['a GET that was answered', { status: 200 }, false],
    ['a GET that got 500', { status: 500 }, false],
    ['a PATCH that got 504, because its etag and mark tell a repeat', { method: 'PATCH', status: 504 }, true],
    ['a POST that was throttled', { method: 'POST', status: 429 }, true],
    ['a POST throttled by 503 with Retry-After', { method: 'POST', status: 503, retryAfter: '1' }, true],
    ['a POST that got 503 without Retry-After', { method: 'POST', status: 503 }, false],
    ['a POST that got 504', { method: 'POST', status: 504 }, false],
    ['a POST that got no answer', { method: 'post', status: null }, false],
    ['a repeatable POST that got 504', { method: 'POST', status: 504, repeatable: true }, true],
    ['a repeatable POST that got no answer', { method: 'POST', status: null, repeatable: true }, true],
    ['a repeatable POST that clashed', { method: 'POST', status: 409, repeatable: true }, false],
  ] satisfies [string, Partial<Attempt>, boolean][])('%s', (_, facts, expected) => {
    expect(decide(facts).retry).toBe(expected)
  })
})

describe('how long it waits', () => {
  test('as long as the answer asks', () => {
    expect(decide({ status: 429, retryAfter: '7' })).toEqual({ retry: true, wait: 7000 })
  })
  test('with jitter on top of what the answer asks', () => {
    expect(decide({ status: 429, retryAfter: '7' }, 0.5)).toEqual({ retry: true, wait: 7250 })
  })
  test('twice as long from try to try where the answer asks nothing', () => {
    const waits = [1, 2, 3, 4].map((made) => decide({ made }))
    expect(waits).toEqual([500, 1000, 2000, 4000].map((wait) => ({ retry: true, wait })))
  })
})

describe('when it gives up', () => {
  test('tries again after the fourth attempt', () => expect(decide({ made: 4 }).retry).toBe(true))
  test('gives up after the fifth', () =>
    expect(decide({ made: 5 })).toEqual({ retry: false, why: 'gave-up' }))
  test('waits until exactly the thirtieth second', () =>
    expect(decide({ status: 429, retryAfter: '20', elapsed: 10_000 }).retry).toBe(true))
  test('gives up at once when the wait would go beyond it', () =>
    expect(decide({ status: 429, retryAfter: '21', elapsed: 10_000 })).toEqual({
      retry: false,
      why: 'gave-up',
    }))
})

test.each([
  ['nothing', null, null],
  ['an empty header', '', null],
  ['seconds', '3', 3000],
  ['a date to come', 'Tue, 01 Jun 2021 09:00:10 GMT', 10_000],
  ['a date that has passed', 'Tue, 01 Jun 2021 08:59:00 GMT', 0],
  ['nonsense', 'soon', null],
])('reads Retry-After: %s', (_, header, expected) => {
  expect(readRetryAfter(header, now)).toBe(expected)
})
