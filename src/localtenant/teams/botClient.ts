import { randomUUID } from 'node:crypto'
import { findPerson, type Person } from '../directory.ts'
import { CLIENT_ID, TENANT_ID } from '../settings.ts'
import type { Tenant } from '../tenant.ts'
import type { Conversation } from './chatStore.ts'
import { memberId, teamsOf } from './teamsState.ts'

/** What came of a call to the bot: its answer, or a sentence for the person why there is none. */
export type BotAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'silent'; readonly reason: string }

// Teams gives a bot about ten seconds for an invoke before it tells the person that something went wrong.
const PATIENCE_MS = 10_000
const FIVE_MINUTES = 300

const silent = (reason: string): BotAnswer => ({ kind: 'silent', reason })

/** The members that every activity from Teams to the bot has. */
function envelope(tenant: Tenant, conversation: Conversation, person: Person): Record<string, unknown> {
  const timestamp = teamsOf(tenant).now()
  return {
    id: randomUUID(),
    timestamp,
    localTimestamp: timestamp,
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    serviceUrl: `${tenant.settings.origin}/connector`,
    channelId: 'msteams',
    from: { id: memberId(person), name: person.displayName, aadObjectId: person.id },
    recipient: { id: `28:${CLIENT_ID}`, name: 'Follow-Through' },
    conversation: { conversationType: 'personal', tenantId: TENANT_ID, id: conversation.id },
    channelData: { tenant: { id: TENANT_ID } },
    entities: [
      { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' },
    ],
  }
}

/**
 * Sends one activity of a person's chat to the bot's endpoint, with a token it can check: signed by the tenant,
 * for this bot, and good for this service address. Never rejects.
 */
export async function sendToBot(
  tenant: Tenant,
  conversation: Conversation,
  activity: Readonly<Record<string, unknown>>,
): Promise<BotAnswer> {
  const person = findPerson(conversation.personId)
  if (!person) return silent('This person is no longer in the tenant.')
  const whole = { ...envelope(tenant, conversation, person), ...activity }
  const token = await tenant.keys.sign(
    { serviceurl: `${tenant.settings.origin}/connector` },
    { issuer: 'https://api.botframework.com', audience: CLIENT_ID, expiresIn: FIVE_MINUTES },
  )
  try {
    const response = await fetch(`${tenant.settings.serviceOrigin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(whole),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { kind: 'answered', status: response.status, body: parsed(await response.text()) }
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    return silent(
      late
        ? 'Follow-Through did not answer within ten seconds. What you typed is still here: please try again.'
        : `Follow-Through could not be reached at ${tenant.settings.serviceOrigin}. What you typed is still here: please try again.`,
    )
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
