import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type PaperFileResult, readPaperFile } from '../documents/read/readFile.ts'
import { appSignIn, graphScope, provisionerSignIn, type SignIn } from '../graph/appSignIn.ts'
import { createGraphClient } from '../graph/client.ts'
import { remoteClock, systemClock } from '../graph/clock.ts'
import { everyList } from '../graph/columns/everyList.ts'
import { type ProductSettings, readEnvironment } from '../graph/environment.ts'
import { checkFilters, type FilterCheck } from '../graph/filterCheck.ts'
import { contactStore } from '../graph/lists/contacts.ts'
import { courseStore } from '../graph/lists/courses.ts'
import { exerciseStore } from '../graph/lists/exercises.ts'
import { postStore } from '../graph/lists/posts.ts'
import { recommendationStore } from '../graph/lists/recommendations.ts'
import { ledgerStore } from '../graph/lists/reminderLedger.ts'
import { reportStore } from '../graph/lists/reports.ts'
import { runStore } from '../graph/lists/runs.ts'
import { graphPeople } from '../graph/people.ts'
import { grantSite } from '../graph/provisioning/grantSite.ts'
import { type ProvisionReport, provisionLists } from '../graph/provisioning/provisionLists.ts'
import { openSite, type SiteContext } from '../graph/site.ts'
import type {
  Clock,
  ContactStore,
  CourseStore,
  ExerciseStore,
  LedgerStore,
  People,
  PostStore,
  RecommendationStore,
  ReportStore,
  RunStore,
} from '../usecases/ports.ts'

/** What the commands work with: every store, signed in as the application itself. */
export interface AdminServices {
  readonly settings: ProductSettings
  readonly clock: Clock
  readonly people: People
  readonly reports: ReportStore
  readonly recommendations: RecommendationStore
  readonly posts: PostStore
  readonly courses: CourseStore
  readonly runs: RunStore
  readonly exercises: ExerciseStore
  readonly contacts: ContactStore
  readonly ledger: LedgerStore
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
    people: graphPeople(site.client),
    reports: reportStore(site),
    recommendations: recommendationStore(site),
    posts: postStore(site),
    courses: courseStore(site),
    runs: runStore(site),
    exercises: exerciseStore(site),
    contacts: contactStore(site),
    ledger: ledgerStore(site),
  }
}

function siteAs(settings: ProductSettings, signIn: SignIn): Promise<SiteContext> {
  const client = createGraphClient({ origin: settings.graphOrigin, accessToken: () => signIn(graphScope) })
  return openSite(client, settings.site)
}

/** Creates or migrates the lists as the provisioner, and lets the application write on the site. */
export async function provisionSite(tell: (sentence: string) => void): Promise<ProvisionReport> {
  const settings = readEnvironment()
  const site = await siteAs(settings, provisionerSignIn(settings))
  const report = await provisionLists(site, everyList, tell)
  const granted = await grantSite(site, { id: settings.clientId, displayName: 'Follow-Through' })
  if (granted !== null) tell(granted)
  return granted === null ? report : { ...report, changes: [...report.changes, granted] }
}

/** Looks in every list for a row that is known to be there. */
export async function checkSite(): Promise<readonly FilterCheck[]> {
  const settings = readEnvironment()
  return checkFilters(await siteAs(settings, appSignIn(settings)), everyList)
}

/** Reads a paper from a file; a file that cannot be opened is refused like one that cannot be read. */
export function readPaper(
  file: string,
): PaperFileResult | { readonly ok: false; readonly code: 'no-file'; readonly message: string } {
  const name = path.basename(file)
  const facts = statSync(file, { throwIfNoEntry: false })
  if (!facts?.isFile())
    return { ok: false, code: 'no-file', message: `There is no file ${file}. Nothing was read.` }
  try {
    return readPaperFile(readFileSync(file), name)
  } catch {
    return {
      ok: false,
      code: 'no-file',
      message: `${file} cannot be opened, or is far too large. Nothing was read.`,
    }
  }
}
