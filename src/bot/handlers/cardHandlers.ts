import type { AdaptiveCardActionResponse } from '@microsoft/teams.api'
import type { App } from '@microsoft/teams.apps'
import { failureFacts } from '../log.ts'
import { cardMessage } from '../messenger.ts'
import { answerPress, type PressDeps, type PressReply } from './answerPress.ts'
import { signedIn } from './signedIn.ts'

/**
 * Answers presses of our cards. The answer changes the card only where it was pressed and only until the chat is
 * opened again, so the message in the chat is replaced as well.
 */
export function registerCardHandlers(app: App, deps: PressDeps & { readonly tenantId: string }): void {
  // Every press and not only ours: the SDK answers one that nobody takes with 200 and nothing, which tells nobody.
  app.on('card.action', async ({ activity, api }) => {
    const { replyToId: card, conversation } = activity
    const person = signedIn(activity, deps.tenantId)
    const reply = await answerPress(deps, person, dataOf(activity.value), card ?? null)
    if (reply.kind === 'card' && reply.settled && card)
      api.conversations
        .updateActivity(conversation.id, card, replacement(reply))
        .catch((thrown: unknown) =>
          deps.log.warn(failureFacts(thrown), 'the card in the chat is the old one'),
        )
    return toInvokeBody(reply)
  })
}

/** The data of a press; undefined when it carries none, whatever the SDK's types promise. */
function dataOf(value: unknown): unknown {
  const action = typeof value === 'object' && value !== null && 'action' in value ? value.action : null
  return typeof action === 'object' && action !== null && 'data' in action ? action.data : undefined
}

/** Answers the press that a client without Action.Execute sends as a message, by replacing the card. */
export async function answerSubmit(
  deps: PressDeps & { readonly tenantId: string },
  activity: Parameters<typeof signedIn>[0] & { readonly value?: unknown; readonly replyToId?: string },
): Promise<PressReply> {
  return answerPress(deps, signedIn(activity, deps.tenantId), activity.value, activity.replyToId ?? null)
}

/** The refreshed card as a message that takes the old one's place. */
export const replacement = (reply: Extract<PressReply, { kind: 'card' }>) =>
  cardMessage(reply.card, 'Follow-Through')

function toInvokeBody(reply: PressReply): AdaptiveCardActionResponse {
  if (reply.kind === 'card') {
    const value = JSON.parse(JSON.stringify(reply.card))
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value }
  }
  if (reply.kind === 'words')
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.sentence }
  const code = reply.status === 400 ? 'BadRequest' : 'InternalServerError'
  return {
    statusCode: reply.status,
    type: 'application/vnd.microsoft.error',
    value: {
      code,
      message: reply.sentence,
      innerHttpError: { statusCode: reply.status, body: null },
    },
  }
}
