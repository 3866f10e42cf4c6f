import type { Server } from 'node:http'
import { PUBLIC, withOverrides } from '@microsoft/teams.api'
import { App, ExpressAdapter } from '@microsoft/teams.apps'
import express from 'express'
import { decodeJwt } from 'jose'
import { at, type LocalTenant, personId, rowsOf, startLocalTenant } from '../support/localTenant.ts'
import { freePort } from '../support/ports.ts'

/** A small bot of Microsoft's own SDK, with all its token checks on. */
interface TestBot {
  readonly app: App
  readonly heard: Record<string, unknown>[]
  readonly tokens: string[]
  close(): void
}

const daniel = personId(2)
const cardWith = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text },
    { type: 'Input.Text', id: 'note', label: 'Note' },
  ],
  actions: [{ type: 'Action.Execute', title: 'Save', verb: 'save', data: { action: 'save' } }],
})
const cardMessage = (text: string) => ({
  type: 'message',
  text: 'Something is due',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: cardWith(text) }],
})

let tenant: LocalTenant
let bot: TestBot
let servicePort: number
let botToken: string

beforeAll(async () => {
  servicePort = await freePort()
  tenant = await startLocalTenant({ env: { FT_SERVICE_ORIGIN: `http://localhost:${servicePort}` } })
  botToken = await tenant.appToken('client', 'https://api.botframework.com/.default')
  bot = await startBot()
})
afterAll(async () => {
  bot.close()
  await tenant.remove()
})

async function startBot(): Promise<TestBot> {
  const heard: Record<string, unknown>[] = []
  const tokens: string[] = []
  const server = express()
  server.use((req, _res, next) => {
    tokens.push(String(req.get('authorization')).replace(/^Bearer /, ''))
    next()
  })
  const connector = `${tenant.origin}/connector`
  const app = new App({
    clientId: tenant.environment.FT_CLIENT_ID,
    tenantId: tenant.environment.FT_TENANT_ID,
    serviceUrl: connector,
    token: async () => botToken,
    cloud: withOverrides(PUBLIC, { openIdMetadataUrl: tenant.environment.FT_CONNECTOR_METADATA ?? '' }),
    httpServerAdapter: new ExpressAdapter(server),
  })
  app.on('activity', async ({ activity, next }) => {
    heard.push(activity as unknown as Record<string, unknown>)
    await next()
  })
  app.on('message', async ({ activity, send }) => {
    await send(`You said ${activity.text}`)
  })
  app.on('card.action.save', async ({ activity }) => {
    const { note } = activity.value.action.data as { note?: string }
    if (note === 'refuse') {
      const innerHttpError = { statusCode: 400, body: null }
      const value = { code: 'BadRequest', message: 'That date has passed.', innerHttpError }
      return { statusCode: 400 as const, type: 'application/vnd.microsoft.error' as const, value }
    }
    const value = JSON.parse(JSON.stringify(cardWith(`Saved: ${note}`)))
    return { statusCode: 200 as const, type: 'application/vnd.microsoft.card.adaptive' as const, value }
  })
  await app.initialize()
  const running: Server = server.listen(servicePort)
  return { app, heard, tokens, close: () => running.close() }
}

const asBot = (method: string, path: string, body?: unknown, token = botToken) =>
  tenant.call(method, `/connector${path}`, { body, headers: { Authorization: `Bearer ${token}` } })
const openChat = (member = daniel) =>
  asBot('POST', '/v3/conversations', { members: [{ id: member }], tenantId: tenant.environment.FT_TENANT_ID })
const messagesOf = async (oid = daniel) =>
  at(await tenant.call('GET', `/local-tenant/chat/${oid}`), 'messages') as {
    id: string
    text?: string
    updatedAt?: string
    attachments: { content: { body: { text: string }[] } }[]
  }[]

