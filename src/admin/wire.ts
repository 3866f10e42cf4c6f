import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type PaperFileResult, readPaperFile } from '../documents/read/readFile.ts'
import type { AnyPaperResult, ColumnMapping } from '../domain/anyPaper.ts'
import type { ImportReport } from '../domain/importPlan.ts'
import { adminSignIn } from '../graph/adminSignIn.ts'
import { appSignIn, graphScope, provisionerSignIn, type SignIn } from '../graph/appSignIn.ts'
import { createGraphClient } from '../graph/client.ts'
import { remoteClock, systemClock } from '../graph/clock.ts'
import { everyList } from '../graph/columns/everyList.ts'
import {
  type ProductSettings,
  readEnvironment,
  readRegistration,
  readSetupSettings,
  type SetupSettings,
  type TenantPlace,
} from '../graph/environment.ts'
import { checkFilters, type FilterCheck } from '../graph/filterCheck.ts'
import { contactStore } from '../graph/lists/contacts.ts'
import { exerciseStore } from '../graph/lists/exercises.ts'
import { paperPartStore } from '../graph/lists/paperParts.ts'
import { paperStore } from '../graph/lists/papers.ts'
import { postStore } from '../graph/lists/posts.ts'
import { recommendationStore } from '../graph/lists/recommendations.ts'
import { ledgerStore } from '../graph/lists/reminderLedger.ts'
import { reportStore } from '../graph/lists/reports.ts'
import { settingStore } from '../graph/lists/settings.ts'
import { rowVersions } from '../graph/lists/versions.ts'
import { graphPeople } from '../graph/people.ts'
import { grantSite } from '../graph/provisioning/grantSite.ts'
import { type ProvisionReport, provisionLists } from '../graph/provisioning/provisionLists.ts'
import { registrar } from '../graph/registration/changes.ts'
import { readDeclaredPermissions } from '../graph/registration/declaredApplication.ts'
import { type PublicCertificate, registerApplication } from '../graph/registration/registerApplication.ts'
import { removeRegistration } from '../graph/registration/removeRegistration.ts'
import { openSite, type SiteContext } from '../graph/site.ts'
import { askAt, askThrough } from '../graph/tenantChecks/ask.ts'
import { type ChecksOutcome, runTenantChecks } from '../graph/tenantChecks/runTenantChecks.ts'
import type { Finding } from '../graph/tenantChecks/tenantCheck.ts'
import { trainingStores } from '../graph/trainingStores.ts'
import type {
  Clock,
  ContactStore,
  ExerciseStore,
  LedgerStore,
  PaperPartStore,
  PaperStore,
  People,
  PostStore,
  RecommendationStore,
  ReportStore,
  RowVersions,
  SettingStore,
} from '../usecases/ports.ts'
import type { TrainingStores } from '../usecases/trainingPorts.ts'

/** What the commands work with: every store, signed in as the application itself. */
export interface AdminServices extends TrainingStores {
  readonly settings: ProductSettings
  readonly clock: Clock
  readonly people: People
  readonly reports: ReportStore
  readonly recommendations: RecommendationStore
  readonly versions: RowVersions
  readonly posts: PostStore
  readonly exercises: ExerciseStore
  readonly contacts: ContactStore
  readonly papers: PaperStore
  readonly paperParts: PaperPartStore
  readonly ledger: LedgerStore
  /** What people set once for everybody, such as the meaning of a file's columns. */
  readonly kept: SettingStore
  readonly reminderSettings: SettingStore
  /** A token of the application, e.g. to call the service. */
  readonly token: SignIn
}

