import type { DatabaseSync } from 'node:sqlite'
import type { Person } from '../directory.ts'
import type { Tenant } from '../tenant.ts'
import { type ChatStore, openChatStore } from './chatStore.ts'
import { type InstallStore, openInstallStore } from './installStore.ts'

/** One notification of the activity feed, as it was sent. */
export interface FeedEntry {
  readonly personId: string
  readonly at: string
  readonly notification: Readonly<Record<string, unknown>>
}

/** So many of one kind of call to one chat in so many seconds. */
export interface RateLimit {
  readonly count: number
  readonly seconds: number
}

/** What Teams' part of Graph counts. */
export interface GraphLimits {
  readonly notifications: readonly RateLimit[]
  readonly installations: readonly RateLimit[]
}

/** The Teams side of the tenant: who has the app, and what has been said. */
export interface Teams {
  readonly installs: InstallStore
  readonly chats: ChatStore
  readonly feed: FeedEntry[]
  /** Ids of people who blocked the bot: the app is installed, and it may not write to them. */
  readonly blocked: Set<string>
  /** Ids of people whom a policy of the organisation keeps from having the app. */
  readonly barred: Set<string>
  /** Limits of the Connector per chat; a test may put others in place. */
  limits: readonly RateLimit[]
  /** Limits of Graph for an application; a test may put others in place. */
  graphLimits: GraphLimits
  /** The tenant's time as an ISO instant. */
  readonly now: () => string
}

/** Calls of an application in a tenant. https://learn.microsoft.com/graph/throttling-limits#microsoft-teams-service-limits */
const documentedGraphLimits: GraphLimits = {
  notifications: [{ count: 5, seconds: 1 }],
  installations: [{ count: 30, seconds: 1 }],
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const documentedLimits: readonly RateLimit[] = [
  { count: 7, seconds: 1 },
  { count: 8, seconds: 2 },
  { count: 60, seconds: 30 },
  { count: 1800, seconds: 3600 },
]

// By the database: the https listener's tenant is a copy with another origin.
const opened = new WeakMap<DatabaseSync, Teams>()

/** The one Teams of this tenant. */
export function teamsOf(tenant: Tenant): Teams {
  const known = opened.get(tenant.db)
  if (known) return known
  const teams: Teams = {
    installs: openInstallStore(tenant.db),
    chats: openChatStore(tenant.db),
    feed: [],
    blocked: new Set(),
    barred: new Set(),
    limits: documentedLimits,
    graphLimits: documentedGraphLimits,
    now: () => tenant.clock.now().toISOString(),
  }
  opened.set(tenant.db, teams)
  return teams
}

/** How a person is called in a chat: Teams gives every bot its own id for them. */
export const memberId = (person: Person): string => `29:1${person.id.replaceAll('-', '')}`
