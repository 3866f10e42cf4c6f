import { PUBLIC, withOverrides } from '@microsoft/teams.api'
import { App } from '@microsoft/teams.apps'
import { at, type LocalTenant, personId, type Row, rowsOf } from '../support/localTenant.ts'
import { type OwnChannel, startOwnChannel, type TokenFacts } from './ownChannel.ts'
import { sharedTenant } from './shared.ts'

jest.setTimeout(90_000)

const daniel = personId(2)
let tenant: LocalTenant
let channel: OwnChannel
let conversation: string
let botToken: string

beforeAll(async () => {
  tenant = sharedTenant()
  channel = await startOwnChannel(tenant)
  botToken = await tenant.appToken('client', 'https://api.botframework.com/.default')
  const opened = await sdk(async () => botToken).api.conversations.create({
    members: [{ id: daniel, name: '', role: 'user' }],
    tenantId: tenant.environment.FT_TENANT_ID,
  })
  conversation = opened.id
})
afterAll(() => channel?.end())

/** Microsoft's SDK as a client of the connector, with whatever token is given to it. */
function sdk(token: () => Promise<string>): App {
  return new App({
    clientId: tenant.environment.FT_CLIENT_ID,
    tenantId: tenant.environment.FT_TENANT_ID,
    serviceUrl: tenant.environment.FT_CONNECTOR_URL,
    token,
    cloud: withOverrides(PUBLIC, { openIdMetadataUrl: tenant.environment.FT_CONNECTOR_METADATA ?? '' }),
  })
}

const from = (object: Record<string, unknown>) => ({
  id: String(Date.now()),
  channelId: 'msteams',
  serviceUrl: tenant.environment.FT_CONNECTOR_URL,
  from: { id: '29:daniel', name: 'Daniel Okafor', aadObjectId: daniel },
  recipient: { id: `28:${tenant.environment.FT_CLIENT_ID}`, name: 'Follow-Through' },
  conversation: {
    conversationType: 'personal',
    tenantId: tenant.environment.FT_TENANT_ID,
    id: conversation,
  },
  channelData: { tenant: { id: tenant.environment.FT_TENANT_ID } },
  ...object,
})
const message = () => from({ type: 'message', text: 'What is due?' })
const press = (row: Row, note: string) =>
  from({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1',
    value: {
      action: {
        type: 'Action.Execute',
        verb: 'updateProgress',
        data: { action: 'updateProgress', row: row.id, [`progress-${row.id}`]: note },
      },
      trigger: 'manual',
    },
  })

/** A recommendation that Daniel answers for. */
async function ownRow(): Promise<Row> {
  const graph = await tenant.asApp()
  const filter = "$filter=fields/OwnerPost eq 'crime-dci'&$expand=fields"
  const site = at(await graph('GET', `/sites/${tenant.environment.FT_SITE}`), 'id')
  const [row] = rowsOf(await graph('GET', `/sites/${site}/lists/Recommendations/items?${filter}`))
  if (!row) throw new Error('The sample has no row of Daniel’s post.')
  return row
}

const chat = async () =>
  at(await tenant.call('GET', `/local-tenant/chat/${daniel}`), 'messages') as { id: string }[]

describe('the channel calls the bot', () => {
  it('with a good token: it answers in the chat and saves what was pressed', async () => {
    const before = await chat()
    expect((await channel.send(message(), `Bearer ${await channel.token()}`)).status).toBe(200)
    expect(await chat()).toHaveLength(before.length + 1)
    const note = `Written at ${Date.now()}`
    const pressed = await channel.send(press(await ownRow(), note), `Bearer ${await channel.token()}`)
    expect(pressed).toMatchObject({ status: 200, body: { statusCode: 200 } })
    expect((await ownRow()).fields.Progress).toBe(note)
  })

  it.each<[string, Partial<TokenFacts>]>([
    ['meant for somebody else', { audience: '5c9e2d14-6f7b-4a83-b1c0-8d3e5f6a7b42' }],
    ['of another issuer', { issuer: 'https://elsewhere.example' }],
    ['signed with another key', { strangeKey: true }],
    ['that has run out', { endsIn: -600 }],
    ['for another service address', { serviceurl: 'https://elsewhere.example/connector' }],
    ['for no service address', { serviceurl: null }],
  ])('with a token %s: 401, and nothing happens', async (_what, wrong) => {
    await expectNothing(`Bearer ${await channel.token(wrong)}`)
  })

  it.each([
    ['no token', null],
    ['an empty one', 'Bearer '],
    ['a word in its place', 'Bearer token'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
  ])('with %s: 401, and nothing happens', async (_what, authorization) => {
    await expectNothing(authorization)
  })

  it.each([
    ['a person’s ID token for the app', async () => (await signedIn()).id_token],
    [
      'a person’s token for the app’s own API',
      async () => tenant.userToken(4, `api://${tenant.environment.FT_CLIENT_ID}/access_as_user`),
    ],
    [
      'another application’s token for the app’s own API',
      async () => tenant.appToken('provisioner', `api://${tenant.environment.FT_CLIENT_ID}/.default`),
    ],
  ])('with %s, genuine and meant for the app: 401, and nothing happens', async (_what, token) => {
    await expectNothing(`Bearer ${await token()}`)
  })

  async function expectNothing(authorization: string | null) {
    const [before, row] = [await chat(), await ownRow()]
    const said = await channel.send(message(), authorization)
    const pressed = await channel.send(press(row, 'This must never be seen.'), authorization)
    expect([said.status, pressed.status]).toEqual([401, 401])
    expect(await chat()).toEqual(before)
    expect((await ownRow()).eTag).toBe(row.eTag)
  }

  async function signedIn(): Promise<{ id_token: string }> {
    const answer = await tenant.call('POST', '/local-tenant/token', {
      headers: { Origin: tenant.origin },
      body: { oid: personId(4), clientId: tenant.environment.FT_CLIENT_ID, scope: 'Sites.Selected' },
    })
    return answer.body as { id_token: string }
  }
})

describe('the bot calls the connector', () => {
  const send = (token: () => Promise<string>) => sdk(token).send(conversation, 'From the SDK')

  it('with a good token: the message is in the chat', async () => {
    const before = await chat()
    await send(async () => botToken)
    expect(await chat()).toHaveLength(before.length + 1)
  })

  it.each([
    ['a token for Graph', async () => tenant.appToken()],
    [
      'another application’s token',
      async () => tenant.appToken('provisioner', 'https://api.botframework.com/.default'),
    ],
    ['a token that was changed', async () => `${botToken.slice(0, -8)}AAAAAAAA`],
    ['a person’s token', async () => tenant.userToken(2)],
  ])('with %s: 401, and no message', async (_what, token) => {
    const before = await chat()
    await expect(send(token)).rejects.toMatchObject({ response: { status: 401 } })
    expect(await chat()).toEqual(before)
  })

  it('without a token: 401, and no message', async () => {
    const before = await chat()
    const path = `/connector/v3/conversations/${conversation}/activities`
    const answer = await tenant.call('POST', path, { body: { type: 'message', text: 'Anonymous' } })
    expect([answer.status, at(answer, 'error.code')]).toEqual([401, 'Unauthorized'])
    expect(await chat()).toEqual(before)
  })
})
