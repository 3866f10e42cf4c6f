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
