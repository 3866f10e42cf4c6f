import { at, type GraphCaller, type LocalTenant, rowsOf, startLocalTenant } from '../support/localTenant.ts'

const LISTS = '/sites/thameside.sharepoint.example:/sites/follow-through:/lists'

let tenant: LocalTenant
let admin: GraphCaller
let item: string
beforeAll(async () => {
  tenant = await startLocalTenant()
  admin = await tenant.asApp('provisioner')
  await admin('POST', LISTS, { body: { displayName: 'History', columns: [{ name: 'Note', text: {} }] } })
  const created = await admin('POST', `${LISTS}/History/items`, {
    body: { fields: { Title: 'a', Note: 'first' } },
  })
  item = `${LISTS}/History/items/${at(created, 'id')}`
  await tenant.call('POST', '/local-tenant/clock', { body: { now: '2021-06-16T09:00:00Z' } })
  await admin('PATCH', `${item}/fields`, { body: { Note: 'second' } })
})
afterAll(() => tenant.remove())

const versions = async (query = '') => rowsOf(await admin('GET', `${item}/versions${query}`))

test('every change is a version, newest first, with the tenant’s own time (gd#4909)', async () => {
  const found = await versions('?$expand=fields')
  expect(found.map((one) => [one.id, one.fields.Note])).toEqual([
    ['2.0', 'second'],
    ['1.0', 'first'],
  ])
  expect(found[0]).toMatchObject({ lastModifiedDateTime: expect.stringMatching(/^2021-06-16T09:00:/) })
  expect(found[1]).toMatchObject({ lastModifiedDateTime: expect.stringMatching(/^2021-06-01T08:00:/) })
})

test('fields come only when expanded', async () => {
  expect((await versions())[0]).not.toHaveProperty('fields')
})

test('one version is read by its id, and an unknown one is 404', async () => {
  expect(at(await admin('GET', `${item}/versions/1.0`), 'fields.Note')).toBe('first')
  expect((await admin('GET', `${item}/versions/9.0`)).status).toBe(404)
})

test('restoring answers 204 and makes a new version (learn.microsoft.com/graph/api/listitemversion-restore)', async () => {
  const answer = await admin('POST', `${item}/versions/1.0/restoreVersion`)
  expect(answer.status).toBe(204)
  expect(at(await admin('GET', `${item}/fields`), 'Note')).toBe('first')
  expect((await versions()).map((one) => one.id)).toEqual(['3.0', '2.0', '1.0'])
})