/** Signs in as the application and opens the site. Throws an Error whose message is a sentence. */
export async function wireAdmin(): Promise<AdminServices> {
  const settings = readEnvironment()
  const token = appSignIn(settings)
  const site = await siteAs(settings, token)
  return {
    settings,
    token,
    clock: settings.clockUrl === null ? systemClock() : remoteClock(settings.clockUrl),
    people: peopleAsProvisioner(settings),
    reports: reportStore(site),
    recommendations: recommendationStore(site),
    versions: rowVersions(site),
    posts: postStore(site),
    ...trainingStores(site),
    exercises: exerciseStore(site),
    contacts: contactStore(site),
    papers: paperStore(site),
    paperParts: paperPartStore(site),
    ledger: ledgerStore(site),
    kept: settingStore(site),
    reminderSettings: settingStore(site),
  }
}

/** The directory is read only while setting up, so that the application itself needs no permission for it. */
function peopleAsProvisioner(settings: ProductSettings): People {
  let people: People | null = null
  return {
    byAddress: (address) => {
      people ??= graphPeople(clientAs(settings, setUpSignIn(settings, console.error)))
      return people.byAddress(address)
    },
  }
}

function siteAs(settings: TenantPlace, signIn: SignIn): Promise<SiteContext> {
  return openSite(clientAs(settings, signIn), settings.site)
}

function clientAs(settings: TenantPlace, signIn: SignIn) {
  return createGraphClient({ origin: settings.graphOrigin, accessToken: () => signIn(graphScope) })
}

/** Sets up as the provisioner where there is one, else as an administrator in person. */
function setUpSignIn(settings: SetupSettings, tell: (sentence: string) => void): SignIn {
  return settings.provisioner === null ? adminSignIn(settings, tell) : provisionerSignIn(settings)
}

/** Creates or migrates the lists, and lets the application write on the site. */
export async function provisionSite(
  environment: Registration['environment'],
  tell: (sentence: string) => void,
): Promise<ProvisionReport> {
  const settings = readSetupSettings(environment)
  const site = await siteAs(settings, setUpSignIn(settings, tell))
  const report = await provisionLists(site, everyList, tell)
  const granted = await grantSite(site, { id: settings.clientId, displayName: 'Follow-Through' })
  if (granted !== null) tell(granted)
  return granted === null ? report : { ...report, changes: [...report.changes, granted] }
}

export interface Registration {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly apply: boolean
  readonly displayName: string
  /** Text of manifest/permissions.json. */
  readonly permissions: string
  readonly certificate: PublicCertificate | null
  readonly identity: string | null
}

export interface Registered {
  readonly clientId: string
  readonly principalId: string
  readonly changes: number
}

/** Registers the application in a tenant as an administrator, or says how. Throws an Error whose message is a sentence. */
export async function registerInTenant(
  request: Registration,
  tell: (line: string) => void,
): Promise<Registered> {
  const { place, client, graph } = asAdministrator(request, tell)
  const { displayName, certificate, identity } = request
  const permissions = readDeclaredPermissions(request.permissions)
  const application = await registerApplication(graph, {
    declared: { displayName, host: new URL(place.serviceOrigin).host, permissions },
    tenantId: place.tenantId,
    clientId: place.clientId,
    certificate,
    identity,
  })
  await grantSite(await openSite(client, place.site), { id: application.clientId, displayName }, graph)
  return { ...application, changes: graph.count() }
}

/** Takes the application out of a tenant, or says how; answers with the number of changes. */
export async function removeFromTenant(
  request: Pick<Registration, 'environment' | 'apply'>,
  tell: (line: string) => void,
): Promise<number> {
  const { place, client, graph } = asAdministrator(request, tell)
  if (place.clientId === null)
    throw new Error('FT_CLIENT_ID names no application to remove. Nothing was changed.')
  await removeRegistration(graph, await openSite(client, place.site), place.clientId)
  return graph.count()
}

function asAdministrator(
  { environment, apply }: Pick<Registration, 'environment' | 'apply'>,
  tell: (line: string) => void,
) {
  const place = readRegistration(environment)
  const client = clientAs(place, adminSignIn(place, tell))
  return { place, client, graph: registrar(client, { apply, tell }) }
}

