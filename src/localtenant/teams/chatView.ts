import type { Request, Response, Router } from 'express'
import { findPerson, type Person } from '../directory.ts'
import { badRequest, GraphError, notFound } from '../graphErrors.ts'
import type { Tenant } from '../tenant.ts'
import { type BotAnswer, sendToBot } from './botClient.ts'
import type { Conversation, StoredActivity } from './chatStore.ts'
import { memberId, teamsOf } from './teamsState.ts'

interface Attachment {
  readonly contentType?: string
  readonly content?: unknown
}

function shown(stored: StoredActivity): Record<string, unknown> {
  const { text, textFormat, attachments } = stored.activity
  const list: Attachment[] = Array.isArray(attachments) ? attachments : []
  return {
    id: stored.id,
    from: stored.from,
    text,
    textFormat,
    attachments: list.map(({ contentType = '', content }, index) => ({
      id: `${stored.id}-${index}`,
      contentType,
      content,
    })),
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
  }
}

function personOf(req: Request): Person {
  const person = findPerson(String(req.params.person))
  if (!person) throw notFound('There is no such person in the tenant.')
  return person
}

/** What the host page's chat shows and sends. */
export function chatViewRoutes(router: Router, tenant: Tenant): void {
  const teams = teamsOf(tenant)
  router.get('/chat/:person', (req, res) => {
    const person = personOf(req)
    const conversation = teams.chats.ofPerson(person.id)
    res.json({
      installed: teams.installs.ofPerson(person.id) !== undefined,
      memberId: memberId(person),
      messages: conversation ? teams.chats.activities(conversation).map(shown) : [],
    })
  })
  router.post('/chat/:person/read', (req, res) => {
    const conversation = teams.chats.ofPerson(personOf(req).id)
    if (conversation) teams.chats.read(conversation, teams.now())
    res.status(204).end()
  })
  router.post('/chat/:person/message', async (req, res) => {
    const text = String(req.body?.text ?? '').trim()
    if (text === '') throw badRequest('There is nothing to send.')
    const conversation = writable(tenant, req)
    const said = teams.chats.add(
      conversation,
      'person',
      { type: 'message', text, textFormat: 'plain' },
      teams.now(),
    )
    const answer = await sendToBot(tenant, conversation, {
      type: 'message',
      id: said.id,
      text,
      textFormat: 'plain',
    })
    refuseUnlessTaken(answer)
    res.status(202).json({ id: said.id })
  })
  router.post('/chat/:person/action', async (req, res) => {
    await act(tenant, writable(tenant, req), req, res)
  })
  router.get('/activity/:person', (req, res) => {
    const { id } = personOf(req)
    res.json({ value: teams.feed.filter(({ personId }) => personId === id) })
  })
}

function writable(tenant: Tenant, req: Request): Conversation {
  const person = personOf(req)
  const teams = teamsOf(tenant)
  if (!teams.installs.ofPerson(person.id)) {
    throw new GraphError(
      403,
      'forbidden',
      'Follow-Through is not installed for this person, so there is no chat with it.',
    )
  }
  return teams.chats.open(person.id)
}

function refuseUnlessTaken(answer: BotAnswer): void {
  if (answer.kind === 'silent') throw new GraphError(504, 'botUnreachable', answer.reason)
  if (answer.status >= 400) {
    throw new GraphError(502, 'botRefused', `Follow-Through refused the message (${answer.status}).`)
  }
}

/** A pressed button: `Action.Execute` asks the bot for the next card, `Action.Submit` is a message with a value. */
async function act(tenant: Tenant, conversation: Conversation, req: Request, res: Response): Promise<void> {
  const { activityId, type, verb, id, data, trigger } = req.body ?? {}
  const stored = teamsOf(tenant).chats.activity(conversation, String(activityId))
  if (!stored) throw notFound('The message of this card is no longer in the chat.')
  if (type === 'Action.Submit') {
    refuseUnlessTaken(
      await sendToBot(tenant, conversation, { type: 'message', value: data, replyToId: stored.id }),
    )
    res.json({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Sent.' })
    return
  }
  const answer = await sendToBot(tenant, conversation, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: stored.id,
    value: {
      action: { type: 'Action.Execute', id, verb, data: data ?? {} },
      trigger: trigger === 'automatic' ? 'automatic' : 'manual',
    },
  })
  res.json(cardAnswer(answer))
}

const trouble = (statusCode: number, message: string) => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code: String(statusCode), message },
})

/** The bot's answer to an invoke if it is one of a universal action, else the trouble in words. */
function cardAnswer(answer: BotAnswer): unknown {
  if (answer.kind === 'silent') return trouble(504, answer.reason)
  const body = answer.body as { statusCode?: unknown; type?: unknown } | string | undefined
  if (typeof body === 'object' && typeof body.statusCode === 'number' && typeof body.type === 'string')
    return body
  return trouble(
    answer.status >= 400 ? answer.status : 502,
    `Something went wrong: Follow-Through answered ${answer.status} without a card. What you typed is still here: please try again.`,
  )
}
