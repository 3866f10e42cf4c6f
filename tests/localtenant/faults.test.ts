import { at, type GraphCaller, type LocalTenant, rowsOf, startLocalTenant } from '../support/localTenant.ts'

const LISTS = '/sites/thameside.sharepoint.example:/sites/follow-through:/lists'

let tenant: LocalTenant
let admin: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  admin = await tenant.asApp('provisioner')
  await admin('POST', LISTS, { body: { displayName: 'Faults' } })
})
beforeEach(() => tenant.call('DELETE', '/local-tenant/faults'))
afterAll(() => tenant.remove())

const plan = (...rules: object[]) => tenant.call('POST', '/local-tenant/faults', { body: { rules } })
const create = (Title: string) => admin('POST', `${LISTS}/Faults/items`, { body: { fields: { Title } } })
const kept = async (title: string) =>
  rowsOf(await admin('GET', `${LISTS}/Faults/items?$expand=fields`)).filter(
    (row) => row.fields.Title === title,
  ).length

test.each([
  ['429', 429, '3', 0],
  ['503', 503, '3', 0],
  ['504-before', 504, null, 0],
  ['504-after-commit', 504, null, 1],
])('%s answers %d with Retry-After %s and leaves %d rows', async (kind, status, retryAfter, rows) => {
  await plan({ kind, method: 'POST', path: '/items$', times: 1, retryAfter: 3 })
  const answer = await create(kind)
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter])
  expect(at(answer, 'error.code')).toEqual(expect.any(String))
  expect(await kept(kind)).toBe(rows)
})

test('a connection can be reset after the row is kept', async () => {
  await plan({ kind: 'connection-reset-after-commit', method: 'POST', path: '/items$', times: 1 })
  await expect(create('reset')).rejects.toThrow('fetch failed')
  expect(await kept('reset')).toBe(1)
})

test('a slow answer comes late and whole', async () => {
  await plan({ kind: 'slow', path: '/items$', times: 1, delayMs: 120 })
  const before = Date.now()
  expect((await create('slow')).status).toBe(201)
  expect(Date.now() - before).toBeGreaterThanOrEqual(110)
})

test('a rule hits as often as it says, only what it names, and counts its hits', async () => {
  await plan({ kind: '429', method: 'POST', path: '/items$', times: 2 })
  expect((await admin('GET', `${LISTS}/Faults/items`)).status).toBe(200)
  expect([(await create('x')).status, (await create('x')).status, (await create('x')).status]).toEqual([
    429, 429, 201,
  ])
  expect((await tenant.call('GET', '/local-tenant/faults')).body).toMatchObject({
    rules: [{ hits: 2, remaining: 0 }],
  })
})

test('a rule may be for one application only', async () => {
  await plan({ kind: '429', path: '/lists', times: 1, app: tenant.environment.FT_CLIENT_ID })
  expect((await create('other app')).status).toBe(201)
})

test('the connector is throttled as Graph is', async () => {
  await plan({ kind: '429', path: '^/connector/', times: 1, retryAfter: 1 })
  expect((await tenant.call('POST', '/connector/v3/conversations', { body: {} })).status).toBe(429)
})

test.each([
  { kind: 'earthquake', path: '/', times: 1 },
  { kind: '429', path: '(', times: 1 },
  { kind: '429', path: '/' },
])('the rule %j cannot be used and is refused', async (rule) => {
  expect((await plan(rule)).status).toBe(400)
})

test('the request log tells who asked for what, and holds no token', async () => {
  const seen = rowsOf(await tenant.call('GET', '/local-tenant/requests'))
  const since = Math.max(0, ...seen.map((entry) => Number(entry.seq)))
  await create('logged')
  const after = await tenant.call('GET', `/local-tenant/requests?since=${since}`)
  expect(rowsOf(after)).toMatchObject([
    {
      method: 'POST',
      path: `/v1.0${LISTS}/Faults/items`,
      status: 201,
      app: tenant.environment.FT_PROVISIONER_ID,
    },
  ])
  expect(JSON.stringify(after.body)).not.toContain('eyJ')
})

test('another web page reaches neither faults nor clock', async () => {
  const headers = { Origin: 'http://elsewhere.example' }
  expect((await tenant.call('GET', '/local-tenant/faults', { headers })).status).toBe(403)
  const clock = await tenant.call('POST', '/local-tenant/clock', {
    headers,
    body: { now: '2030-01-01T00:00:00Z' },
  })
  expect(clock.status).toBe(403)
})
