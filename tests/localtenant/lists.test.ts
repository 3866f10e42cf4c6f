import {
  at,
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

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

describe('the site', () => {
  test('is found by host and path, and has the three-part id', async () => {
    const answer = await admin('GET', '/sites/thameside.sharepoint.example:/sites/follow-through')
    expect(at(answer, 'id')).toMatch(/^thameside\.sharepoint\.example,[\w-]{36},[\w-]{36}$/)
    const byId = await admin('GET', `/sites/${at(answer, 'id')}?$select=webUrl`)
    expect(at(byId, 'webUrl')).toBe('https://thameside.sharepoint.example/sites/follow-through')
  })

  test('an encoded colon in the address means the same', async () => {
    const answer = await admin('GET', '/sites/thameside.sharepoint.example%3A/sites/follow-through%3A/lists')
    expect(answer.status).toBe(200)
  })

  test('another path is not found', async () => {
    expect((await admin('GET', '/sites/thameside.sharepoint.example:/sites/elsewhere')).status).toBe(404)
  })
})

describe('lists', () => {
  test('a list cannot be created with a name (gdc#8113)', async () => {
    const answer = await admin('POST', LISTS, { body: { displayName: 'Named', name: 'named' } })
    expect(answer.status).toBe(400)
    expect(at(answer, 'error.message')).toBe(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    )
  })

  test('a second list of the same displayName is a conflict', async () => {
    await newList('Twice')
    const answer = await admin('POST', LISTS, { body: { displayName: 'twice' } })
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'nameAlreadyExists' } } })
  })

  test('a list is read by id or by title, and renamed', async () => {
    const list = await newList('Old title')
    expect(at(await admin('GET', `${LISTS}/Old%20title`), 'id')).toBe(list.split('/').at(-1))
    await admin('PATCH', list, { body: { displayName: 'New title', description: 'Why' } })
    expect((await admin('GET', `${LISTS}/New title`)).body).toMatchObject({
      displayName: 'New title',
      description: 'Why',
    })
  })

  test('the hidden list of people shows only when system is selected', async () => {
    const titles = async (query: string) =>
      rowsOf(await admin('GET', `${LISTS}${query}`)).map((row) => row.displayName)
    expect(await titles('')).not.toContain('User Information List')
    expect(await titles('?$select=displayName,system')).toContain('User Information List')
    expect(await titles("?$filter=displayName eq 'Twice'")).toEqual(['Twice'])
  })

  test('the columns come with the list when expanded', async () => {
    const list = await newList('Expanded', [{ name: 'Number', text: {} }])
    const columns = at(await admin('GET', `${list}?$expand=columns`), 'columns')
    expect(columns).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Number' })]))
  })

  test('a template other than the generic list is refused rather than imitated badly', async () => {
    const answer = await admin('POST', LISTS, {
      body: { displayName: 'Docs', list: { template: 'documentLibrary' } },
    })
    expect(answer.status).toBe(400)
  })
})

