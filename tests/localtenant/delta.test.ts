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

test('what changes during the enumeration is told again after it (listitem-delta.md)', async () => {
  const first = await add('a')
  await add('b')
  const page = await admin('GET', `${list}/items/delta?$expand=fields&$top=1`)
  await admin('PATCH', `${first}/fields`, { body: { Title: 'changed' } })
  const { rows, deltaLink } = await read(String(nextLinkOf(page)))
  expect(rows.map((row) => row.fields.Title)).toEqual(['b'])
  expect((await read(deltaLink)).rows.map((row) => row.fields.Title)).toEqual(['changed'])
})

test('expired tokens are 410 with a Location that starts again (listitem-delta.md)', async () => {
  await add('a')
  const { deltaLink } = await start()
  await tenant.call('POST', '/local-tenant/controls', { body: { expireDeltaTokens: true } })
  const answer = await admin('GET', deltaLink)
  expect(answer).toMatchObject({ status: 410, body: { error: { code: 'resyncChangesApplyDifferences' } } })
  expect((await read(String(answer.headers.get('location')))).rows).toHaveLength(1)
})

test('a token of another list is 410 with resyncChangesUploadDifferences (listitem-delta.md)', async () => {
  const { deltaLink } = await start()
  const token = new URL(deltaLink).searchParams.get('token') ?? ''
  await admin('POST', LISTS, { body: { displayName: 'Another' } })
  const answer = await admin('GET', `${LISTS}/Another/items/delta?token=${encodeURIComponent(token)}`)
  expect(answer).toMatchObject({ status: 410, body: { error: { code: 'resyncChangesUploadDifferences' } } })
})
