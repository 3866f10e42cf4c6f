import {
  at,
  deltaLinkOf,
  type GraphCaller,
  type LocalTenant,
  nextLinkOf,
  type Row,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

const LISTS = '/sites/thameside.sharepoint.example:/sites/follow-through:/lists'

let tenant: LocalTenant
let admin: GraphCaller
let list: string
beforeAll(async () => {
  tenant = await startLocalTenant()
  admin = await tenant.asApp('provisioner')
})
beforeEach(async () => {
  const answer = await admin('POST', LISTS, { body: { displayName: `Delta ${Math.random()}` } })
  list = `${LISTS}/${at(answer, 'id')}`
})
afterAll(() => tenant.remove())

const add = async (Title: string) => {
  const answer = await admin('POST', `${list}/items`, { body: { fields: { Title } } })
  return `${list}/items/${at(answer, 'id')}`
}

async function read(target: string): Promise<{ rows: Row[]; deltaLink: string; pages: number }> {
  const rows: Row[] = []
  let pages = 0
  for (let next = target; ; ) {
    const answer = await admin('GET', next)
    rows.push(...rowsOf(answer))
    pages += 1
    const after = nextLinkOf(answer)
    if (after === undefined) return { rows, pages, deltaLink: String(deltaLinkOf(answer)) }
    next = after
  }
}
const start = () => read(`${list}/items/delta?$expand=fields`)

test('without a token everything is listed, in pages, and then comes a delta link with token=', async () => {
  for (const title of ['a', 'b', 'c']) await add(title)
  const { rows, pages, deltaLink } = await read(`${list}/items/delta?$expand=fields&$top=2`)
  expect(rows.map((row) => row.fields.Title)).toEqual(['a', 'b', 'c'])
  expect(pages).toBe(2)
  expect(deltaLink).toMatch(/items\/delta\?token=/)
})

test('the delta link gives what changed since, each row in its newest state', async () => {
  const kept = await add('kept')
  await add('quiet')
  const { deltaLink } = await start()
  await admin('PATCH', `${kept}/fields`, { body: { Title: 'once' } })
  await admin('PATCH', `${kept}/fields`, { body: { Title: 'twice' } })
  await add('new')
  const next = await read(deltaLink)
  expect(next.rows.map((row) => row.fields.Title)).toEqual(['twice', 'new'])
  expect((await read(next.deltaLink)).rows).toEqual([])
})

test('a deleted item has the deleted facet and no fields', async () => {
  const gone = await add('gone')
  const { deltaLink } = await start()
  await admin('DELETE', gone)
  const { rows } = await read(deltaLink)
  expect(rows).toMatchObject([{ id: gone.split('/').at(-1), deleted: { state: 'deleted' } }])
  expect(rows[0]).not.toHaveProperty('fields')
})

test('what changes during the enumeration is told again after it', async () => {
  const first = await add('a')
  await add('b')
  const page = await admin('GET', `${list}/items/delta?$expand=fields&$top=1`)
  await admin('PATCH', `${first}/fields`, { body: { Title: 'changed' } })
  const { rows, deltaLink } = await read(String(nextLinkOf(page)))
  expect(rows.map((row) => row.fields.Title)).toEqual(['b'])
  expect((await read(deltaLink)).rows.map((row) => row.fields.Title)).toEqual(['changed'])
})

test('token=latest is empty and tells only of later changes', async () => {
  await add('before')
  const { rows, deltaLink } = await read(`${list}/items/delta?token=latest&$expand=fields`)
  expect(rows).toEqual([])
  await add('after')
  expect((await read(deltaLink)).rows.map((row) => row.fields.Title)).toEqual(['after'])
})

test('the token may stand in the path, as delta(token=…)', async () => {
  const answer = await admin('GET', `${list}/items/delta(token='latest')`)
  expect(answer.status).toBe(200)
  const token = new URL(String(deltaLinkOf(answer))).searchParams.get('token')
  await add('after')
  expect(rowsOf(await admin('GET', `${list}/items/delta(token='${token}')`))).toHaveLength(1)
})

test.each(['$filter=fields/Title eq 1', '$orderby=fields/Title', '$count=true'])(
  '%s is refused',
  async (option) => {
    expect((await admin('GET', `${list}/items/delta?${option}`)).status).toBe(400)
  },
)

test('expired tokens are 410 with a Location that starts again (learn.microsoft.com/graph/api/listitem-delta)', async () => {
  await add('a')
  const { deltaLink } = await start()
  await tenant.call('POST', '/local-tenant/controls', { body: { expireDeltaTokens: true } })
  const answer = await admin('GET', deltaLink)
  expect(answer).toMatchObject({ status: 410, body: { error: { code: 'resyncChangesApplyDifferences' } } })
  expect((await read(String(answer.headers.get('location')))).rows).toHaveLength(1)
})

test('a token of another list, or none of ours, is 410 with resyncChangesUploadDifferences', async () => {
  const { deltaLink } = await start()
  const token = new URL(deltaLink).searchParams.get('token') ?? ''
  await admin('POST', LISTS, { body: { displayName: 'Another' } })
  for (const wrong of [`token=${encodeURIComponent(token)}`, 'token=made-up']) {
    const answer = await admin('GET', `${LISTS}/Another/items/delta?${wrong}`)
    expect(answer).toMatchObject({ status: 410, body: { error: { code: 'resyncChangesUploadDifferences' } } })
  }
})
