import { at, type GraphCaller, type LocalTenant, rowsOf, startLocalTenant } from '../support/localTenant.ts'

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
