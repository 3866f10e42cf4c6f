import {
  at,
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'
import { service } from '../support/outlookMailbox.ts'
import { LISTS, openSite } from '../support/siteLists.ts'

// Which permission an operation needs: github.com/microsoftgraph/microsoft-graph-devx-content, permissions.json.
let tenant: LocalTenant
beforeAll(async () => {
  tenant = await startLocalTenant()
  const site = await openSite(tenant)
  await site.newList('Permissions')
  await site.grant(['write'])
  const [install] = rowsOf(await (await tenant.asApp())('GET', `${amira}/installedApps`))
  const opened = await (await tenant.asApp())('GET', `${amira}/installedApps/${install?.id}/chat`)
  chat = String(at(opened, 'id'))
})
afterAll(() => tenant.remove())

const amira = `/users/${personId(1)}/teamwork`
let chat: string

/** A caller for whom these permissions have not been consented to. */
async function without(withheld: readonly string[], person?: number): Promise<GraphCaller> {
  const hold = (names: readonly string[]) =>
    tenant.call('POST', '/local-tenant/controls', { body: { withheld: names } })
  await hold(withheld)
  const caller = person === undefined ? await tenant.asApp() : await tenant.asUser(person)
  await hold([])
  return caller
}

const time = { dateTime: '2021-11-01T09:00:00', timeZone: 'UTC' }
const schedule = {
  schedules: ['ruth.mbeki@thameside.example'],
  startTime: time,
  endTime: { ...time, dateTime: '2021-11-01T10:00:00' },
}
const mail = { message: { subject: 'x', toRecipients: [{ emailAddress: { address: 'a@b.example' } }] } }
const notification = {
  topic: { source: 'text', value: 'x', webUrl: 'https://teams.microsoft.com/l/entity/x/work' },
  activityType: 'systemDefault',
  previewText: { content: 'x' },
}

describe('an application without the permission is refused in the words of the workload', () => {
  test.each([
    ['Sites.Selected', 'GET', `${LISTS}/Permissions/items`, undefined, 'accessDenied'],
    ['Sites.Selected', 'POST', `${LISTS}/Permissions/items`, { fields: {} }, 'accessDenied'],
    ['User.ReadBasic.All', 'GET', '/users', undefined, 'Authorization_RequestDenied'],
    ['Calendars.ReadWrite', 'GET', `/users/${personId(3)}/events`, undefined, 'ErrorAccessDenied'],
    [
      'Calendars.ReadWrite',
      'POST',
      `/users/${personId(3)}/events`,
      { subject: 'x', start: time, end: time },
      'ErrorAccessDenied',
    ],
    ['Calendars.ReadWrite', 'POST', `${service}/calendar/getSchedule`, schedule, 'ErrorAccessDenied'],
    ['Mail.Send', 'POST', `/users/${personId(3)}/sendMail`, mail, 'ErrorAccessDenied'],
    ['Place.Read.All', 'GET', '/places/microsoft.graph.room', undefined, undefined],
    ['TeamsActivity.Send', 'POST', `${amira}/sendActivityNotification`, notification, 'Forbidden'],
  ])('%s: %s %s', async (permission, method, address, body, code) => {
    const refused = await (await without([permission]))(method, address, { body })
    expect(refused.status).toBe(403)
    if (code !== undefined) expect(at(refused, 'error.code')).toBe(code)
    expect((await (await without([]))(method, address, { body })).status).toBeLessThan(300)
  })

  test('the role that Exchange assigned for one mailbox opens its calendar, and no other', async () => {
    const caller = await without(['Calendars.ReadWrite'])
    const event = { body: { subject: 'x', start: time, end: time } }
    expect((await caller('POST', `${service}/events`, event)).status).toBe(201)
    expect((await caller('POST', `/users/${personId(3)}/events`, event)).status).toBe(403)
  })

  test('reading installations: one of three permissions is enough', async () => {
    const all = ['ReadForUser.All', 'ReadWriteSelfForUser.All', 'ReadWriteForUser.All']
    const names = all.map((name) => `TeamsAppInstallation.${name}`)
    expect((await (await without(names))('GET', `${amira}/installedApps`)).status).toBe(403)
    expect((await (await without(names.slice(1)))('GET', `${amira}/installedApps`)).status).toBe(200)
  })

  test('reading the chat of the bot: Chat.Read.WhereInstalled is enough', async () => {
    const address = () => `/chats/${chat}/messages?$top=1`
    expect(
      (await (await without(['Chat.Read.WhereInstalled', 'Chat.Read.All']))('GET', address())).status,
    ).toBe(403)
    expect((await (await without(['Chat.Read.All']))('GET', address())).status).toBe(200)
  })
})

describe('what was never consented to is refused', () => {
  test.each([
    ['settings of a mailbox (MailboxSettings.Read)', 'GET', `${service}/mailboxSettings`, undefined],
    ['mail of a mailbox (Mail.Read)', 'GET', `${service}/mailFolders/inbox/messages`, undefined],
    [
      'a grant on the site (Sites.FullControl.All, gdc#8944)',
      'GET',
      `${LISTS.slice(0, -'/lists'.length)}/permissions`,
      undefined,
    ],
    ['a new list (Sites.Manage.All, msgraph-sdk-dotnet#1034)', 'POST', LISTS, { displayName: 'No' }],
  ])('%s', async (_what, method, address, body) => {
    expect((await (await tenant.asApp())(method, address, { body })).status).toBe(403)
  })

  test('a chat message of an application: only while migrating (chatmessage-post.md)', async () => {
    const answer = await (await tenant.asApp())('POST', `/chats/${chat}/messages`, {
      body: { body: { content: 'x' } },
    })
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } })
  })
})

describe('a person', () => {
  test.each([
    ['Sites.Selected', `${LISTS}/Permissions/items`, 'accessDenied'],
    ['Calendars.ReadWrite', '/me/events', 'ErrorAccessDenied'],
  ])('in an app without %s is refused %s', async (permission, address, code) => {
    const refused = await (await without([permission], 3))('GET', address)
    expect(refused).toMatchObject({ status: 403, body: { error: { code } } })
  })
})
