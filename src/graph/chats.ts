import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import type { Instant } from '../domain/calendarDays.ts'
import { toM365Error } from './failures.ts'
import { findInstallation, installedApps } from './installs.ts'

/** The newest message of a person's chat with the bot; of its text we keep only whether it carries a card. */
export interface NewestMessage {
  readonly id: string
  readonly at: Instant
  readonly ours: boolean
  readonly hasCard: boolean
}

const chat = v.object({ id: v.string() })
const messages = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      createdDateTime: v.string(),
      body: v.nullish(v.object({ content: v.nullish(v.string()) })),
      from: v.nullish(v.object({ application: v.nullish(v.object({ id: v.nullish(v.string()) })) })),
    }),
  ),
})

/**
 * The newest message between a person and the bot, or null when there is none or no chat. A message with a card
 * shows as `<attachment id="…">` in its body (learn.microsoft.com/graph/api/resources/chatmessageattachment). The
 * messages of the one chat are asked for, since `lastMessagePreview` comes only with the list of all of a person's
 * chats (learn.microsoft.com/graph/api/resources/chat).
 * @param app the app's id in its manifest, and the id of its bot
 * @throws M365Error when Graph does not say
 */
export async function newestMessage(
  client: Client,
  objectId: string,
  app: { readonly externalId: string; readonly botId: string },
): Promise<NewestMessage | null> {
  const installation = await findInstallation(client, objectId, app.externalId)
  if (installation === null) return null
  try {
    const place = `${installedApps(objectId)}/${encodeURIComponent(installation)}/chat`
    const { id } = v.parse(chat, await client.api(place).get())
    const answer: unknown = await client
      .api(`/chats/${encodeURIComponent(id)}/messages`)
      .top(1)
      .get()
    return readMessage(v.parse(messages, answer).value[0] ?? null, app.botId)
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}

type Message = v.InferOutput<typeof messages>['value'][number]

function readMessage(message: Message | null, botId: string): NewestMessage | null {
  if (message === null) return null
  return {
    id: message.id,
    at: new Date(message.createdDateTime).toISOString(),
    ours: message.from?.application?.id === botId,
    hasCard: /<attachment\b/i.test(message.body?.content ?? ''),
  }
}
