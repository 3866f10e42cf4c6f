import type { App } from '@microsoft/teams.apps'
import type { IsoDate } from '../domain/calendarDays.ts'
import { isM365Error } from '../domain/m365Error.ts'
import type { Post } from '../domain/post.ts'
import type { ReminderWording } from '../domain/reminderWording.ts'
import { mostCardRows } from '../usecases/cardEntries.ts'
import { type CardRow, cardRowOfLine } from '../usecases/cardRows.ts'
import type { Addressee, ArrivedCard, Clock, DeadlineLine, Delivery, Messenger } from '../usecases/ports.ts'
import { hasArrived, type LastMessage } from './arrival.ts'
import type { AdaptiveCard } from './cards/adaptiveCard.ts'
import { deadlineCard } from './cards/deadlineCard.ts'
import { tabLink } from './cards/links.ts'
import { mailText } from './cards/mailText.ts'
import { notificationText } from './cards/notification.ts'
import type { CardWords } from './cards/wordsAround.ts'
import { ConnectorFailure, deliverCard } from './deliverCard.ts'
import { reachPerson, type Ways } from './reachPerson.ts'
import { readRetryAfter } from './sendDecision.ts'

/** The ways to a person beside the chat. Each throws M365Error. */
export interface OtherWays {
  install(objectId: string): Promise<'installed' | 'already'>
  notify(objectId: string, line: { readonly text: string; readonly link: string }): Promise<void>
  /** Null where no mailbox is set. */
  readonly mail:
    | ((mail: {
        readonly to: { readonly name: string; readonly address: string }
        readonly subject: string
        readonly text: string
        /** False leaves no copy with the sender. */
        readonly keep?: boolean
      }) => Promise<void>)
    | null
}

export interface MessengerDeps {
  readonly app: Pick<App, 'api' | 'send'>
  readonly clientId: string
  readonly tenantId: string
  readonly teamsAppId: string
  readonly clock: Pick<Clock, 'now'>
  /** The newest message of a person's chat with the bot. Throws when it cannot be read. */
  lastMessage(objectId: string): Promise<LastMessage | null>
  /** Whether the app is installed for a person. Throws when it cannot be known. */
  isInstalled(objectId: string): Promise<boolean>
  readonly other: OtherWays
  /** Who holds which post: what a person may answer on a card depends on it. Throws M365Error. */
  posts(): Promise<readonly Post[]>
  /** The force's own sentences on cards and mails. */
  wording(): Promise<ReminderWording>
  wait(milliseconds: number): Promise<void>
}

/** Sends through Microsoft's Teams SDK. What the connector answered becomes a state and a sentence. */
export function teamsMessenger(deps: MessengerDeps): Messenger {
  const sentHere = new Map<string, ArrivedCard>()
  return {
    async sendDeadlines(person, lines, today, accountedFor = [], leaving) {
      const told = await toldOf(deps, person, lines, today)
      if ('state' in told) return told
      const earlier = sentHere.get(person.objectId)
      const others = earlier ? [...accountedFor, earlier] : accountedFor
      const delivery = await reachPerson({
        chat: () => sendInChat(deps, person.objectId, told, others),
        ...otherWays(deps, person, told),
        leaving: leaving ?? null,
        wait: deps.wait,
      })
      if (delivery.state === 'sent' && delivery.activity !== '')
        sentHere.set(person.objectId, { activity: delivery.activity, sentAt: await deps.clock.now() })
      return delivery
    },
    async arrivedSince(objectId, moment, others = []) {
      const last = await deps.lastMessage(objectId).catch(unreadFor)
      if (last === 'unread' || last === 'never') return last === 'unread' ? 'unread' : null
      const arrived = hasArrived(last, moment, others)
      if (!arrived || last === null) return arrived === false ? false : null
      return { activity: last.id, sentAt: last.at }
    },
    isInstalled: (objectId) => deps.isInstalled(objectId).catch(() => null),
  }
}

/** A chat that we may not read, or that is not there, will not be read later either. */
function unreadFor(thrown: unknown): 'unread' | 'never' {
  return isM365Error(thrown, 'forbidden') || isM365Error(thrown, 'missing') ? 'never' : 'unread'
}

