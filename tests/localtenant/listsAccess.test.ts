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
