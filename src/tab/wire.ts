import { isM365Error } from '../domain/m365Error.ts'
import { graphCalendar } from '../graph/calendar.ts'
import { createGraphClient } from '../graph/client.ts'
import { remoteClock, systemClock } from '../graph/clock.ts'
import { contactStore } from '../graph/lists/contacts.ts'
import { courseStore } from '../graph/lists/courses.ts'
import { exerciseStore } from '../graph/lists/exercises.ts'
import { postStore } from '../graph/lists/posts.ts'
import { recommendationStore } from '../graph/lists/recommendations.ts'
import { reportStore } from '../graph/lists/reports.ts'
import { runStore } from '../graph/lists/runs.ts'
import { openSite, type SiteContext } from '../graph/site.ts'
import type { TabConfig } from './config.ts'
import type { Session } from './session.ts'
import type { Services } from './ui/services.tsx'

/** Joins the screens to Microsoft 365: the only file of the tab that knows Graph. Throws `M365Error`. */
export async function wireServices(config: TabConfig, session: Session): Promise<Services> {
  const client = createGraphClient({ origin: config.graphOrigin, accessToken: session.accessToken })
  const site = await openKnownSite(client, config.site)
  return {
    me: session.me,
    clock: config.clockUrl === null ? systemClock() : remoteClock(config.clockUrl),
    recommendations: recommendationStore(site),
    reports: reportStore(site),
    posts: postStore(site),
    courses: courseStore(site),
    runs: runStore(site),
    exercises: exerciseStore(site),
    contacts: contactStore(site),
    calendar: graphCalendar(client),
  }
}

/**
 * Opens the site; during an outage the site id of the last visit is used instead, so that the rows kept on this
 * device can be shown.
 */
async function openKnownSite(client: SiteContext['client'], path: string): Promise<SiteContext> {
  const key = `follow-through site ${path}`
  try {
    const site = await openSite(client, path)
    window.localStorage.setItem(key, site.siteId)
    return site
  } catch (thrown) {
    const siteId = window.localStorage.getItem(key)
    if (siteId === null || !isM365Error(thrown, 'unavailable')) throw thrown
    return { client, siteId }
  }
}
