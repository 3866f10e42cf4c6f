import { graphCalendar } from '../graph/calendar.ts'
import { createGraphClient } from '../graph/client.ts'
import { remoteClock, systemClock } from '../graph/clock.ts'
import { contactStore } from '../graph/lists/contacts.ts'
import { courseStore } from '../graph/lists/courses.ts'
import { exerciseStore } from '../graph/lists/exercises.ts'
import { paperPartStore } from '../graph/lists/paperParts.ts'
import { paperStore } from '../graph/lists/papers.ts'
import { postStore } from '../graph/lists/posts.ts'
import { recommendationStore } from '../graph/lists/recommendations.ts'
import { reportStore } from '../graph/lists/reports.ts'
import { runStore } from '../graph/lists/runs.ts'
import { settingStore } from '../graph/lists/settings.ts'
import { rowVersions } from '../graph/lists/versions.ts'
import { openSite, type SiteContext } from '../graph/site.ts'
import type { TabConfig } from './config.ts'
import type { Session } from './session.ts'
import type { Services } from './ui/services.tsx'

/** The services of one site. Rows kept on the device belong to its id: a site made anew starts without any. */
export interface Wired {
  readonly services: Services
  readonly siteId: string
}

/** Joins the screens to Microsoft 365: the only file of the tab that knows Graph. Throws `M365Error`. */
export async function wireServices(config: TabConfig, session: Session): Promise<Wired> {
  const client = createGraphClient({ origin: config.graphOrigin, accessToken: session.accessToken })
  const site = await openKnownSite(client, config.site)
  const services: Services = {
    me: session.me,
    clock: config.clockUrl === null ? systemClock() : remoteClock(config.clockUrl),
    recommendations: recommendationStore(site),
    versions: rowVersions(site),
    reports: reportStore(site),
    posts: postStore(site),
    courses: courseStore(site),
    runs: runStore(site),
    exercises: exerciseStore(site),
    contacts: contactStore(site),
    papers: paperStore(site),
    paperParts: paperPartStore(site),
    settings: settingStore(site),
    calendar: graphCalendar(client),
  }
  return { services, siteId: site.siteId }
}

/**
 * The site of the last visit is used at once, so that rows kept on this device are shown without waiting, also
 * during an outage. It is looked up all the same: a site that was made anew under the same path starts the tab again.
 */
async function openKnownSite(client: SiteContext['client'], path: string): Promise<SiteContext> {
  const key = `follow-through site ${path}`
  const known = window.localStorage.getItem(key)
  const opening = openSite(client, path).then((site) => {
    window.localStorage.setItem(key, site.siteId)
    return site
  })
  if (known === null) return opening
  opening.then(
    (site) => {
      if (site.siteId !== known) window.location.reload()
    },
    // The lists fail in the same way and say so on the screen.
    () => undefined,
  )
  return { client, siteId: known }
}
