import type { Event as CalendarEvent, Message as MailMessage } from '@microsoft/microsoft-graph-types'

/** A person with an account in the tenant. */
export interface Person {
  readonly id: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly jobTitle?: string
  /** Why this person is offered first on the sign-in page, in words. */
  readonly offeredAs?: string
}

/** A mailbox that can be opened: people, the service, rooms, and addresses outside the tenant. */
export interface Mailbox {
  readonly address: string
  readonly name: string
  readonly kind: 'person' | 'service' | 'room' | 'outside'
}

export interface TenantSettings {
  readonly tenantId: string
  readonly tenantName: string
  readonly clientId: string
  readonly teamsAppId: string
  readonly appName: string
  readonly tabUrl: string
  readonly tabOrigin: string
}

/** One thing to show in a chat, as the Bot Connector stored it. */
export interface ChatMessage {
  readonly id: string
  readonly from: 'bot' | 'person'
  readonly text?: string
  readonly textFormat?: string
  readonly attachments: readonly {
    readonly id: string
    readonly contentType: string
    readonly content: unknown
  }[]
  readonly createdAt: string
  readonly updatedAt?: string
}

export interface Chat {
  readonly installed: boolean
  /** The chat's member id (`29:…`) of the person. */
  readonly memberId: string
  readonly messages: readonly ChatMessage[]
}

/** What the bot answered to a card's action: the value of a universal action's invoke response. */
export interface ActionAnswer {
  readonly statusCode: number
  readonly type: string
  readonly value: unknown
}

export interface Unread {
  readonly chat: number
  readonly calendar: number
  readonly mail: number
}

/** A cheap answer asked for often: whether anything has changed, the tenant's time, and what is unread. */
export interface Pulse {
  readonly revision: string
  readonly now: string
  readonly unread: Unread
}

export type { CalendarEvent, MailMessage }

const base = '/local-tenant'

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(base + path, {
    method,
    headers: body === undefined ? undefined : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  const parsed = text ? JSON.parse(text) : undefined
  if (!response.ok) {
    throw new Error(
      parsed?.error?.message ?? `The local tenant answered ${response.status}. Nothing was changed.`,
    )
  }
  return parsed
}

const part = encodeURIComponent

/** What the page asks of the local tenant's own routes; every failure is an Error with a sentence. */
export const tenantApi = {
  settings: () => call<TenantSettings>('GET', '/settings'),
  roster: () => call<{ people: Person[]; mailboxes: Mailbox[] }>('GET', '/mailboxes'),
  pulse: (address: string) => call<Pulse>('GET', `/pulse/${part(address)}`),
  moveClock: (now: string) => call<{ now: string }>('POST', '/clock', { now }),
  token: (oid: string, clientId: string, scope: string) =>
    call<{ access_token: string; id_token: string; expires_in: number; scope?: string }>('POST', '/token', {
      oid,
      clientId,
      scope,
    }),
  chat: (oid: string) => call<Chat>('GET', `/chat/${part(oid)}`),
  readChat: (oid: string) => call<void>('POST', `/chat/${part(oid)}/read`),
  say: (oid: string, text: string) => call<void>('POST', `/chat/${part(oid)}/message`, { text }),
  act: (oid: string, action: CardAction) => call<ActionAnswer>('POST', `/chat/${part(oid)}/action`, action),
  calendar: (address: string) => call<{ value: CalendarEvent[] }>('GET', `/calendar/${part(address)}`),
  respond: (address: string, eventId: string, response: Answer, comment: string) =>
    call<void>('POST', `/calendar/${part(address)}/${part(eventId)}/respond`, { response, comment }),
  mail: (address: string) => call<{ value: MailMessage[] }>('GET', `/mail/${part(address)}`),
  readMail: (address: string, id: string) => call<void>('POST', `/mail/${part(address)}/${part(id)}/read`),
}

/** The three answers to an invitation. */
export type Answer = 'accept' | 'tentativelyAccept' | 'decline'

/** A press of a card's button, with what was typed into the card. */
export interface CardAction {
  readonly activityId: string
  readonly type: 'Action.Execute' | 'Action.Submit'
  readonly verb?: string
  readonly id?: string
  readonly data: unknown
  readonly trigger: 'manual' | 'automatic'
}
