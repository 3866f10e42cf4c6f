import {
  type Attempt,
  decideRetry,
  isThrottled,
  type RetryPolicy,
  readRetryAfter,
} from '../../src/graph/retry.ts'

const policy: RetryPolicy = { attempts: 5, patience: 30_000, firstWait: 500, answerWithin: 25_000 }
const now = Date.parse('2021-06-01T09:00:00Z')

const attempt = (facts: Partial<Attempt>): Attempt => ({
  status: 503,
  retryAfter: null,
  method: 'GET',
  repeatable: false,
  conditional: false,
  made: 1,
  elapsed: 0,
  ...facts,
})
const decide = (facts: Partial<Attempt>, random = 0) => decideRetry(attempt(facts), policy, random, now)

/** What a request may be: reading, changing under an etag, changing without one, creating, creating recognisably. */
const kinds = {
  GET: { method: 'GET' },
  'PATCH with If-Match': { method: 'PATCH', conditional: true },
  'PATCH without': { method: 'PATCH' },
  POST: { method: 'POST' },
  'repeatable POST': { method: 'POST', repeatable: true },
} satisfies Record<string, Partial<Attempt>>

const yes = true
const no = false

describe('which requests are sent again', () => {
  const table: [string, Partial<Attempt>, boolean[]][] = [
    // GET, PATCH with If-Match, PATCH without, POST, repeatable POST
    ['429', { status: 429 }, [yes, yes, yes, yes, yes]],
    ['429 with Retry-After', { status: 429, retryAfter: '2' }, [yes, yes, yes, yes, yes]],
    ['503 with Retry-After', { status: 503, retryAfter: '2' }, [yes, yes, yes, yes, yes]],
    ['503 without', { status: 503 }, [yes, yes, no, no, yes]],
    ['504', { status: 504 }, [yes, yes, no, no, yes]],
    ['502', { status: 502 }, [yes, yes, no, no, yes]],
    ['no answer', { status: null }, [yes, yes, no, no, yes]],
    ['500', { status: 500 }, [no, no, no, no, no]],
    ['412', { status: 412 }, [no, no, no, no, no]],
    ['409', { status: 409 }, [no, no, no, no, no]],
    ['410', { status: 410 }, [no, no, no, no, no]],
    ['404', { status: 404 }, [no, no, no, no, no]],
    ['403', { status: 403 }, [no, no, no, no, no]],
    ['401', { status: 401 }, [no, no, no, no, no]],
    ['200', { status: 200 }, [no, no, no, no, no]],
  ]
  const cases = table.flatMap(([answer, facts, answers]) =>
    Object.entries(kinds).map(
      ([name, kind], at) => [answer, name, { ...facts, ...kind }, answers[at]] as const,
    ),
  )
  test.each(cases)('%s to a %s', (_answer, _name, facts, expected) => {
    expect(decide(facts).retry).toBe(expected)
  })

  test('an etag does not make a creation repeatable', () => {
    expect(decide({ method: 'POST', conditional: true, status: 504 })).toEqual({
      retry: false,
      why: 'may-have-happened',
    })
  })
  test('the case of a method does not matter', () => {
    expect(decide({ method: 'post', status: null }).retry).toBe(false)
    expect(decide({ method: 'get', status: null }).retry).toBe(true)
  })
})

describe('how long it waits', () => {
  test('as long as the answer asks', () => {
    expect(decide({ status: 429, retryAfter: '7' })).toEqual({ retry: true, wait: 7000 })
  })
  test('with jitter on top of what the answer asks', () => {
    expect(decide({ status: 429, retryAfter: '7' }, 0.5)).toEqual({ retry: true, wait: 7250 })
  })
  test('until the moment that the answer names', () => {
    const retryAfter = 'Tue, 01 Jun 2021 09:00:07 GMT'
    expect(decide({ status: 503, retryAfter }, 0.5)).toEqual({ retry: true, wait: 7250 })
  })
  test('no longer than its own wait where the moment has passed', () => {
    const retryAfter = 'Tue, 01 Jun 2021 08:59:00 GMT'
    expect(decide({ status: 429, retryAfter })).toEqual({ retry: true, wait: 0 })
    expect(decide({ status: 429, retryAfter }, 0.5)).toEqual({ retry: true, wait: 250 })
  })
  test('as if nothing had been asked where the answer asks nonsense', () => {
    expect(decide({ status: 429, retryAfter: 'soon' })).toEqual({ retry: true, wait: 500 })
  })
  test('not at all where the answer asks for a day', () => {
    expect(decide({ status: 429, retryAfter: '86400' })).toEqual({ retry: false, why: 'gave-up' })
  })
  test('jitter grows with the wait, so that many callers drift apart', () => {
    expect(decide({ status: 429, retryAfter: '1', made: 3 }, 0.5)).toEqual({ retry: true, wait: 2000 })
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
  ['no seconds', '0', 0],
  ['parts of a second', '0.5', 500],
  ['seconds with spaces around them', ' 3 ', 3000],
  ['a date to come', 'Tue, 01 Jun 2021 09:00:10 GMT', 10_000],
  ['a date to come, in the older form', 'Tuesday, 01-Jun-21 09:00:10 GMT', 10_000],
  ['this very moment', 'Tue, 01 Jun 2021 09:00:00 GMT', 0],
  ['a date that has passed', 'Tue, 01 Jun 2021 08:59:00 GMT', 0],
  ['a day', '86400', 86_400_000],
  ['nonsense', 'soon', null],
  ['less than nothing', '-5', null],
  ['a number that is none', 'Infinity', null],
  ['a number in another notation', '0x10', null],
  ['something that Date.parse would take for a date', '12 May', null],
])('reads Retry-After: %s', (_, header, expected) => {
  expect(readRetryAfter(header, now)).toBe(expected)
})

test.each([
  [429, null, true],
  [429, '1', true],
  [503, '1', true],
  [503, null, false],
  [504, '1', false],
  [null, null, false],
])('%s with Retry-After %s asks us to slow down: %s', (status, retryAfter, expected) => {
  expect(isThrottled({ status, retryAfter })).toBe(expected)
})
