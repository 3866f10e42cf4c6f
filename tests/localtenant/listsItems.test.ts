import { at, type GraphCaller, type LocalTenant, startLocalTenant } from '../support/localTenant.ts'

const SITE = '/sites/thameside.sharepoint.example:/sites/follow-through:'
const LISTS = `${SITE}/lists`

let tenant: LocalTenant
let admin: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  admin = await tenant.asApp('provisioner')
})
afterAll(() => tenant.remove())

const newList = async (displayName: string, columns: readonly unknown[] = []) => {
  const answer = await admin('POST', LISTS, {
    body: { displayName, columns, list: { template: 'genericList' } },
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return `${LISTS}/${at(answer, 'id')}`
}
const add = async (list: string, fields: unknown) => admin('POST', `${list}/items`, { body: { fields } })

describe('items', () => {
  let list: string
  beforeAll(async () => {
    list = await newList('Items', [
      { name: 'Key', indexed: true, enforceUniqueValues: true, text: {} },
      { name: 'Note', text: {} },
    ])
  })

  test('a new item is 201 with its fields, its id is text and its author is known', async () => {
    const answer = await add(list, { Title: 'One', Note: 'n' })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      createdDateTime: expect.stringMatching(/^2021-06-01T08:/),
      createdBy: { application: { displayName: 'Follow-Through provisioning' } },
      fields: { Title: 'One', LinkTitle: 'One', Note: 'n', _UIVersionString: '1.0', id: at(answer, 'id') },
    })
  })

  test('PATCH fields answers 200 with a bare fieldValueSet and a new etag (BCApps#11555)', async () => {
    const created = await add(list, { Title: 'Two' })
    const answer = await admin('PATCH', `${list}/items/${at(created, 'id')}/fields`, {
      body: { Note: 'changed' },
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ Title: 'Two', Note: 'changed' })
    expect(at(answer, 'fields')).toBeUndefined()
    expect(at(answer, '@odata', 'etag')).toBeUndefined()
    expect((answer.body as Record<string, unknown>)['@odata.etag']).toMatch(/^"[\w-]{36},2"$/)
  })

  test.each([
    ['/fields', { Note: 'y' }],
    ['', { fields: { Note: 'y' } }],
  ])('a stale If-Match on PATCH items/{id}%s is 412 and changes nothing', async (path, body) => {
    const created = await add(list, { Note: 'x' })
    const item = `${list}/items/${at(created, 'id')}`
    const stale = String(at(created, 'eTag'))
    const first = await admin('PATCH', `${item}${path}`, { body, headers: { 'If-Match': stale } })
    expect(first.status).toBe(200)
    const change = path === '' ? { fields: { Note: 'z' } } : { Note: 'z' }
    const second = await admin('PATCH', `${item}${path}`, { body: change, headers: { 'If-Match': stale } })
    expect(second.status).toBe(412)
    expect(at(await admin('GET', `${item}/fields`), 'Note')).toBe('y')
  })

  test('without If-Match the last write wins', async () => {
    const item = `${list}/items/${at(await add(list, { Note: 'x' }), 'id')}`
    await admin('PATCH', `${item}/fields`, { body: { Note: 'y' } })
    expect((await admin('PATCH', `${item}/fields`, { body: { Note: 'z' } })).status).toBe(200)
  })

  test('a value already taken in a unique column is a conflict, in any case of letters', async () => {
    await add(list, { Key: 'AB-1' })
    expect(await add(list, { Key: 'ab-1' })).toMatchObject({
      status: 409,
      body: { error: { code: 'nameAlreadyExists' } },
    })
    await tenant.call('POST', '/local-tenant/controls', { body: { uniqueClash: 400 } })
    const answer = await add(list, { Key: 'AB-1' })
    await tenant.call('POST', '/local-tenant/controls', { body: { uniqueClash: 409 } })
    expect(answer.status).toBe(400)
    expect(at(answer, 'error.message')).toContain('duplicate')
  })

  test('an item is deleted once', async () => {
    const created = await add(list, { Title: 'Three' })
    const item = `${list}/items/${at(created, 'id')}`
    const stale = await admin('DELETE', item, { headers: { 'If-Match': '"other,1"' } })
    expect(stale.status).toBe(412)
    expect((await admin('DELETE', item)).status).toBe(204)
    expect(await admin('DELETE', item)).toMatchObject({
      status: 404,
      body: { error: { code: 'itemNotFound' } },
    })
  })

  test.each([
    ['a body that is not declared as JSON', { body: '{}', headers: { 'Content-Type': 'text/plain' } }],
    ['a body that is not JSON', { body: '{' }],
    ['fields that are no object', { body: { fields: 'x' } }],
    ['a property beside fields', { body: { fields: {}, weight: 1 } }],
  ])('%s is 400', async (_what, options) => {
    expect((await admin('POST', `${list}/items`, options)).status).toBe(400)
  })

  test('rows survive a restart', async () => {
    const created = await add(list, { Title: 'Kept' })
    const port = Number(new URL(tenant.origin).port)
    await tenant.stop()
    tenant = await startLocalTenant({ dataFolder: tenant.dataFolder, port })
    const answer = await admin('GET', `${list}/items/${at(created, 'id')}`)
    expect(at(answer, 'fields.Title')).toBe('Kept')
  })
})
