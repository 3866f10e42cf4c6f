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

test('parts fail alone and the batch is 200', async () => {
  const answers = await parts([create('1', 'a'), create('2', 'a'), create('3', 'b')])
  // The parts run side by side, so either of the first two may be the one that comes too late.
  expect([answers[1]?.status, answers[2]?.status].sort()).toEqual([201, 409])
  expect(answers[3]?.status).toBe(201)
})

test('what depends on a failed part is 424', async () => {
  const answers = await parts([
    create('1', 'chain'),
    create('2', 'chain', { dependsOn: ['1'] }),
    create('3', 'never', { dependsOn: ['2'] }),
  ])
  expect([answers[1]?.status, answers[2]?.status, answers[3]?.status]).toEqual([201, 409, 424])
})

test('headers of a part count: If-Match is obeyed', async () => {
  const url = `${LISTS}/Batch/items/1`
  const answers = await parts([
    {
      id: '1',
      method: 'PATCH',
      url: `${url}/fields`,
      headers: { ...JSON_TYPE, 'If-Match': '"x,1"' },
      body: {},
    },
    { id: '2', method: 'GET', url },
  ])
  expect([answers[1]?.status, answers[2]?.status]).toEqual([412, 200])
})

test('a delete in a batch has no body', async () => {
  const made = await parts([create('1', 'to go')])
  const id = at({ status: 200, headers: new Headers(), body: made[1]?.body }, 'id')
  const gone = await parts([{ id: '1', method: 'DELETE', url: `${LISTS}/Batch/items/${id}` }])
  expect(gone[1]).toMatchObject({ status: 204 })
  expect(gone[1]).not.toHaveProperty('body')
})

test('twenty parts are taken', async () => {
  const twenty = Array.from({ length: 20 }, (_, index) => create(String(index), `twenty-${index}`))
  expect(Object.values(await parts(twenty)).every((one) => one.status === 201)).toBe(true)
})

test.each([
  ['twenty-one parts', () => Array.from({ length: 21 }, (_, index) => create(String(index), `x${index}`))],
  ['the same id twice', () => [create('1', 'x'), create('1', 'y')]],
  ['a part without an id', () => [{ method: 'GET', url: '/me' }]],
  ['a body without a Content-Type', () => [create('1', 'x', { headers: {} })]],
  ['an absolute url', () => [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' }]],
  ['a dependency on a part that does not exist', () => [create('1', 'x', { dependsOn: ['9'] })]],
  ['no requests at all', () => undefined],
])('%s is 400 for all (learn.microsoft.com/graph/json-batching)', async (_what, requests) => {
  expect((await send(requests())).status).toBe(400)
})

test('a batch in a batch is refused', async () => {
  const nested = { id: '1', method: 'POST', url: '/$batch', headers: JSON_TYPE, body: { requests: [] } }
  expect((await parts([nested]))[1]?.status).toBe(400)
})

test('a part that is not imitated is 501 in its own answer', async () => {
  expect((await parts([{ id: '1', method: 'GET', url: '/me/drive' }]))[1]?.status).toBe(501)
})

test('one part can be throttled while the others pass, and Retry-After is in its headers', async () => {
  const rules = [{ kind: 'inner-429', path: '/items$', times: 1, retryAfter: 7 }]
  await tenant.call('POST', '/local-tenant/faults', { body: { rules } })
  const answers = await parts([create('1', 'throttled'), create('2', 'passes')])
  expect(answers[1]).toMatchObject({ status: 429, headers: { 'Retry-After': '7' } })
  expect(answers[2]?.status).toBe(201)
})
