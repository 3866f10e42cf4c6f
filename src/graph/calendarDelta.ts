import type { Client } from '@microsoft/microsoft-graph-client'
import * as v from 'valibot'
import type { CalendarChanges, CalendarEvent, CalendarStretch } from '../usecases/exercisePorts.ts'
import { type EventAnswer, readEvent } from './eventShape.ts'
import { toM365Error } from './failures.ts'
import { relativeAddress } from './relativeAddress.ts'

const pageAnswer = v.object({
  value: v.array(v.looseObject({ id: v.string(), '@removed': v.optional(v.unknown()) })),
  '@odata.nextLink': v.optional(v.string()),
  '@odata.deltaLink': v.optional(v.string()),
})
type PageAnswer = v.InferOutput<typeof pageAnswer>

/** Exchange decides how many events a page holds at most; this many are asked for. */
const eventsOnPage = 100

/**
 * What changed in a stretch of a calendar since a token (learn.microsoft.com/graph/api/event-delta). The last time
 * that an event comes counts. A token that Exchange no longer knows is answered with 410; then all is read anew.
 * @param base `/me` or `/users/{mailbox}`
 * @param preferences what every call about events asks for
 */
export async function calendarChanges(
  client: Client,
  base: string,
  preferences: string,
  token: string | null,
  stretch: CalendarStretch,
): Promise<CalendarChanges> {
  const start = `${base}/calendarView/delta?startDateTime=${stretch.from}T00:00:00Z&endDateTime=${stretch.to}T00:00:00Z`
  const events = new Map<string, CalendarEvent>()
  const removed = new Set<string>()
  let next = token === null ? start : relativeAddress(token)
  let restarted = false
  for (;;) {
    const page = await readPage(client, next, preferences, token !== null && !restarted)
    if (page === 'too-old') {
      restarted = true
      next = start
      events.clear()
      removed.clear()
      continue
    }
    sortInto(page, events, removed)
    const link = page['@odata.nextLink']
    if (link === undefined) {
      const since = page['@odata.deltaLink'] ?? next
      return { events: [...events.values()], removed: [...removed], token: since, restarted }
    }
    next = relativeAddress(link)
  }
}

function sortInto(page: PageAnswer, events: Map<string, CalendarEvent>, removed: Set<string>): void {
  for (const one of page.value) {
    events.delete(one.id)
    removed.delete(one.id)
    if (one['@removed'] === undefined) events.set(one.id, readEvent(one as EventAnswer))
    else removed.add(one.id)
  }
}

async function readPage(
  client: Client,
  address: string,
  preferences: string,
  mayBeTooOld: boolean,
): Promise<PageAnswer | 'too-old'> {
  try {
    const answer: unknown = await client
      .api(address)
      .header('Prefer', `${preferences}, odata.maxpagesize=${eventsOnPage}`)
      .get()
    return v.parse(pageAnswer, answer)
  } catch (thrown) {
    const error = toM365Error(thrown)
    if (mayBeTooOld && error.status === 410) return 'too-old'
    throw error
  }
}
