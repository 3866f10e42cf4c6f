import { type Needed, requirePermission } from '../access.ts'
import { findPerson } from '../directory.ts'
import { accessDenied, notFound } from '../graphErrors.ts'
import { CLIENT_ID } from '../settings.ts'
import type { TenantPart } from '../tenant.ts'
import type { StoredActivity } from './chatStore.ts'
import { chatIdOf } from './installs.ts'
import { teamsOf } from './teamsState.ts'

const canRead: Needed = {
  delegated: ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'],
  application: ['Chat.ReadBasic.All', 'Chat.Read.All', 'Chat.ReadWrite.All'],
}

/** The chat of a person with the bot, with its newest message on request. https://learn.microsoft.com/graph/api/chat-get */
export const chatsPart: TenantPart = (router, tenant) => {
  const { chats } = teamsOf(tenant)
  router.get('/chats/:chat', (req, res) => {
    const caller = requirePermission(res, canRead, () =>
      accessDenied('Missing role permissions on the request.', 'Forbidden'),
    )
    const id = String(req.params.chat)
    const person = findPerson(/^19:([0-9a-f-]{36})_/.exec(id)?.[1] ?? '')
    const conversation = person && chatIdOf(person) === id ? chats.ofPerson(person.id) : undefined
    if (!person || !conversation) throw notFound('NotFound', 'NotFound')
    if (caller.kind === 'delegated' && caller.userId !== person.id)
      throw accessDenied('Forbidden', 'Forbidden')
    const expanded = String(req.query.$expand ?? '')
      .split(',')
      .includes('lastMessagePreview')
    const newest = chats.activities(conversation).at(-1)
    res.json({
      id,
      chatType: 'oneOnOne',
      topic: null,
      ...(expanded ? { lastMessagePreview: newest ? preview(newest, person) : null } : {}),
    })
  })
}

/** A chatMessageInfo: a card shows in it as a placeholder only. */
function preview(
  { id, from, createdAt, activity }: StoredActivity,
  person: { id: string; displayName: string },
): Record<string, unknown> {
  const cards = Array.isArray(activity.attachments) ? activity.attachments : []
  const placeholders = cards.map((_card, index) => `<attachment id="${id}-${index}"></attachment>`).join('')
  const text = typeof activity.text === 'string' ? activity.text : ''
  const application = { id: CLIENT_ID, displayName: 'Follow-Through', applicationIdentityType: 'bot' }
  const user = { id: person.id, displayName: person.displayName, userIdentityType: 'aadUser' }
  return {
    id,
    createdDateTime: createdAt,
    isDeleted: false,
    messageType: 'message',
    eventDetail: null,
    body:
      cards.length > 0
        ? { contentType: 'html', content: text + placeholders }
        : { contentType: 'text', content: text },
    from: from === 'bot' ? { application, user: null } : { application: null, user },
  }
}
