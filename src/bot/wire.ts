import type { ReminderWording } from '../domain/reminderWording.ts'
import { notifyInFeed } from '../graph/activityFeed.ts'
import { appSignIn, graphScope } from '../graph/appSignIn.ts'
import { graphCalendar } from '../graph/calendar.ts'
import { newestMessage } from '../graph/chats.ts'
import { createGraphClient } from '../graph/client.ts'
import { remoteClock, systemClock } from '../graph/clock.ts'
import { type ProductSettings, readEnvironment } from '../graph/environment.ts'
import { findInCatalogue, findInstallation, installApp } from '../graph/installs.ts'
import { exerciseStore } from '../graph/lists/exercises.ts'
import { paperPartStore } from '../graph/lists/paperParts.ts'
import { postStore } from '../graph/lists/posts.ts'
import { recommendationStore } from '../graph/lists/recommendations.ts'
import { ledgerStore } from '../graph/lists/reminderLedger.ts'
import { reportStore } from '../graph/lists/reports.ts'
import { settingStore } from '../graph/lists/settings.ts'
import { sendMail } from '../graph/mail.ts'
import { openSite } from '../graph/site.ts'
import { trainingStores } from '../graph/trainingStores.ts'
import type { Calendar } from '../usecases/exercisePorts.ts'
import type {
  Clock,
  ExerciseStore,
  LedgerStore,
  PaperPartStore,
  PostStore,
  RecommendationStore,
  ReportStore,
  SettingStore,
} from '../usecases/ports.ts'
import type { TrainingStores } from '../usecases/trainingPorts.ts'
import type { LastMessage } from './arrival.ts'
import type { OtherWays } from './messenger.ts'
import { rememberedWording } from './wording.ts'

export interface Stores extends TrainingStores {
  readonly recommendations: RecommendationStore
  readonly posts: PostStore
  readonly reports: ReportStore
  readonly ledger: LedgerStore
  readonly settings: SettingStore
  readonly paperParts: PaperPartStore
  readonly exercises: ExerciseStore
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
  /** The force's own sentences on cards and mails. */
  wording(): Promise<ReminderWording>
  /** The ways to a person beside the chat. */
  readonly other: OtherWays
  /** The calendar of the service's mailbox; null where no mailbox is set. */
  readonly calendar: Calendar | null
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
      settings: settingStore(site),
      paperParts: paperPartStore(site),
      exercises: exerciseStore(site),
      ...trainingStores(site),
    }
  }
  let opening: Promise<Stores> | null = null
  const stores = () => {
    opening ??= open().catch((thrown: unknown) => {
      opening = null
      throw thrown
    })
    return opening
  }
  return {
    settings,
    clock: settings.clockUrl === null ? systemClock() : remoteClock(settings.clockUrl),
    signIn,
    stores,
    wording: rememberedWording(async () => (await stores()).settings),
    newestMessage: (objectId) => newestMessage(client, objectId, app),
    isInstalled: async (objectId) => (await findInstallation(client, objectId, settings.teamsAppId)) !== null,
    other: otherWays(client, settings),
    calendar: settings.mailbox === null ? null : graphCalendar(client, settings.mailbox),
  }
}

/** The app's id in the catalogue is looked up when it is first needed, and kept. */
function otherWays(
  client: ReturnType<typeof createGraphClient>,
  { teamsAppId, mailbox }: ProductSettings,
): OtherWays {
  let known: string | null = null
  const catalogueId = async (): Promise<string> => {
    known ??= await findInCatalogue(client, teamsAppId)
    return known
  }
  return {
    install: async (objectId) => installApp(client, objectId, await catalogueId()),
    notify: async (objectId, line) => notifyInFeed(client, objectId, await catalogueId(), line),
    mail: mailbox === null ? null : (mail) => sendMail(client, mailbox, mail),
  }
}
