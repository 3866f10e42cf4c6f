import type { Instant } from '../domain/calendarDays.ts'
import type { ArrivedCard, Delivery } from '../usecases/ports.ts'
import { hasArrived, type LastMessage } from './arrival.ts'
import { decideSend, sendPolicy } from './sendDecision.ts'

/** A request to the Bot Connector that did not end well; no body and no token. */
export class ConnectorFailure extends Error {
  readonly status: number | null
  readonly retryAfter: number | null

  constructor(status: number | null, retryAfter: number | null) {
    super(status === null ? 'The Bot Connector did not answer.' : `The Bot Connector answered ${status}.`)
    this.name = 'ConnectorFailure'
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** One person's chat with the bot. */
export interface ChatLine {
  /** Opens the conversation; the same one every time. Throws {@link ConnectorFailure}. */
  open(): Promise<string>
  /** Sends the card once and answers with its id. Throws {@link ConnectorFailure}. */
  send(conversation: string): Promise<string>
  /** The newest message; null in an empty chat. Throws when it cannot be read. */
  lastMessage(): Promise<LastMessage | null>
  /** Cards of ours that went there before. */
  readonly others: readonly ArrivedCard[]
}

export interface DeliveryDeps {
  now(): Promise<Instant>
  wait(milliseconds: number): Promise<void>
  /** A number from 0 up to 1. */
  random(): number
}

/** Sends one card, at least once where that can be known and never twice. It does not throw for Teams' sake. */
export async function deliverCard(deps: DeliveryDeps, chat: ChatLine): Promise<Delivery> {
  const opened = await openConversation(deps, chat)
  if (typeof opened !== 'string') return opened
  const began = await deps.now()
  for (let made = 1; ; made += 1) {
    try {
      return { state: 'sent', conversation: opened, activity: await chat.send(opened) }
    } catch (thrown) {
      const decision = decideSend({ ...factsOf(thrown), made, random: deps.random() })
      if (decision.next === 'give-up') return { state: decision.state, note: decision.note }
      await deps.wait(decision.wait)
      if (decision.next === 'retry') continue
      const settled = await settle(chat, opened, began, made)
      if (settled) return settled
    }
  }
}

/** After a lost answer: is the card there? Null means that it is certainly not, and that we may try again. */
async function settle(
  chat: ChatLine,
  conversation: string,
  began: Instant,
  made: number,
): Promise<Delivery | null> {
  const last = await chat.lastMessage().catch(() => undefined)
  const arrived = last === undefined ? null : hasArrived(last, began, chat.others)
  if (arrived) return { state: 'sent', conversation, activity: last?.id ?? '' }
  if (arrived === null)
    return {
      state: 'unconfirmed',
      note: 'The answer from Teams was lost, and the chat does not tell whether the card arrived. The next run looks again.',
    }
  if (made < sendPolicy.attempts) return null
  return {
    state: 'failed',
    note: 'Teams did not take the card in several attempts. The next run tries again.',
  }
}

/** Opening twice gives the same conversation, so every passing failure is simply tried again. */
async function openConversation(deps: DeliveryDeps, chat: ChatLine): Promise<string | Delivery> {
  for (let made = 1; ; made += 1) {
    try {
      return await chat.open()
    } catch (thrown) {
      const decision = decideSend({ ...factsOf(thrown), made, random: deps.random() })
      if (decision.next === 'give-up') return { state: decision.state, note: decision.note }
      if (made >= sendPolicy.attempts)
        return {
          state: 'failed',
          note: 'Teams did not open the chat in several attempts. The next run tries again.',
        }
      await deps.wait(decision.wait)
    }
  }
}

function factsOf(thrown: unknown): { readonly status: number | null; readonly retryAfter: number | null } {
  if (thrown instanceof ConnectorFailure) return { status: thrown.status, retryAfter: thrown.retryAfter }
  throw thrown
}
