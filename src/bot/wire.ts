import { appSignIn, graphScope } from '../graph/appSignIn.ts'
import { newestMessage } from '../graph/chats.ts'
import { createGraphClient } from '../graph/client.ts'
import { remoteClock, systemClock } from '../graph/clock.ts'
import { type ProductSettings, readEnvironment } from '../graph/environment.ts'
import { findInstallation } from '../graph/installs.ts'
import { postStore } from '../graph/lists/posts.ts'
import { recommendationStore } from '../graph/lists/recommendations.ts'
import { ledgerStore } from '../graph/lists/reminderLedger.ts'
import { reportStore } from '../graph/lists/reports.ts'
import { openSite } from '../graph/site.ts'
import type { Clock, LedgerStore, PostStore, RecommendationStore, ReportStore } from '../usecases/ports.ts'
import type { LastMessage } from './arrival.ts'

export interface Stores {
  readonly recommendations: RecommendationStore
  readonly posts: PostStore
  readonly reports: ReportStore
  readonly ledger: LedgerStore
}

/** All of Microsoft 365 that the service works with. */
export interface Wiring {
  readonly settings: ProductSettings
  readonly clock: Clock
  /** A token of the application itself for a scope. */
  signIn(scope: string): Promise<string>
  /** The lists; opened when first asked for, so that the service starts even while SharePoint is away. */
  stores(): Promise<Stores>
  newestMessage(objectId: string): Promise<LastMessage | null>
  isInstalled(objectId: string): Promise<boolean>
}

/** Puts the adapters together. Throws an Error with a sentence when settings are missing. */
export function wire(): Wiring {
  const settings = readEnvironment()
  const signIn = appSignIn(settings)
  const client = createGraphClient({ origin: settings.graphOrigin, accessToken: () => signIn(graphScope) })
  const app = { externalId: settings.teamsAppId, botId: settings.clientId }
  const open = async (): Promise<Stores> => {
    const site = await openSite(client, settings.site)
    return {
      recommendations: recommendationStore(site),
      posts: postStore(site),
      reports: reportStore(site),
      ledger: ledgerStore(site),
    }
  }
  let opening: Promise<Stores> | null = null
  return {
    settings,
    clock: settings.clockUrl === null ? systemClock() : remoteClock(settings.clockUrl),
    signIn,
    stores() {
      opening ??= open().catch((thrown: unknown) => {
        opening = null
        throw thrown
      })
      return opening
    },
    newestMessage: (objectId) => newestMessage(client, objectId, app),
    isInstalled: async (objectId) => (await findInstallation(client, objectId, settings.teamsAppId)) !== null,
  }
}
