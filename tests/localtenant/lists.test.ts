import { at, type GraphCaller, type LocalTenant, rowsOf, startLocalTenant } from '../support/localTenant.ts'
import { LISTS, openSite, SITE, type SiteUnderTest } from '../support/siteLists.ts'

// What any tenant does with lists is in behaviours/; here is what needs this tenant's people, clock and controls.
let tenant: LocalTenant
let site: SiteUnderTest
let admin: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  site = await openSite(tenant)
  admin = site.admin
})
afterAll(() => tenant.remove())

const control = (body: unknown) => tenant.call('POST', '/local-tenant/controls', { body })
const add = (list: string, fields: unknown) => admin('POST', `${list}/items`, { body: { fields } })

describe('the site', () => {
  test('is found by host and path, and has the three-part id (site-getbypath.md)', async () => {
    const answer = await admin('GET', SITE.slice(0, -1))
    expect(at(answer, 'id')).toMatch(/^thameside\.sharepoint\.example,[\w-]{36},[\w-]{36}$/)
    const byId = await admin('GET', `/sites/${at(answer, 'id')}?$select=webUrl`)
    expect(at(byId, 'webUrl')).toBe('https://thameside.sharepoint.example/sites/follow-through')
  })

  test.each([
    [
      'an encoded colon means the same',
      '/sites/thameside.sharepoint.example%3A/sites/follow-through%3A/lists',
      200,
    ],
    ['another path is not found', '/sites/thameside.sharepoint.example:/sites/elsewhere', 404],
    ['another host is not found', '/sites/other.sharepoint.example:/sites/follow-through', 404],
  ])('%s (site-getbypath.md)', async (_what, address, status) => {
    expect((await admin('GET', address)).status).toBe(status)
  })
})

describe('lists', () => {
  test('the hidden list of people shows only when system is selected (list.md)', async () => {
    const titles = async (query: string) =>
      rowsOf(await admin('GET', `${LISTS}${query}`)).map((row) => row.displayName)
    expect(await titles('')).not.toContain('User Information List')
    expect(await titles('?$select=displayName,system')).toContain('User Information List')
    expect(await titles("?$filter=displayName eq 'User Information List'")).toHaveLength(1)
  })

  test('the columns come with the list when expanded (list-get.md)', async () => {
    const list = await site.newList('Expanded', [{ name: 'Number', text: {} }])
    const columns = at(await admin('GET', `${list}?$expand=columns`), 'columns')
    expect(columns).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Number' })]))
  })

  test.each([
    ['a list of another template', LISTS, { displayName: 'Docs', list: { template: 'documentLibrary' } }],
    [
      'a column with a property nobody knows',
      `${LISTS}/Expanded/columns`,
      { name: 'X', text: {}, colour: 'red' },
    ],
  ])('%s is refused rather than imitated badly', async (_what, address, body) => {
    expect((await admin('POST', address, { body })).status).toBe(400)
  })

  test('a list of the site itself cannot be deleted', async () => {
    expect((await admin('DELETE', `${LISTS}/User Information List`)).status).toBe(403)
  })
})

describe('rows', () => {
  let list: string
  beforeAll(async () => {
    list = await site.newList('Rows', [
      { name: 'Key', indexed: true, enforceUniqueValues: true, text: {} },
      { name: 'Note', text: {} },
      { name: 'Owner', personOrGroup: {} },
      { name: 'Owners', personOrGroup: { allowMultipleSelection: true } },
    ])
  })

  test('a new row has the tenant’s time and says which application made it', async () => {
    expect((await add(list, { Title: 'One' })).body).toMatchObject({
      createdDateTime: expect.stringMatching(/^2021-06-01T08:/),
      createdBy: { application: { displayName: 'Follow-Through provisioning' } },
    })
  })

  test.each([
    [409, 'nameAlreadyExists'],
    [400, 'invalidRequest'],
  ])(
    'a clash of unique values is %d where the control says so, and speaks of a duplicate',
    async (status, code) => {
      await control({ uniqueClash: status })
      await add(list, { Key: `AB-${status}` })
      const answer = await add(list, { Key: `ab-${status}` })
      await control({ uniqueClash: 409 })
      expect(answer).toMatchObject({ status, body: { error: { code } } })
      expect(at(answer, 'error.message')).toContain('duplicate')
    },
  )

  test('a person gets a number at the first visit, and those who have not come have none (gd#15695, msgraph-sdk-java#1087)', async () => {
    await site.grant(['write'])
    await (await tenant.asUser(5))('GET', SITE.slice(0, -1))
    const users = rowsOf(await admin('GET', `${LISTS}/User Information List/items?$expand=fields`))
    const tom = users.find((row) => row.fields.EMail === 'tom.brandt@thameside.example')
    expect(users.some((row) => row.fields.EMail === 'erin.walsh@thameside.example')).toBe(false)
    const created = await add(list, {
      OwnerLookupId: Number(tom?.id),
      'OwnersLookupId@odata.type': 'Collection(Edm.Int32)',
      OwnersLookupId: [Number(tom?.id)],
    })
    const named = await admin(
      'GET',
      `${list}/items/${at(created, 'id')}?$expand=fields($select=Owner,Owners)`,
    )
    expect(at(named, 'fields')).toMatchObject({
      Owner: 'Tom Brandt',
      Owners: [
        { LookupId: Number(tom?.id), LookupValue: 'Tom Brandt', Email: 'tom.brandt@thameside.example' },
      ],
    })
  })

  test('rows, their versions and the times of these survive a restart', async () => {
    const created = await add(list, { Note: 'first' })
    const item = `${list}/items/${at(created, 'id')}`
    await tenant.call('POST', '/local-tenant/clock', { body: { now: '2021-06-16T09:00:00Z' } })
    await admin('PATCH', `${item}/fields`, { body: { Note: 'second' } })
    const port = Number(new URL(tenant.origin).port)
    await tenant.stop()
    tenant = await startLocalTenant({ dataFolder: tenant.dataFolder, port })
    const found = rowsOf(await admin('GET', `${item}/versions?$expand=fields`))
    expect(found).toMatchObject([
      { fields: { Note: 'second' }, lastModifiedDateTime: expect.stringMatching(/^2021-06-16T09:00:/) },
      { fields: { Note: 'first' }, lastModifiedDateTime: expect.stringMatching(/^2021-06-01T08:/) },
    ])
  })
})
