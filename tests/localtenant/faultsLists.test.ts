import {
  at,
  deltaLinkOf,
  type GraphCaller,
  type LocalTenant,
  nextLinkOf,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

const LISTS = '/sites/thameside.sharepoint.example:/sites/follow-through:/lists'
const items = `${LISTS}/Rows/items`

let tenant: LocalTenant
let admin: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  admin = await tenant.asApp('provisioner')
  const columns = [{ name: 'Key', indexed: true, text: {} }]
  await admin('POST', LISTS, { body: { displayName: 'Rows', columns } })
  for (const Key of ['a', 'b', 'c']) await admin('POST', items, { body: { fields: { Title: 'one', Key } } })
})
afterEach(() => tenant.call('DELETE', '/local-tenant/faults'))
afterAll(() => tenant.remove())

const plan = (...rules: object[]) => tenant.call('POST', '/local-tenant/faults', { body: { rules } })
const keys = (rows: readonly { fields: Readonly<Record<string, unknown>> }[]) =>
  rows.map((row) => row.fields.Key)

describe('an empty page with a next link (learn.microsoft.com/graph/api/listitem-list)', () => {
  test.each([
    ['all rows', `${items}?$expand=fields`, ['a', 'b', 'c']],
    ['a filter', `${items}?$expand=fields&$filter=fields/Key eq 'b'`, ['b']],
    ['a page of its own size', `${items}?$expand=fields&$top=2`, ['a', 'b']],
    ['delta', `${items}/delta?$expand=fields`, ['a', 'b', 'c']],
  ])('comes first, and its link leads to what was asked for: %s', async (_what, address, expected) => {
    await plan({ kind: 'empty-page', method: 'GET', path: '/items', times: 2 })
    const first = await admin('GET', address)
    expect(rowsOf(first)).toEqual([])
    const second = await admin('GET', nextLinkOf(first) ?? '')
    expect(rowsOf(second)).toEqual([])
    const third = await admin('GET', nextLinkOf(second) ?? '')
    expect(keys(rowsOf(third))).toEqual(expected)
  })

  test('comes between two pages, and nothing is missing or twice', async () => {
    await plan({ kind: 'empty-page', method: 'GET', path: '/items$', times: 1, nth: 2 })
    const seen: unknown[] = []
    let next: string | undefined = `${items}?$expand=fields&$top=2`
    for (let pages = 0; next !== undefined; pages += 1) {
      const page = await admin('GET', next)
      if (pages === 1) expect(rowsOf(page)).toEqual([])
      seen.push(...keys(rowsOf(page)))
      next = nextLinkOf(page)
    }
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  test('leaves what is no collection as it is', async () => {
    await plan({ kind: 'empty-page', path: '/items/1$', times: 1 })
    expect(at(await admin('GET', `${items}/1`), 'id')).toBe('1')
  })
})

test('delta shows an item twice, first as it was: the last occurrence counts (listitem-delta)', async () => {
  const token = deltaLinkOf(await admin('GET', `${items}/delta?$expand=fields`)) ?? ''
  await admin('PATCH', `${items}/2/fields`, { body: { Title: 'two' } })
  await plan({ kind: 'repeated-item', path: '/items/delta', times: 1 })
  const rows = rowsOf(await admin('GET', token))
  expect(rows.map((row) => [row.id, row.fields.Title])).toEqual([
    ['2', 'one'],
    ['2', 'two'],
  ])
  expect(rows[0]?.eTag).toMatch(/,1"$/)
  expect(rows[1]?.eTag).toMatch(/,2"$/)
})

test('a delta token can grow too old: 410, and Location begins anew (listitem-delta)', async () => {
  const token = deltaLinkOf(await admin('GET', `${items}/delta`)) ?? ''
  await plan({ kind: '410-delta', path: '/items/delta', times: 1 })
  const fresh = await admin('GET', `${items}/delta`)
  expect(fresh.status).toBe(200)
  const gone = await admin('GET', token)
  expect([gone.status, at(gone, 'error.code')]).toEqual([410, 'resyncChangesApplyDifferences'])
  const again = await admin('GET', gone.headers.get('location') ?? '')
  expect(rowsOf(again)).toHaveLength(3)
})

describe('a 412 storm', () => {
  const item = `${items}/3`
  const patch = async (etag: string, body: object) =>
    admin('PATCH', `${item}/fields`, { body, headers: { 'If-Match': etag } })
  const now = async () => admin('GET', `${item}?$expand=fields`)

  test('makes the etags of the first conditional writes stale, with new versions of the same fields', async () => {
    await plan({ kind: '412-storm', path: '/items/3', times: 2 })
    const before = await now()
    const versions = rowsOf(await admin('GET', `${item}/versions`)).length
    const statuses: number[] = []
    for (let tries = 0; tries < 3; tries += 1)
      statuses.push((await patch(String(at(await now(), 'eTag')), { Title: 'after the storm' })).status)
    expect(statuses).toEqual([412, 412, 200])
    expect(rowsOf(await admin('GET', `${item}/versions`))).toHaveLength(versions + 3)
    const after = await now()
    expect(at(after, 'fields.Title')).toBe('after the storm')
    expect(at(after, 'fields.Key')).toBe(at(before, 'fields.Key'))
  })

  test('shows somebody else as the one who was quicker', async () => {
    await plan({ kind: '412-storm', path: '/items/3', times: 1 })
    expect((await patch(String(at(await now(), 'eTag')), { Title: 'never' })).status).toBe(412)
    expect(at(await now(), 'lastModifiedBy.user.displayName')).toBe('Gareth Lloyd')
  })

  test('leaves writes without a condition alone', async () => {
    await plan({ kind: '412-storm', path: '/items/3', times: 1 })
    expect((await admin('PATCH', `${item}/fields`, { body: { Title: 'free' } })).status).toBe(200)
    expect((await tenant.call('GET', '/local-tenant/faults')).body).toMatchObject({ rules: [{ hits: 0 }] })
  })
})
