import { at, type GraphCaller, type LocalTenant, personId, startLocalTenant } from '../support/localTenant.ts'
import { openSite, SITE, type SiteUnderTest } from '../support/siteLists.ts'

let tenant: LocalTenant
let site: SiteUnderTest
beforeAll(async () => {
  tenant = await startLocalTenant()
  site = await openSite(tenant)
})
afterAll(() => tenant.remove())

describe('what a caller may do on the site', () => {
  let list: string
  beforeAll(async () => {
    list = await site.newList('Guarded')
  })
  const statuses = async (call: GraphCaller) => [
    (await call('GET', `${list}/items`)).status,
    (await call('POST', `${list}/items`, { body: { fields: { Title: 'x' } } })).status,
    (await call('POST', `${list}/columns`, { body: { name: `C${Math.random()}`.slice(0, 9), text: {} } }))
      .status,
  ]

  test.each([
    ['no grant', [], [403, 403, 403]],
    ['a read grant (permissions-selected-overview.md)', ['read'], [200, 403, 403]],
    ['a write grant, which cannot create (msgraph-sdk-dotnet#1034)', ['write'], [200, 201, 403]],
    ['a fullcontrol grant', ['fullcontrol'], [200, 201, 201]],
  ])('Sites.Selected with %s: read, write, create', async (_what, roles, expected) => {
    await site.grant(roles)
    expect(await statuses(await tenant.asApp('client'))).toEqual(expected)
  })

  test.each([
    ['a member', 1, [200, 201, 403]],
    ['somebody who is not admitted to the site', 15, [403, 403, 403]],
  ])(
    'for a person the grant counts only as far as their own membership: %s',
    async (_who, person, expected) => {
      await site.grant(['write'])
      expect(await statuses(await tenant.asUser(person))).toEqual(expected)
    },
  )

  test('a person’s token without Sites.Selected reads nothing', async () => {
    const answer = await (await tenant.asUser(1, 'User.Read'))('GET', `${list}/items`)
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'accessDenied' } } })
  })

  test('a grant needs Sites.FullControl.All (gdc#8944)', async () => {
    await site.grant(['fullcontrol'])
    const application = { id: tenant.environment.FT_CLIENT_ID, displayName: 'Follow-Through' }
    const answer = await (await tenant.asApp('client'))('POST', `${SITE}/permissions`, {
      body: { roles: ['owner'], grantedToIdentities: [{ application }] },
    })
    expect(answer.status).toBe(403)
  })

  test('what a person writes carries their name', async () => {
    await site.grant(['write'])
    const answer = await (await tenant.asUser(2))('POST', `${list}/items`, {
      body: { fields: { Title: 'x' } },
    })
    expect(at(answer, 'createdBy.user')).toMatchObject({ id: personId(2), displayName: 'Daniel Okafor' })
    const named = await site.admin('GET', `${list}/items/${at(answer, 'id')}?expand=fields(select=Author)`)
    expect(at(named, 'fields.Author')).toBe('Daniel Okafor')
  })
})
