import { at, type GraphCaller, type LocalTenant, startLocalTenant } from '../support/localTenant.ts'

const LISTS = '/sites/thameside.sharepoint.example:/sites/follow-through:/lists'
const JSON_TYPE = { 'Content-Type': 'application/json' }

interface PartAnswer {
  readonly id: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: { readonly fields?: unknown; readonly error?: { readonly code: string } }
}

let tenant: LocalTenant
let admin: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  admin = await tenant.asApp('provisioner')
  const columns = [{ name: 'Key', indexed: true, enforceUniqueValues: true, text: {} }]
  await admin('POST', LISTS, { body: { displayName: 'Batch', columns } })
})
afterAll(() => tenant.remove())

const send = (requests: unknown) => admin('POST', '/$batch', { body: { requests } })
const create = (id: string, Key: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: `${LISTS}/Batch/items`,
  headers: JSON_TYPE,
  body: { fields: { Key } },
  ...more,
})

async function parts(requests: readonly object[]): Promise<Record<string, PartAnswer>> {
  const answer = await send(requests)
  const responses = at(answer, 'responses') as PartAnswer[]
  return Object.fromEntries(responses.map((one) => [one.id, one]))
}

test('parts run side by side and fail alone, and the batch is 200 (json-batching.md)', async () => {
  const answers = await parts([create('1', 'a'), create('2', 'a'), create('3', 'b')])
  // The parts run side by side, so either of the first two may be the one that comes too late.
  expect([answers[1]?.status, answers[2]?.status].sort()).toEqual([201, 409])
  expect(answers[3]?.status).toBe(201)
})

test('a part that is not imitated is 501 in its own answer', async () => {
  expect((await parts([{ id: '1', method: 'GET', url: '/me/drive' }]))[1]?.status).toBe(501)
})

test('one part can be throttled while the others pass, and Retry-After is in its headers (json-batching.md)', async () => {
  const rules = [{ kind: 'inner-429', path: '/items$', times: 1, retryAfter: 7 }]
  await tenant.call('POST', '/local-tenant/faults', { body: { rules } })
  const answers = await parts([create('1', 'throttled'), create('2', 'passes')])
  expect(answers[1]).toMatchObject({ status: 429, headers: { 'Retry-After': '7' } })
  expect(answers[2]?.status).toBe(201)
})
