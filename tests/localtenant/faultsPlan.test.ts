import {
  type Answer,
  at,
  type GraphCaller,
  type LocalTenant,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

const LISTS = '/sites/thameside.sharepoint.example:/sites/follow-through:/lists'

let tenant: LocalTenant
let admin: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  admin = await tenant.asApp('provisioner')
  await admin('POST', LISTS, { body: { displayName: 'Planned' } })
})
afterEach(() => tenant.call('DELETE', '/local-tenant/faults'))
afterAll(() => tenant.remove())

const plan = (...rules: object[]) =>
  tenant.call('POST', '/local-tenant/faults', { body: { rules, replace: true } })
const create = (Title: string) => admin('POST', `${LISTS}/Planned/items`, { body: { fields: { Title } } })
const statuses = async (count: number): Promise<number[]> => {
  const seen: number[] = []
  for (let n = 0; n < count; n += 1) seen.push((await admin('GET', `${LISTS}/Planned/items`)).status)
  return seen
}
const kept = async (title: string) =>
  rowsOf(await admin('GET', `${LISTS}/Planned/items?$expand=fields`)).filter(
    (row) => row.fields.Title === title,
  ).length

test('a rule begins with the nth matching request', async () => {
  await plan({ kind: '503', method: 'GET', path: '/items$', times: 2, nth: 3 })
  await create('does not count')
  expect(await statuses(6)).toEqual([200, 200, 503, 503, 200, 200])
})

test('a rule that waits for its turn lets a later rule have the request', async () => {
  await plan({ kind: '503', path: '/items$', times: 1, nth: 2 }, { kind: '429', path: '/items$', times: 1 })
  expect(await statuses(3)).toEqual([429, 503, 200])
})

test('chance hits some requests, and the same seed hits the same ones', async () => {
  const rule = { kind: '429', path: '/items$', times: 100, chance: 0.5 }
  const runOf = async (seed: number) => {
    await plan({ ...rule, seed })
    return (await statuses(24)).join(' ')
  }
  const first = await runOf(7)
  expect(await runOf(7)).toBe(first)
  expect(await runOf(8)).not.toBe(first)
  expect(first).toContain('429')
  expect(first).toContain('200')
})

test.each([
  [0, 200],
  [1, 429],
])('a chance of %d always answers %d', async (chance, status) => {
  await plan({ kind: '429', path: '/items$', times: 10, chance })
  expect(new Set(await statuses(5))).toEqual(new Set([status]))
})

test.each([
  { nth: 0 },
  { nth: 1.5 },
  { chance: 1.1 },
  { chance: 'often' },
  { seed: 'x' },
  { retryAfterAs: 'minutes' },
])('a rule with %j is refused', async (wrong) => {
  expect((await plan({ kind: '429', path: '/', times: 1, ...wrong })).status).toBe(400)
})

test.each(['429', '503'])('%s may say when to come back as an HTTP date', async (kind) => {
  await plan({ kind, path: '/items$', times: 1, retryAfter: 5, retryAfterAs: 'date' })
  const asked = Date.now()
  const header = (await admin('GET', `${LISTS}/Planned/items`)).headers.get('retry-after') ?? ''
  expect(header).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)
  const wait = Date.parse(header) - asked
  expect(wait).toBeGreaterThanOrEqual(5_000)
  expect(wait).toBeLessThan(7_000)
})

test('a connection can be cut before anything is kept', async () => {
  await plan({ kind: 'connection-reset-before', method: 'POST', path: '/items$', times: 1 })
  await expect(create('cut')).rejects.toThrow('fetch failed')
  expect(await kept('cut')).toBe(0)
})

test('an answer can be kept back although the row is kept at once', async () => {
  await plan({ kind: 'slow-after-commit', method: 'POST', path: '/items$', times: 1, delayMs: 400 })
  const before = Date.now()
  const late = create('late')
  while ((await kept('late')) === 0 && Date.now() - before < 300);
  expect(Date.now() - before).toBeLessThan(300)
  expect((await late).status).toBe(201)
  expect(Date.now() - before).toBeGreaterThanOrEqual(390)
})

describe('inside a batch', () => {
  const three = (): Promise<Answer> =>
    admin('POST', '/$batch', {
      body: { requests: ['1', '2', '3'].map((id) => ({ id, method: 'GET', url: `${LISTS}/Planned/items` })) },
    })
  const byId = (answer: Answer) =>
    Object.fromEntries(
      (at(answer, 'responses') as { id: string; status: number; headers: Record<string, string> }[]).map(
        ({ id, status, headers }) => [id, [status, headers['Retry-After'] ?? null]],
      ),
    )

  test('one part is throttled while the batch and the others succeed', async () => {
    await plan({ kind: 'inner-429', path: '/items$', times: 1, nth: 2, retryAfter: 2 })
    const answer = await three()
    expect(answer.status).toBe(200)
    expect(byId(answer)).toEqual({ 1: [200, null], 2: [429, '2'], 3: [200, null] })
  })

  test('the kind leaves requests outside a batch alone', async () => {
    await plan({ kind: 'inner-429', path: '/items$', times: 1 })
    expect(await statuses(1)).toEqual([200])
  })

  test('the batch as a whole can be throttled', async () => {
    await plan({ kind: '429', path: '/\\$batch$', times: 1, retryAfter: 1 })
    expect((await three()).status).toBe(429)
  })
})

test('a mailbox gives back the places of callers who have gone while they were held up', async () => {
  const ruth = await tenant.userToken(3)
  const ask = (signal?: AbortSignal) =>
    fetch(`${tenant.origin}/v1.0/me/events`, { headers: { Authorization: `Bearer ${ruth}` }, signal })
  await plan({ kind: 'slow', path: '/me/events$', times: 5, delayMs: 150 })
  const gone = Array.from({ length: 5 }, () => ask(AbortSignal.timeout(60)).catch(() => 'gone'))
  expect(new Set(await Promise.all(gone))).toEqual(new Set(['gone']))
  await new Promise((resolve) => setTimeout(resolve, 250))
  expect((await ask()).status).toBe(200)
})
