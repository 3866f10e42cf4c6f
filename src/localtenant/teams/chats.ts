import type { Request, Response } from 'express'
import { type Caller, type Needed, requirePermission } from '../access.ts'
import { findPerson, type Person } from '../directory.ts'
import { accessDenied, badRequest, GraphError, notFound } from '../graphErrors.ts'
import { CLIENT_ID, TENANT_ID } from '../settings.ts'
import type { TenantPart } from '../tenant.ts'
import { type Conversation, chatIdOf, type StoredActivity } from './chatStore.ts'
import { type Teams, teamsOf } from './teamsState.ts'

const whereInstalled = ['Chat.ReadBasic.WhereInstalled', 'Chat.Read.WhereInstalled']
const canReadChats: Needed = {
  delegated: ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'],
  application: ['Chat.ReadBasic.All', 'Chat.Read.All', 'Chat.ReadWrite.All', ...whereInstalled],
}
// The names are the service's own, from its 403: github.com/OfficeDev/Microsoft-Teams-Samples/issues/959
const canReadMessages: Needed = {
  delegated: ['Chat.Read', 'Chat.ReadWrite'],
  application: ['Chat.Read.All', 'Chat.ReadWrite.All', 'ChatMessage.Read.All', 'Chat.Read.WhereInstalled'],
}
const canPostMessages: Needed = {
  delegated: ['ChatMessage.Send', 'Chat.ReadWrite'],
  application: ['Teamwork.Migrate.All'],
}
const notImitatedHere = () =>
  new GraphError(501, 'notImplemented', 'The local tenant does not imitate chat messages sent over Graph.')
const denied = () => accessDenied('Missing role permissions on the request.', 'Forbidden')
const MOST_MESSAGES = 50

interface Found {
  readonly person: Person
  readonly conversation: Conversation
}

/** Reading the chat of a person and the bot. Graph cannot write in it for an application: only the bot can. */
export const chatsPart: TenantPart = (router, tenant) => {
  const teams = teamsOf(tenant)
  // https://learn.microsoft.com/graph/api/chat-get takes no $expand but that of the members.
  router.get('/chats/:chat', (req, res) => {
    const found = chatOf(teams, req, res, canReadChats)
    if (/lastMessagePreview/.test(String(req.query.$expand ?? ''))) {
      throw badRequest(
        "Query option '$expand' of 'lastMessagePreview' is supported only when chats are listed.",
        'BadRequest',
      )
    }
    res.json(chatView(found))
  })
  router.get('/chats/:chat/messages', (req, res) => {
    const found = chatOf(teams, req, res, canReadMessages)
    const top = Number(req.query.$top ?? 20)
    if (!Number.isInteger(top) || top < 1 || top > MOST_MESSAGES) {
      throw badRequest(`The limit of '${MOST_MESSAGES}' for Top query has been exceeded.`, 'BadRequest')
    }
    const newestFirst = teams.chats.activities(found.conversation).reverse()
    const value = newestFirst.slice(0, top).map((stored) => messageView(stored, found))
    res.json({ '@odata.count': value.length, value })
  })
  // An application may write only while migrating: https://learn.microsoft.com/graph/api/chatmessage-post
  router.post('/chats/:chat/messages', (req, res) => {
    chatOf(teams, req, res, canPostMessages)
    throw notImitatedHere()
  })
  router.get('/users/:user/chats', (req, res) => {
    const { kind, userId } = requirePermission(res, canReadChats, denied)
    const person = findPerson(String(req.params.user))
    if (!person) throw notFound(`User '${String(req.params.user)}' was not found.`, 'NotFound')
    if (kind === 'delegated' && userId !== person.id) throw denied()
    const conversation = teams.chats.ofPerson(person.id)
    const preview = /lastMessagePreview/.test(String(req.query.$expand ?? ''))
    res.json({ value: conversation ? [listed(teams, { person, conversation }, preview)] : [] })
  })
}

function chatOf(teams: Teams, req: Request, res: Response, needed: Needed): Found {
  const caller = requirePermission(res, needed, denied)
  const { kind, userId } = caller
  const id = String(req.params.chat)
  const person = findPerson(/^19:([0-9a-f-]{36})_/.exec(id)?.[1] ?? '')
  const conversation = person && teams.chats.ofPerson(person.id)
  if (!person || !conversation || chatIdOf(person) !== id)
    throw notFound('The chat was not found.', 'NotFound')
  if (kind === 'delegated' && userId !== person.id) throw denied()
  if (kind === 'application' && !readsAnyChat(caller, needed) && !teams.installs.ofPerson(person.id))
    throw denied()
  return { person, conversation }
}

/** Whether the caller may read chats that its Teams app is not in. */
const readsAnyChat = ({ permissions }: Caller, { application = [] }: Needed): boolean =>
  application.some((name) => permissions.has(name) && !whereInstalled.includes(name))

const chatView = ({ person }: Found): Record<string, unknown> => ({
  id: chatIdOf(person),
  topic: null,
  chatType: 'oneOnOne',
  tenantId: TENANT_ID,
})

function listed(teams: Teams, found: Found, preview: boolean): Record<string, unknown> {
  if (!preview) return chatView(found)
  const last = teams.chats.activities(found.conversation).at(-1)
  if (!last) return { ...chatView(found), lastMessagePreview: null }
  const { id, createdDateTime, body, from } = messageView(last, found)
  const lastMessagePreview = { id, createdDateTime, isDeleted: false, messageType: 'message', body, from }
  return { ...chatView(found), lastMessagePreview }
}

function messageView(stored: StoredActivity, { person }: Found): Record<string, unknown> {
  const { text, attachments } = stored.activity
  const cards: { contentType?: string; content?: unknown }[] = Array.isArray(attachments) ? attachments : []
  const named = cards.map(({ contentType, content }, index) => ({
    id: `${stored.id}${index}`,
    contentType,
    contentUrl: null,
    content: JSON.stringify(content),
    name: null,
  }))
  const marks = named.map(({ id }) => `<attachment id="${id}"></attachment>`).join('')
  const application = { id: CLIENT_ID, displayName: 'Follow-Through', applicationIdentityType: 'bot' }
  const user = { id: person.id, displayName: person.displayName, userIdentityType: 'aadUser' }
  return {
    id: stored.id,
    chatId: chatIdOf(person),
    messageType: 'message',
    createdDateTime: stored.createdAt,
    lastModifiedDateTime: stored.updatedAt ?? stored.createdAt,
    lastEditedDateTime: stored.updatedAt ?? null,
    deletedDateTime: null,
    from: stored.from === 'bot' ? { application, user: null } : { application: null, user },
    body: { contentType: 'html', content: `${typeof text === 'string' ? escapeHtml(text) : ''}${marks}` },
    attachments: named,
  }
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