/** What is to be told, as lines and as rows of a card. */
interface Told {
  readonly rows: readonly CardRow[]
  readonly lines: readonly DeadlineLine[]
  readonly words: CardWords
}

/** The lines as they look to the person; a failure where it cannot be known what they may answer. */
async function toldOf(
  deps: MessengerDeps,
  person: Addressee,
  lines: readonly DeadlineLine[],
  today: IsoDate,
): Promise<Told | Delivery> {
  try {
    const context = { person, posts: await deps.posts(), today }
    const rows = lines.map((line) => cardRowOfLine(line, context))
    return { rows, lines, words: { wording: await deps.wording(), name: person.name, today } }
  } catch (thrown) {
    if (!isM365Error(thrown)) throw thrown
    return {
      state: 'failed',
      note: `The card could not be made. Nothing was sent; the next run tries again. ${thrown.message}`,
    }
  }
}

function sendInChat(
  deps: MessengerDeps,
  objectId: string,
  { rows, lines, words }: Told,
  others: readonly ArrivedCard[],
): Promise<Delivery> {
  const activity = cardMessage(cardOf(rows, deps.teamsAppId, words), notificationText(lines))
  return deliverCard(
    { now: () => deps.clock.now(), wait: deps.wait, random: Math.random },
    {
      open: () => asConnector(() => openChat(deps, objectId)),
      send: (conversation) => asConnector(async () => (await deps.app.send(conversation, activity)).id),
      lastMessage: () => deps.lastMessage(objectId),
      others,
    },
  )
}

function otherWays(
  { other, teamsAppId }: MessengerDeps,
  { objectId, name, address = '' }: Addressee,
  { rows, lines, words }: Told,
): Pick<Ways, 'install' | 'notify' | 'mail'> {
  const { mail } = other
  const [only] = lines.length === 1 ? lines : []
  const link = tabLink(teamsAppId, only?.rowRef ? `recommendation/${only.rowRef}` : null)
  return {
    install: () => other.install(objectId),
    notify: () => other.notify(objectId, { text: notificationText(lines), link }),
    mail:
      mail === null || address === ''
        ? null
        : () => mail({ to: { name, address }, ...mailText(rows, teamsAppId, words) }),
  }
}

function cardOf(rows: readonly CardRow[], teamsAppId: string, words: CardWords): AdaptiveCard {
  const shown = rows.slice(0, mostCardRows)
  return deadlineCard({ rows: shown, more: rows.length - shown.length, words }, teamsAppId)
}

/** A message that is a card; `summary` is all that a notification shows. The SDK's input type leaves it out. */
export function cardMessage(card: AdaptiveCard, summary: string) {
  const content = JSON.parse(JSON.stringify(card))
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive' as const, content }]
  return { type: 'message' as const, summary, attachments }
}

/** The Entra id works as a member's id only where the app is installed; otherwise the connector answers 403. */
export async function openChat(
  deps: Pick<MessengerDeps, 'app' | 'clientId' | 'tenantId'>,
  objectId: string,
): Promise<string> {
  const opened = await deps.app.api.conversations.create({
    isGroup: false,
    bot: { id: deps.clientId },
    members: [{ id: objectId, name: '', role: 'user' }],
    tenantId: deps.tenantId,
    channelData: { tenant: { id: deps.tenantId } },
  })
  return opened.id
}

/** Runs a call of the SDK; its HTTP failures carry the token and the body, so only status and wait are kept. */
export async function asConnector<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (thrown) {
    throw toConnectorFailure(thrown)
  }
}

/** Anything but an HTTP answer (no network, no token) leaves open what happened. */
function toConnectorFailure(thrown: unknown): ConnectorFailure {
  const response = member(thrown, 'response')
  const status = member(response, 'status')
  const wait = readRetryAfter(member(member(response, 'headers'), 'retry-after'), Date.now())
  return new ConnectorFailure(typeof status === 'number' ? status : null, wait)
}

function member(thing: unknown, name: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, name) : undefined
}