describe('a message of the bot', () => {
  it('sent with Microsoft’s SDK is in the person’s chat, and its update is shown as such', async () => {
    const conversation = await bot.app.api.conversations.create({
      members: [{ id: daniel, name: '', role: 'user' }],
      tenantId: tenant.environment.FT_TENANT_ID,
    })
    const sent = await bot.app.send(conversation.id, cardMessage('Due on 30 June 2021') as never)
    const [message] = (await messagesOf()).filter(({ id }) => id === sent.id)
    expect(message?.attachments[0]?.content.body[0]?.text).toBe('Due on 30 June 2021')
    expect(message?.updatedAt).toBeUndefined()
    await asBot('PUT', `/v3/conversations/${conversation.id}/activities/${sent.id}`, cardMessage('Done'))
    const [updated] = (await messagesOf()).filter(({ id }) => id === sent.id)
    expect(updated?.attachments[0]?.content.body[0]?.text).toBe('Done')
    expect(updated?.updatedAt).toEqual(expect.any(String))
  })

  it('opens the same chat however often it is asked for, by Entra id or by member id', async () => {
    const first = await openChat()
    const memberId = String(at(await tenant.call('GET', `/local-tenant/chat/${daniel}`), 'memberId'))
    expect(first.status).toBe(201)
    expect(at(await openChat(memberId), 'id')).toBe(at(first, 'id'))
  })

  it('is refused for a person without the app (send-proactive-messages.md, mt#11125)', async () => {
    const refused = await openChat(personId(16))
    expect([refused.status, at(refused, 'error.code')]).toEqual([403, 'BotNotInConversationRoster'])
  })

  it.each([
    [
      'nobody’s Entra id',
      { id: '00000000-0000-4000-8000-000000009999' },
      {},
      400,
      'Failed to decrypt pairwise id',
    ],
    ['another bot’s id for a person', { id: '29:1Xyz' }, {}, 400, 'Failed to decrypt pairwise id'],
    ['no tenant', { id: daniel }, { tenantId: undefined }, 400, 'tenant id'],
    ['no member', undefined, {}, 400, 'member'],
  ])('cannot begin with %s (send-proactive-messages.md)', async (_what, member, more, status, says) => {
    const body = { members: [member].filter(Boolean), tenantId: tenant.environment.FT_TENANT_ID, ...more }
    const refused = await asBot('POST', '/v3/conversations', body)
    expect(refused.status).toBe(status)
    expect(at(refused, 'error.message')).toContain(says)
  })

  it('can be changed and removed by the bot, which cannot touch what the person wrote', async () => {
    const fiona = personId(11)
    await tenant.call('POST', `/local-tenant/chat/${fiona}/message`, { body: { text: 'Mine' } })
    const mine = (await messagesOf(fiona)).find(({ text }) => text === 'Mine')
    const chat = at(await openChat(fiona), 'id')
    const activities = `/v3/conversations/${chat}/activities`
    const sent = at(await asBot('POST', activities, { type: 'message', text: 'Ours' }), 'id')
    expect((await asBot('DELETE', `${activities}/${sent}`)).status).toBe(200)
    expect((await messagesOf(fiona)).map(({ text }) => text)).not.toContain('Ours')
    expect((await asBot('PUT', `${activities}/${mine?.id}`, cardMessage('x'))).status).toBe(404)
    expect((await asBot('DELETE', `${activities}/${mine?.id}`)).status).toBe(404)
  })

  it('is blocked in a chat whose person has removed the app (rate-limit.md, 403 is final)', async () => {
    const graph = await tenant.asApp()
    const chat = at(await openChat(personId(7)), 'id')
    const [install] = rowsOf(await graph('GET', `/users/${personId(7)}/teamwork/installedApps`))
    await graph('DELETE', `/users/${personId(7)}/teamwork/installedApps/${install?.id}`)
    const refused = await asBot('POST', `/v3/conversations/${chat}/activities`, cardMessage('x'))
    expect([refused.status, at(refused, 'error.subCode')]).toEqual([403, 'MessageWritesBlocked'])
  })

  it('is refused in a chat of nobody (mt#7424)', async () => {
    const refused = await asBot('POST', '/v3/conversations/a:1nothing/activities', cardMessage('x'))
    expect(refused.status).toBe(403)
    expect(at(refused, 'error.message')).toBe('Failed to decrypt conversation id')
  })

  it.each([
    ['just under 100 KB in UTF-16 is taken', 50_000, 201],
    ['over 100 KB is too big', 52_000, 413],
  ])('%s (format-your-bot-messages)', async (_rule, letters, status) => {
    const chat = at(await openChat(personId(9)), 'id')
    const activity = { type: 'message', text: 'x'.repeat(letters) }
    expect((await asBot('POST', `/v3/conversations/${chat}/activities`, activity)).status).toBe(status)
  })

  it('the eighth in one second is throttled and told when to come back (rate-limit.md)', async () => {
    const chat = at(await openChat(personId(8)), 'id')
    const answers = []
    for (let index = 0; index < 8; index++) {
      answers.push(
        await asBot('POST', `/v3/conversations/${chat}/activities`, { type: 'message', text: 'x' }),
      )
    }
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201, 201, 429])
    expect(Number(answers[7]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('in a new chat counts too: the eighth conversation in one second is throttled (rate-limit.md)', async () => {
    const answers = []
    for (let index = 0; index < 8; index++) answers.push(await openChat(personId(12)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201, 201, 429])
  })
})

describe('tokens', () => {
  it('the Connector takes the bot’s own and no other', async () => {
    const graphToken = await tenant.appToken('client')
    const other = await tenant.appToken('provisioner', 'https://api.botframework.com/.default')
    for (const token of ['', 'nonsense', graphToken, other]) {
      expect((await asBot('POST', '/v3/conversations', {}, token)).status).toBe(401)
    }
  })

  it('what Teams sends carries one for this bot and this service address', async () => {
    await tenant.call('POST', `/local-tenant/chat/${daniel}/message`, { body: { text: 'hello' } })
    expect(decodeJwt(bot.tokens.at(-1) ?? '')).toMatchObject({
      aud: tenant.environment.FT_CLIENT_ID,
      iss: 'https://api.botframework.com',
      serviceurl: `${tenant.origin}/connector`,
    })
  })

  it('the bot refuses what has none', async () => {
    const response = await fetch(`http://localhost:${servicePort}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'hello', serviceUrl: `${tenant.origin}/connector` }),
    })
    expect(response.status).toBe(401)
  })
})

describe('a person', () => {
  it('writes to the bot and reads its answer', async () => {
    const sent = await tenant.call('POST', `/local-tenant/chat/${daniel}/message`, {
      body: { text: 'What is due?' },
    })
    expect(sent.status).toBe(202)
    expect((await messagesOf()).slice(-2).map(({ text }) => text)).toEqual([
      'What is due?',
      'You said What is due?',
    ])
    expect(bot.heard.at(-1)).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      from: { aadObjectId: daniel, name: 'Daniel Okafor' },
      conversation: { conversationType: 'personal' },
    })
  })

  const press = async (note: string) => {
    const chat = at(await openChat(), 'id')
    const sent = await asBot('POST', `/v3/conversations/${chat}/activities`, cardMessage('Due'))
    return tenant.call('POST', `/local-tenant/chat/${daniel}/action`, {
      body: {
        activityId: at(sent, 'id'),
        type: 'Action.Execute',
        verb: 'save',
        data: { action: 'save', note },
        trigger: 'manual',
      },
    })
  }

  it('presses a card’s button and gets the next card', async () => {
    const answer = await press('All done')
    expect(answer.body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { body: [{ text: 'Saved: All done' }, {}] },
    })
    expect(bot.heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        trigger: 'manual',
        action: { type: 'Action.Execute', verb: 'save', data: { note: 'All done' } },
      },
    })
  })

  it('is told in words when the bot refuses', async () => {
    expect((await press('refuse')).body).toMatchObject({
      statusCode: 400,
      value: { message: 'That date has passed.' },
    })
  })

  it('has unread messages until the chat is read', async () => {
    const chat = at(await openChat(personId(6)), 'id')
    await asBot('POST', `/v3/conversations/${chat}/activities`, { type: 'message', text: 'New' })
    const unread = async () => at(await tenant.call('GET', '/local-tenant/pulse/priya.nair'), 'unread.chat')
    expect(await unread()).toBe(1)
    await tenant.call('POST', `/local-tenant/chat/${personId(6)}/read`)
    expect(await unread()).toBe(0)
  })
})

describe('reading a chat over Graph', () => {
  it('gives the newest message first, with a mark where a card is', async () => {
    const graph = await tenant.asApp()
    const conversation = at(await openChat(personId(10)), 'id')
    await asBot('POST', `/v3/conversations/${conversation}/activities`, { type: 'message', text: 'First' })
    const sent = await asBot('POST', `/v3/conversations/${conversation}/activities`, cardMessage('Due'))
    const [install] = rowsOf(await graph('GET', `/users/${personId(10)}/teamwork/installedApps`))
    const chat = await graph('GET', `/users/${personId(10)}/teamwork/installedApps/${install?.id}/chat`)
    const [newest] = rowsOf(await graph('GET', `/chats/${at(chat, 'id')}/messages?$top=1`))
    expect(newest).toMatchObject({
      id: at(sent, 'id'),
      from: { application: { id: tenant.environment.FT_CLIENT_ID } },
      body: { content: expect.stringContaining('<attachment id=') },
    })
  })

  it('shows the last message’s preview when chats are listed, and not when one is read', async () => {
    const graph = await tenant.asApp()
    const expand = '$expand=lastMessagePreview'
    const [chat] = rowsOf(await graph('GET', `/users/${daniel}/chats?${expand}`))
    expect(chat?.lastMessagePreview).toMatchObject({ messageType: 'message' })
    expect((await graph('GET', `/chats/${chat?.id}?${expand}`)).status).toBe(400)
  })
})

describe('without the bot', () => {
  it('what was said stays in the chat, and a sentence says that nobody answered', async () => {
    bot.close()
    const sent = await tenant.call('POST', `/local-tenant/chat/${daniel}/message`, {
      body: { text: 'Still there?' },
    })
    expect(sent.status).toBe(504)
    expect(at(sent, 'error.message')).toContain('could not be reached')
    expect((await messagesOf()).at(-1)?.text).toBe('Still there?')
  })
})
