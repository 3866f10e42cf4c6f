import {
  at,
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

let tenant: LocalTenant
let app: GraphCaller
let manifestId: string
beforeAll(async () => {
  tenant = await startLocalTenant()
  app = await tenant.asApp()
  manifestId = tenant.environment.FT_TEAMS_APP_ID ?? ''
})
afterAll(() => tenant.remove())

const erin = `/users/${personId(16)}/teamwork`
const amira = `/users/${personId(1)}/teamwork`

async function catalogueId(): Promise<string> {
  const answer = await app('GET', `${amira}/installedApps?$expand=teamsApp`)
  const [install] = rowsOf(answer)
  return String(at({ ...answer, body: install }, 'teamsApp.id'))
}
const installFor = async (teamwork: string) =>
  app('POST', `${teamwork}/installedApps`, {
    body: {
      'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${await catalogueId()}`,
    },
  })

const notification = (changes: Record<string, unknown> = {}) => ({
  topic: {
    source: 'text',
    value: 'Recommendation 4a',
    webUrl: `https://teams.microsoft.com/l/entity/${manifestId}/work`,
  },
  activityType: 'systemDefault',
  previewText: { content: 'Due in a week' },
  templateParameters: [{ name: 'systemDefaultText', value: 'Due in a week' }],
  ...changes,
})

const second = () => new Promise((resolve) => setTimeout(resolve, 1_000))

describe('the Teams app', () => {
  it('is found for a person by its manifest id (userteamwork-list-installedapps.md)', async () => {
    const filter = (id: string) =>
      `${amira}/installedApps?$expand=teamsApp&$filter=teamsApp/externalId eq '${id}'`
    const [install] = rowsOf(await app('GET', filter(manifestId)))
    expect(install?.teamsApp).toMatchObject({ externalId: manifestId, distributionMethod: 'organization' })
    expect(rowsOf(await app('GET', filter('00000000-0000-0000-0000-000000000000')))).toEqual([])
  })

  it('has a chat with the person it is installed for', async () => {
    const [install] = rowsOf(await app('GET', `${amira}/installedApps`))
    const chat = await app('GET', `${amira}/installedApps/${install?.id}/chat`)
    expect(at(chat, 'id')).toBe(`19:${personId(1)}_${tenant.environment.FT_CLIENT_ID}@unq.gbl.spaces`)
  })

  it('is not there for Erin Walsh, is installed once, and can be removed (userteamwork-post-installedapps.md)', async () => {
    expect(rowsOf(await app('GET', `${erin}/installedApps`))).toEqual([])
    expect((await installFor(erin)).status).toBe(201)
    const again = await installFor(erin)
    expect([again.status, at(again, 'error.code')]).toEqual([409, 'Conflict'])
    const [install] = rowsOf(await app('GET', `${erin}/installedApps`))
    expect((await app('DELETE', `${erin}/installedApps/${install?.id}`)).status).toBe(204)
    expect(rowsOf(await app('GET', `${erin}/installedApps`))).toEqual([])
  })

  it('is refused for somebody whom a policy keeps from it, and after 30 in a second (throttling-limits.md)', async () => {
    const keep = (barred: boolean) =>
      tenant.call('POST', `/local-tenant/reach/${personId(16)}`, { body: { barred } })
    await keep(true)
    expect((await installFor(erin)).status).toBe(403)
    await keep(false)
    const id = await catalogueId()
    const body = { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}` }
    const many = Array.from({ length: 31 }, () => app('POST', `${amira}/installedApps`, { body }))
    const answers = await Promise.all(many)
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.headers.get('retry-after')).toBe('1')
    await second()
  })

  it('stays installed when the tenant is stopped and started', async () => {
    await installFor(erin)
    const port = Number(new URL(tenant.origin).port)
    await tenant.stop()
    tenant = await startLocalTenant({ dataFolder: tenant.dataFolder, port })
    app = await tenant.asApp()
    expect(rowsOf(await app('GET', `${erin}/installedApps`))).toHaveLength(1)
  })

  it('is nothing the provisioner may ask about', async () => {
    const provisioner = await tenant.asApp('provisioner')
    expect((await provisioner('GET', `${amira}/installedApps`)).status).toBe(403)
  })
})

describe('a notification', () => {
  const send = (person: number, body: unknown) =>
    app('POST', `/users/${personId(person)}/teamwork/sendActivityNotification`, { body })

  it('is in the person’s feed', async () => {
    expect((await send(1, notification())).status).toBe(204)
    const [entry] = rowsOf(await tenant.call('GET', `/local-tenant/activity/${personId(1)}`))
    expect(entry).toMatchObject({ notification: { previewText: { content: 'Due in a week' } } })
  })

  it('is refused for a person without the app, in Microsoft’s words (gdc#8594)', async () => {
    await second()
    const [install] = rowsOf(await app('GET', `${erin}/installedApps`))
    if (install) await app('DELETE', `${erin}/installedApps/${install.id}`)
    const refused = await send(16, notification())
    expect(refused.status).toBe(403)
    expect(at(refused, 'error.message')).toContain('Ensure that the expected Teams app is installed')
  })

  it.each([
    ['150 characters of preview are taken', 150, 204],
    ['151 are refused', 151, 400],
  ])('%s', async (_rule, length, status) => {
    expect((await send(1, notification({ previewText: { content: 'x'.repeat(length) } }))).status).toBe(
      status,
    )
  })

  it.each([
    ['the product’s own', 'deadlines', 204],
    ['one that is not in the manifest', 'elsewhere', 400],
  ])('of a kind that is %s', async (_what, activityType, status) => {
    await second()
    expect((await send(1, notification({ activityType }))).status).toBe(status)
  })

  it('is refused after five in a second (throttling-limits.md)', async () => {
    await second()
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(1, notification())))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 204, 204, 204, 204, 429])
    await second()
  })

  it('for an app that is not in the catalogue is 404 (userteamwork-sendactivitynotification.md)', async () => {
    expect((await send(1, notification({ teamsAppId: personId(1) }))).status).toBe(404)
  })

  it('with a text topic needs a link into Teams', async () => {
    const topic = { source: 'text', value: 'x', webUrl: 'https://example.org/' }
    expect((await send(1, notification({ topic }))).status).toBe(400)
  })
})