describe('columns', () => {
  let list: string
  beforeAll(async () => {
    list = await newList('Columns')
  })
  const post = (body: unknown) => admin('POST', `${list}/columns`, { body })

  test.each([
    ['no type facet (gd#17121)', { name: 'Bare' }, 'Unable to determine type of provided column definition'],
    ['unique without an index', { name: 'U', text: {}, enforceUniqueValues: true }, 'must be indexed'],
    [
      'an index on several lines',
      { name: 'N', indexed: true, text: { allowMultipleLines: true } },
      'cannot be indexed',
    ],
    [
      'an index on several choices',
      { name: 'M', indexed: true, choice: { displayAs: 'checkBoxes' } },
      'cannot be indexed',
    ],
    [
      'an index on several people',
      { name: 'P', indexed: true, personOrGroup: { allowMultipleSelection: true } },
      'cannot be indexed',
    ],
    ['a property nobody knows', { name: 'X', text: {}, colour: 'red' }, "Property 'colour'"],
  ])('%s is refused', async (_what, body, message) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(at(answer, 'error.message')).toContain(message)
  })

  test('the internal name encodes spaces and is cut at 32 characters (gd#3191)', async () => {
    const answer = await post({ displayName: 'Date agreed by the board and owner', text: {} })
    expect(at(answer, 'name')).toBe('Date_x0020_agreed_x0020_by_x0020')
    expect(String(at(answer, 'name'))).toHaveLength(32)
  })

  test('the name stays when the displayName changes', async () => {
    await post({ name: 'Stage', text: {} })
    const answer = await admin('PATCH', `${list}/columns/Stage`, { body: { displayName: 'Step' } })
    expect(answer.body).toMatchObject({ name: 'Stage', displayName: 'Step' })
    expect((await admin('PATCH', `${list}/columns/Stage`, { body: { name: 'Step' } })).status).toBe(400)
  })

  test('defaultValue is ignored on create (gdc#3480)', async () => {
    const answer = await post({ name: 'Defaulted', text: {}, defaultValue: { value: 'x' } })
    expect(at(answer, 'defaultValue')).toBeUndefined()
    expect(at(await add(list, { Title: 'a' }), 'fields.Defaulted')).toBeUndefined()
  })

  test('a hidden column and its values show only when named in $select', async () => {
    await post({ name: 'Secret', hidden: true, text: {} })
    const item = `${list}/items/${at(await add(list, { Secret: 's' }), 'id')}`
    const names = async (query: string) =>
      rowsOf(await admin('GET', `${list}/columns${query}`)).map((row) => row.name)
    expect(await names('')).not.toContain('Secret')
    expect(await names('?$select=name,hidden')).toContain('Secret')
    expect(at(await admin('GET', `${item}?$expand=fields`), 'fields.Secret')).toBeUndefined()
    expect(at(await admin('GET', `${item}?$expand=fields($select=Secret)`), 'fields.Secret')).toBe('s')
  })

  test('a list takes its twentieth index and refuses the twenty-first', async () => {
    const columns = Array.from({ length: 20 }, (_, index) => ({ name: `K${index}`, indexed: true, text: {} }))
    const full = await newList('Indexes', columns)
    const answer = await admin('POST', `${full}/columns`, { body: { name: 'K20', indexed: true, text: {} } })
    expect(at(answer, 'error.message')).toContain('20')
  })

  test('deleting a column takes its values away', async () => {
    await post({ name: 'Gone', text: {} })
    const item = `${list}/items/${at(await add(list, { Gone: 'x' }), 'id')}`
    expect((await admin('DELETE', `${list}/columns/Gone`)).status).toBe(204)
    await post({ name: 'Gone', text: {} })
    expect(at(await admin('GET', `${item}/fields`), 'Gone')).toBeUndefined()
  })
})