/** Looks in every list for a row that is known to be there. */
export async function checkSite(): Promise<readonly FilterCheck[]> {
  const settings = readEnvironment()
  return checkFilters(await siteAs(settings, appSignIn(settings)), everyList)
}

/** What `check --tenant` needs to be told beside the settings. */
export interface TenantChecksAsked {
  /** Somebody who agreed to get messages. */
  readonly sendTo: string | null
  /** A coordinator's token for Graph, for the calendar; without one the application uses the service's mailbox. */
  readonly calendarToken: string | null
  readonly signal: AbortSignal
  readonly tell: (one: Finding) => void
}

/** Looks whether Microsoft 365 is as the product takes it to be. Throws an Error whose message is a sentence. */
export async function checkTenant(
  asked: TenantChecksAsked,
): Promise<ChecksOutcome & { readonly graph: string }> {
  const settings = readEnvironment()
  const token = appSignIn(settings)
  const { client, siteId } = await siteAs(settings, token)
  const setUp = clientAs(settings, setUpSignIn(settings, console.error))
  const { calendarToken, sendTo, signal, tell } = asked
  const person = calendarToken === null ? null : askThrough(clientAs(settings, async () => calendarToken))
  const mailbox = settings.mailbox === null ? null : `/users/${encodeURIComponent(settings.mailbox)}/events`
  const connector = settings.connector?.url ?? microsoftConnector
  const outcome = await runTenantChecks(
    {
      app: askThrough(client),
      setup: askThrough(setUp),
      calendar: person ?? askThrough(client),
      bot: askAt(connector, () => token(botScope)),
      site: `/sites/${siteId}`,
      eventsPath: person === null ? mailbox : '/me/events',
      sendTo,
      signal,
      tenantId: settings.tenantId,
      clientId: settings.clientId,
      teamsAppId: settings.teamsAppId,
    },
    tell,
  )
  return { ...outcome, graph: settings.graphOrigin }
}

const microsoftConnector = 'https://smba.trafficmanager.net/teams'
const botScope = 'https://api.botframework.com/.default'

type NoFile = { readonly ok: false; readonly code: 'no-file'; readonly message: string }

/** Reads a paper in the text form from a file; a file that cannot be opened is refused like one that cannot be read. */
export function readPaper(file: string): PaperFileResult | NoFile {
  const bytes = bytesOf(file)
  return bytes instanceof Uint8Array ? readPaperFile(bytes, path.basename(file)) : bytes
}

/** Reads a paper of any format. The readers of Word and Excel are loaded here, so that other commands start without. */
export async function readAnyFile(file: string, mapping?: ColumnMapping): Promise<AnyPaperResult | NoFile> {
  const bytes = bytesOf(file)
  if (!(bytes instanceof Uint8Array)) return bytes
  const { readAnyPaper } = await import('../documents/read/readAnyPaper.ts')
  return readAnyPaper({ bytes, name: path.basename(file) }, mapping)
}

/** Writes what an import did, and says where; a file that cannot be written is said, since the import itself is done. */
export async function writeResultFile(file: string, report: ImportReport): Promise<string> {
  const { importResultCsv } = await import('../documents/write/importResult.ts')
  try {
    writeFileSync(file, importResultCsv(report))
    return `What became of every row is in ${file}.`
  } catch {
    return `${file} could not be written; what the import did is kept. Import the same file again with another name for the results.`
  }
}

function bytesOf(file: string): Uint8Array | NoFile {
  const facts = statSync(file, { throwIfNoEntry: false })
  if (!facts?.isFile()) {
    const message = facts?.isDirectory() ? `${file} is a folder, not a paper.` : `There is no file ${file}.`
    return { ok: false, code: 'no-file', message: `${message} Nothing was read.` }
  }
  try {
    return new Uint8Array(readFileSync(file))
  } catch {
    return {
      ok: false,
      code: 'no-file',
      message: `${file} cannot be opened, or is far too large. Nothing was read.`,
    }
  }
}
