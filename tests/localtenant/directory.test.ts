import {
  at,
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

let tenant: LocalTenant
let ruth: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  ruth = await tenant.asUser(3)
})
afterAll(() => tenant.remove())

const names = async (query: string, headers: Record<string, string> = {}) =>
  rowsOf(await ruth('GET', `/users${query}`, { headers })).map((row) => row.displayName)

describe('/me', () => {
  test('is the signed-in person with the job title', async () => {
    expect((await ruth('GET', '/me')).body).toMatchObject({
      id: personId(3),
      displayName: 'Ruth Mbeki',
      jobTitle: 'Exercise and Training Coordinator',
    })
  })

  test('does not exist for an application alone (learn.microsoft.com/graph/auth-v2-service)', async () => {
    const answer = await (await tenant.asApp('client'))('GET', '/me')
    expect(at(answer, 'error.message')).toContain(
      '/me request is only valid with delegated authentication flow',
    )
  })
})

describe('/users', () => {
  test.each([
    ["startswith(displayName,'Ru')", ['Ruth Mbeki']],
    ["mail eq 'HELEN.CARVER@thameside.example'", ['Helen Carver']],
    ["startswith(givenName,'Am') or startswith(surname,'Pri')", ['Amira Hassan', 'Joanna Price']],
    ["displayName eq 'O''Neill'", []],
  ])('$filter=%s', async (filter, expected) => {
    expect(await names(`?$filter=${encodeURIComponent(filter)}`)).toEqual(expected)
  })

  test.each([
    ["endswith(mail,'x')", 'not imitated'],
    ["jobTitle eq 'Sergeant'", 'cannot be filtered'],
    ['displayName eq', 'ends too early'],
  ])('the filter %s is refused', async (filter, message) => {
    const answer = await ruth('GET', `/users?$filter=${encodeURIComponent(filter)}`)
    expect(answer.status).toBe(400)
    expect(at(answer, 'error.message')).toContain(message)
  })

  test('$search needs the header ConsistencyLevel: eventual (learn.microsoft.com/graph/aad-advanced-queries)', async () => {
    const query = `?$search=${encodeURIComponent('"displayName:carv"')}`
    expect((await ruth('GET', `/users${query}`)).status).toBe(400)
    expect(await names(query, { ConsistencyLevel: 'eventual' })).toEqual(['Helen Carver'])
  })

  test('pages are joined by an opaque link', async () => {
    const first = await ruth('GET', '/users?$top=10&$orderby=displayName&$select=displayName')
    const link = String((first.body as Record<string, unknown>)['@odata.nextLink'])
    const rest = await ruth('GET', link)
    const all = [...rowsOf(first), ...rowsOf(rest)].map((row) => row.displayName)
    expect(all).toHaveLength(18)
    expect(new Set(all).size).toBe(18)
    expect((await ruth('GET', link.replace(/.$/, 'x'))).status).toBe(400)
  })

  test('User.ReadBasic.All shows the basic properties of others and no job title', async () => {
    const answer = await ruth('GET', '/users/amira.hassan@thameside.example')
    expect(answer.body).toMatchObject({ id: personId(1), displayName: 'Amira Hassan', jobTitle: null })
  })

  test('User.Read.All shows the job title', async () => {
    const answer = await (await tenant.asApp('provisioner'))(
      'GET',
      `/users/${personId(1)}?$select=id,jobTitle`,
    )
    expect(answer.body).toEqual({ id: personId(1), jobTitle: 'Sergeant, Response' })
  })

  test('User.Read alone does not read other people', async () => {
    const answer = await (await tenant.asUser(3, 'User.Read'))('GET', '/users')
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'Authorization_RequestDenied' } } })
  })

  test('somebody who is not there is 404 Request_ResourceNotFound', async () => {
    const answer = await ruth('GET', '/users/nobody@thameside.example')
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } })
  })

  test('a property that is not imitated is refused, not left out', async () => {
    expect((await ruth('GET', '/users?$select=faxNumber')).status).toBe(400)
  })
})

describe('people, groups and rooms', () => {
  test('/me/people lists the others with their addresses', async () => {
    const rows = rowsOf(await ruth('GET', '/me/people?$top=20'))
    expect(rows).toHaveLength(15)
    expect(rows[0]).toMatchObject({ scoredEmailAddresses: [{ address: 'amira.hassan@thameside.example' }] })
  })

  test('/me/people finds somebody outside once there was mail, as an implicit contact', async () => {
    const search = () => ruth('GET', '/me/people?$search="partner"&$select=displayName,personType')
    expect(rowsOf(await search())).toEqual([])
    const start = { dateTime: '2021-06-10T10:00:00', timeZone: 'GMT Standard Time' }
    const end = { ...start, dateTime: '2021-06-10T11:00:00' }
    const attendees = [{ type: 'required', emailAddress: { address: 'a.b@c.example', name: 'A Partner' } }]
    await ruth('POST', '/me/events', { body: { subject: 'S', start, end, attendees } })
    const calendar = '/local-tenant/calendar/a.b@c.example'
    const { body } = await tenant.call('GET', calendar)
    const [copy] = (body as { value: { id: string }[] }).value
    await tenant.call('POST', `${calendar}/${copy?.id}/respond`, { body: { response: 'accept' } })
    expect(rowsOf(await search())).toEqual([
      { displayName: 'A Partner', personType: { class: 'Person', subclass: 'ImplicitContact' } },
    ])
  })

  test('a member of the site is in its group, and the contractor is not', async () => {
    expect(rowsOf(await ruth('GET', '/me/transitiveMemberOf'))).toHaveLength(1)
    expect(rowsOf(await (await tenant.asUser(15))('GET', '/me/memberOf'))).toHaveLength(0)
  })

  test('the room is found by list and by address', async () => {
    expect(rowsOf(await ruth('GET', '/places/microsoft.graph.room'))[0]).toMatchObject({
      displayName: 'Hydra Suite',
    })
    expect(at(await ruth('GET', '/places/hydra.suite@thameside.example'), 'capacity')).toBe(40)
  })
})

describe('what is not imitated', () => {
  test.each([
    ['subscriptions (subscription.md)', 'POST', '/subscriptions'],
    ['changes of events (event-delta.md)', 'GET', '/me/events/delta'],
    ['finding a time (user-findmeetingtimes.md)', 'POST', '/me/findMeetingTimes'],
    ['new chats (chat-post.md)', 'POST', '/chats'],
    [
      'notifications to many (team-sendactivitynotificationtorecipients.md)',
      'POST',
      '/teamwork/sendActivityNotificationToRecipients',
    ],
  ])('%s: 501, as the product does not use it', async (_what, method, address) => {
    const answer = await ruth(method, address, method === 'POST' ? { body: {} } : {})
    expect([answer.status, at(answer, 'error.code')]).toEqual([501, 'notImplemented'])
  })

  test('an unknown route is 501 with its path', async () => {
    const answer = await ruth('GET', '/me/drive/root')
    expect(answer.status).toBe(501)
    expect(at(answer, 'error.message')).toContain('GET /v1.0/me/drive/root')
  })

  test.each(['/users?$count=true', '/me?$expand=manager', '/users?page=2'])(
    'the query of %s is refused',
    async (path) => {
      expect((await ruth('GET', path)).status).toBe(400)
    },
  )
})