describe('fields on the way in', () => {
  let list: string
  beforeAll(async () => {
    list = await newList('Writing', [
      { name: 'Short', text: { maxLength: 10 } },
      { name: 'Long', text: { allowMultipleLines: true } },
      { name: 'Amount', number: {} },
      { name: 'Done', boolean: {} },
      { name: 'Status', choice: { choices: ['Open', 'Closed'] } },
      { name: 'Loose', choice: { choices: ['Open'], allowTextEntry: true } },
      { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
      { name: 'Day', dateTime: { format: 'dateOnly' } },
      { name: 'Moment', dateTime: { format: 'dateTime' } },
      { name: 'Link', hyperlinkOrPicture: {} },
      { name: 'Owner', personOrGroup: {} },
      { name: 'Owners', personOrGroup: { allowMultipleSelection: true } },
    ])
  })
  const field = async (name: string, fields: unknown) => at(await add(list, fields), 'fields', name)

  test.each([
    ['an unknown column', { Nothing: 'x' }],
    ['id', { id: '7' }],
    ['Created', { Created: '2021-06-01T00:00:00Z' }],
    ['AuthorLookupId', { AuthorLookupId: '1' }],
    ['_UIVersionString', { _UIVersionString: '2.0' }],
    ['LinkTitle', { LinkTitle: 'x' }],
    ['Attachments', { Attachments: true }],
    ['a link column (gd#12638)', { Link: { Url: 'https://a.example' } }],
    ['text as a number', { Short: 5 }],
    ['text beyond its length', { Short: 'elevenchars' }],
    ['a number as text', { Amount: '5' }],
    ['a yes/no as text', { Done: 'true' }],
    ['a choice that is not offered', { Status: 'Maybe' }],
    ['a date that is none', { Day: 'soon' }],
    ['a person by name', { Owner: 'Tom Brandt' }],
    ['a person id nobody has', { OwnerLookupId: 999 }],
    ['a type on a single person id', { 'OwnerLookupId@odata.type': 'Edm.Int32', OwnerLookupId: 1 }],
  ])('%s is refused with 400', async (_what, fields) => {
    const answer = await add(list, { Title: 'x', ...fields })
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalidRequest' } } })
  })

  test('echoing a whole fieldValueSet back is refused (msgraph-sdk-android#83)', async () => {
    const created = await add(list, { Title: 'x' })
    const answer = await admin('PATCH', `${list}/items/${at(created, 'id')}/fields`, {
      body: at(created, 'fields'),
    })
    expect(answer.status).toBe(400)
  })

  test('a choice beside the list is kept where text entry is allowed', async () => {
    expect(await field('Loose', { Loose: 'Something else' })).toBe('Something else')
  })

  test('several choices need their type name (gd#2991)', async () => {
    expect(at(await add(list, { Tags: ['a'] }), 'error.message')).toContain(
      'A value without a type name was found and no expected type is available',
    )
    expect(await field('Tags', { 'Tags@odata.type': 'Collection(Edm.String)', Tags: ['a', 'b'] })).toEqual([
      'a',
      'b',
    ])
  })

  test.each([
    ['in July, written as a date', '2026-07-10', '2026-07-09T23:00:00Z'],
    ['in January, written as a date', '2026-01-10', '2026-01-10T00:00:00Z'],
    ['in July, late in the evening UTC', '2026-07-09T23:30:00Z', '2026-07-09T23:00:00Z'],
  ])('a date-only column keeps midnight of the site: %s (pnpjs#1890)', async (_when, sent, kept) => {
    expect(await field('Day', { Day: sent })).toBe(kept)
  })

  test('a date and time is answered in UTC', async () => {
    expect(await field('Moment', { Moment: '2021-06-01T09:00:00+01:00' })).toBe('2021-06-01T08:00:00Z')
  })

  test('numbers and booleans come back as such, and empty fields are absent', async () => {
    const fields = at(await add(list, { Amount: 5, Done: false, Short: '', Long: null }), 'fields')
    expect(fields).toMatchObject({ Amount: 5, Done: false })
    expect(fields).not.toHaveProperty('Short')
    expect(fields).not.toHaveProperty('Long')
    expect(fields).not.toHaveProperty('Title')
  })

  test('a person is written and read by the id of the site’s own list, as text (gd#5017)', async () => {
    await (await tenant.asUser(5))('GET', SITE.slice(0, -1)).catch(() => undefined)
    await admin('POST', `${SITE}/permissions`, {
      body: {
        roles: ['write'],
        grantedToIdentities: [{ application: { id: tenant.environment.FT_CLIENT_ID, displayName: 'F' } }],
      },
    })
    await (await tenant.asUser(5))('GET', SITE.slice(0, -1))
    const users = rowsOf(await admin('GET', `${LISTS}/User Information List/items?$expand=fields`))
    const tom = users.find((row) => row.fields.EMail === 'tom.brandt@thameside.example')
    expect(users.some((row) => row.fields.EMail === 'erin.walsh@thameside.example')).toBe(false)
    const created = await add(list, {
      OwnerLookupId: Number(tom?.id),
      'OwnersLookupId@odata.type': 'Collection(Edm.Int32)',
      OwnersLookupId: [Number(tom?.id)],
    })
    expect(at(created, 'fields')).toMatchObject({ OwnerLookupId: tom?.id })
    expect(at(created, 'fields')).not.toHaveProperty('Owner')
    expect(at(created, 'fields')).not.toHaveProperty('Owners')
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

  test('a text column called <Person>Id takes the value meant for the person (gdc#1457)', async () => {
    const trap = await newList('Trap', [
      { name: 'Employee', personOrGroup: {} },
      { name: 'EmployeeId', text: {} },
    ])
    const fields = at(await add(trap, { EmployeeLookupId: '6' }), 'fields')
    expect(fields).toMatchObject({ EmployeeId: '6' })
    expect(fields).not.toHaveProperty('EmployeeLookupId')
  })
})

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

describe('what a caller may do on the site', () => {
  const client = (roles: readonly string[]) => ({
    roles,
    grantedToIdentities: [
      { application: { id: tenant.environment.FT_CLIENT_ID, displayName: 'Follow-Through' } },
    ],
  })
  const setRoles = async (roles: readonly string[]) => {
    for (const grant of rowsOf(await admin('GET', `${SITE}/permissions`))) {
      await admin('DELETE', `${SITE}/permissions/${grant.id}`)
    }
    if (roles.length > 0) await admin('POST', `${SITE}/permissions`, { body: client(roles) })
  }
  let list: string
  beforeAll(async () => {
    list = await newList('Guarded')
  })
  const statuses = async (call: GraphCaller) => [
    (await call('GET', `${list}/items`)).status,
    (await call('POST', `${list}/items`, { body: { fields: { Title: 'x' } } })).status,
    (await call('POST', `${list}/columns`, { body: { name: `C${Math.random()}`.slice(0, 9), text: {} } }))
      .status,
  ]

  test.each([
    ['no grant', [], [403, 403, 403]],
    ['a read grant', ['read'], [200, 403, 403]],
    ['a write grant, which cannot create (msgraph-sdk-dotnet#1034)', ['write'], [200, 201, 403]],
    ['a fullcontrol grant', ['fullcontrol'], [200, 201, 201]],
  ])('Sites.Selected with %s: read, write, create', async (_what, roles, expected) => {
    await setRoles(roles)
    expect(await statuses(await tenant.asApp('client'))).toEqual(expected)
  })

  test.each([
    ['a member', 1, [200, 201, 403]],
    ['somebody who is not admitted to the site', 15, [403, 403, 403]],
  ])(
    'for a person the grant counts only as far as their own membership: %s',
    async (_who, person, expected) => {
      await setRoles(['write'])
      expect(await statuses(await tenant.asUser(person))).toEqual(expected)
    },
  )

  test('a person’s token without Sites.Selected reads nothing', async () => {
    const answer = await (await tenant.asUser(1, 'User.Read'))('GET', `${list}/items`)
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'accessDenied' } } })
  })

  test('a grant needs Sites.FullControl.All', async () => {
    await setRoles(['fullcontrol'])
    const answer = await (await tenant.asApp('client'))('POST', `${SITE}/permissions`, {
      body: client(['owner']),
    })
    expect(answer.status).toBe(403)
  })

  test('the list of people is not for writing', async () => {
    const answer = await admin('POST', `${LISTS}/User Information List/items`, {
      body: { fields: { Title: 'x' } },
    })
    expect(answer.status).toBe(403)
  })

  test('what a person writes carries their name', async () => {
    await setRoles(['write'])
    const answer = await (await tenant.asUser(2))('POST', `${list}/items`, {
      body: { fields: { Title: 'x' } },
    })
    expect(at(answer, 'createdBy.user')).toMatchObject({ id: personId(2), displayName: 'Daniel Okafor' })
    const named = await admin('GET', `${list}/items/${at(answer, 'id')}?expand=fields(select=Author)`)
    expect(at(named, 'fields.Author')).toBe('Daniel Okafor')
  })
})
