import { graphCalendar, graphCalendars } from '../graph/calendar.ts'
import { createGraphClient } from '../graph/client.ts'
import { remoteClock, systemClock } from '../graph/clock.ts'
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
import { graphPeopleSearch } from '../graph/peopleSearch.ts'
import { graphSchedules } from '../graph/schedule.ts'
import { openSite, siteByPath } from '../graph/site.ts'
import { trainingStores } from '../graph/trainingStores.ts'
import type { ContactFiles } from '../usecases/directoryPorts.ts'
import type { CalendarFiles } from '../usecases/exercisePorts.ts'
import type { PaperDocuments, PaperReader } from '../usecases/ports.ts'
import type { ProgrammeReader } from '../usecases/programmePorts.ts'
import type { TrainingDocuments, TrainingFiles } from '../usecases/trainingPorts.ts'
import type { TabConfig } from './config.ts'
import { deepLink } from './deepLink.ts'
import type { Session } from './session.ts'
import type { Services } from './ui/services.tsx'

/** The services of one site. Rows kept on the device belong to its id: a site made anew starts without any. */
export interface Wired {
  readonly services: Services
  /** The site's id as the last visit learnt it; null on the first. */
  readonly knownSiteId: string | null
  /** The id as it is now. Rejects with `M365Error` when there is no such site or it does not admit the person. */
  readonly siteId: Promise<string>
}

/**
 * Joins the screens to Microsoft 365: the only file of the tab that knows Graph. Nothing waits for the site to be
 * looked up: the last visit knew its id, and a first visit addresses it by its path.
 */
export function wireServices(config: TabConfig, session: Session): Wired {
  const client = createGraphClient({ origin: config.graphOrigin, accessToken: session.accessToken })
  const knownSiteId = window.localStorage.getItem(siteKey(config.site))
  const site = knownSiteId === null ? siteByPath(client, config.site) : { client, siteId: knownSiteId }
  const services: Services = {
    me: session.me,
    clock: config.clockUrl === null ? systemClock() : remoteClock(config.clockUrl),
    recommendations: recommendationStore(site),
    versions: rowVersions(site),
    reports: reportStore(site),
    posts: postStore(site),
    ...trainingStores(site),
    exercises: exerciseStore(site),
    contacts: contactStore(site),
    peopleSearch: graphPeopleSearch(client),
    contactFiles: lazyContactFiles,
    papers: paperStore(site),
    paperParts: paperPartStore(site),
    settings: settingStore(site),
    ledger: ledgerStore(site),
    calendar: graphCalendar(client),
    calendars: graphCalendars(client),
    calendarFiles: lazyCalendarFiles,
    schedules: graphSchedules(client),
    programmeReader: lazyProgrammeReader,
    linkTo: (subPageId) => deepLink(config.teamsAppId, subPageId),
    paperReader: lazyPaperReader,
    trainingFiles: lazyTrainingFiles,
    documents: lazyDocuments,
    trainingDocuments: lazyTrainingDocuments,
  }
  const siteId = learnSiteId(client, config.site, knownSiteId)
  // Whoever waits for it hears of a failure; nobody may be waiting yet when it comes.
  siteId.catch(() => undefined)
  return { services, knownSiteId, siteId }
}

/** The readers of Word and Excel are large, so they come when a file is chosen. */
const lazyPaperReader: PaperReader = {
  read: async (file, mapping) =>
    (await import('../documents/read/readAnyPaper.ts')).readAnyPaper(file, mapping),
  resultFile: async (report) => (await import('../documents/write/importResult.ts')).importResultCsv(report),
}

/** As above. */
const lazyContactFiles: ContactFiles = {
  read: async (file) => (await import('../documents/read/contactFile.ts')).readContactFile(file),
  resultFile: async (lines) => (await import('../documents/write/contactResult.ts')).contactResultCsv(lines),
}

const lazyProgrammeReader: ProgrammeReader = {
  read: async (file) => (await import('../documents/read/exerciseFile.ts')).readExerciseFile(file),
}

const lazyTrainingFiles: TrainingFiles = {
  read: async (file) => (await import('../documents/read/trainingFile.ts')).readTrainingFile(file),
  results: async (results) => (await import('../documents/write/lineResults.ts')).lineResultsCsv(results),
  rejects: async (table, results) =>
    (await import('../documents/write/lineResults.ts')).rejectsCsv(table, results),
}

/** The writers come when a file is asked for. */
const lazyDocuments: PaperDocuments = {
  word: async (paper) => (await import('../documents/write/writePaperWord.ts')).writePaperWord(paper),
  excel: async (paper) => (await import('../documents/write/writePaperExcel.ts')).writePaperExcel(paper),
  csv: async (paper) => (await import('../documents/write/writeRowsCsv.ts')).writeRowsCsv(paper),
  brief: async (brief) => (await import('../documents/write/writeBriefWord.ts')).writeBriefWord(brief),
}

/** So do those of bulletins, answers and figures. */
const lazyTrainingDocuments: TrainingDocuments = {
  bulletinWord: async (bulletin) =>
    (await import('../documents/write/bulletinWord.ts')).writeBulletinWord(bulletin),
  foiWord: async (pack) => (await import('../documents/write/foiWord.ts')).writeFoiWord(pack),
  informationExcel: async (information, titleOf) =>
    (await import('../documents/write/informationExcel.ts')).writeInformationExcel(information, titleOf),
}

/** The writer comes when a file is asked for. */
const lazyCalendarFiles: CalendarFiles = {
  write: async (entry) => (await import('../documents/write/calendarFile.ts')).writeCalendarFile(entry),
}

const siteKey = (path: string) => `follow-through site ${path}`

/** A site that was made anew under the same path starts the tab again. */
async function learnSiteId(
  client: Parameters<typeof openSite>[0],
  path: string,
  known: string | null,
): Promise<string> {
  const { siteId } = await openSite(client, path)
  window.localStorage.setItem(siteKey(path), siteId)
  if (known !== null && siteId !== known) window.location.reload()
  return siteId
}
