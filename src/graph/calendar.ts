import type { Client } from '@microsoft/microsoft-graph-client'
import type { EventDraft } from '../domain/eventDraft.ts'
import type { M365Error } from '../domain/m365Error.ts'
import type { Calendar, CalendarEvent, Calendars } from '../usecases/exercisePorts.ts'
import { calendarChanges } from './calendarDelta.ts'
import {
  type EventAnswer,
  exerciseProperty,
  markProperty,
  readEvent,
  writeChange,
  writeEvent,
} from './eventShape.ts'
import { toM365Error } from './failures.ts'
import { Repeatable } from './retryHandler.ts'

/** Ids that survive a move to another folder, and times as UK clocks show them. Needed on every call. */
const preferences = 'IdType="ImmutableId", outlook.timezone="GMT Standard Time"'
const fields =
  'id,subject,body,start,end,location,attendees,hideAttendees,isOnlineMeeting,onlineMeeting,transactionId,isCancelled,iCalUId'
const withProperties = `singleValueExtendedProperties($filter=id eq '${exerciseProperty}' or id eq '${markProperty}')`

/** A client with the mailbox whose events are meant: `/me` or `/users/{mailbox}`. */
interface Box {
  readonly client: Client
  readonly base: string
}

/** The calendars that a client may organise from. Exchange decides which shared mailboxes the person may write to. */
export function graphCalendars(client: Client): Calendars {
  return { of: (mailbox) => graphCalendar(client, mailbox) }
}

/**
 * An Outlook calendar: the signed-in person's own, or that of a mailbox. Every method throws `M365Error`. Creating is
 * safe to repeat: Exchange keeps the transaction id, answers a repeat with an error that names the event, and that
 * event is read back. An application alone has no calendar of its own and names a mailbox.
 * @param mailbox address or Entra object id; empty for the signed-in person
 */
export function graphCalendar(client: Client, mailbox = ''): Calendar {
  const box = { client, base: mailbox === '' ? '/me' : `/users/${encodeURIComponent(mailbox)}` }
  return {
    create: (draft) => create(box, draft),
    read: (ref) => reading(async () => readEvent(await get(box, ref))),
    update: (event, change) => update(box, event, change),
    cancel: (ref, why) => cancel(box, ref, why),
    changesSince: (token, stretch) => calendarChanges(client, box.base, preferences, token, stretch),
  }
}

async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}

async function create(box: Box, draft: EventDraft): ReturnType<Calendar['create']> {
  try {
    return { event: readEvent(await post(box, draft)), already: false }
  } catch (thrown) {
    const failure = toM365Error(thrown)
    if (!isRepeat(failure)) throw failure
    return { event: await existing(box, draft, thrown, failure), already: true }
  }
}

async function update(
  box: Box,
  event: CalendarEvent,
  change: Parameters<Calendar['update']>[1],
): ReturnType<Calendar['update']> {
  try {
    const answer: EventAnswer = await box.client
      .api(addressOf(box, event.ref))
      .headers({ Prefer: preferences, 'If-Match': event.etag })
      .patch(writeChange(event, change))
    return { ok: true, event: readEvent(answer) }
  } catch (thrown) {
    const failure = toM365Error(thrown)
    if (failure.status !== 412) throw failure
    const theirs = await reading(async () => readEvent(await get(box, event.ref)))
    return { ok: false, code: 'changed-meanwhile', theirs }
  }
}

/** Exchange calls off once: the event is then in another folder, and asking again finds none. */
async function cancel(box: Box, ref: string, why: string): Promise<boolean> {
  try {
    await box.client
      .api(`${addressOf(box, ref)}/cancel`)
      .header('Prefer', preferences)
      .post({ Comment: why })
    return true
  } catch (thrown) {
    const failure = toM365Error(thrown)
    if (failure.kind === 'missing') return false
    throw failure
  }
}

const addressOf = (box: Box, ref: string) => `${box.base}/events/${encodeURIComponent(ref)}`

function post(box: Box, draft: EventDraft): Promise<EventAnswer> {
  return box.client
    .api(`${box.base}/events`)
    .header('Prefer', preferences)
    .middlewareOptions([new Repeatable()])
    .post(writeEvent(draft))
}

function get(box: Box, ref: string): Promise<EventAnswer> {
  return box.client
    .api(addressOf(box, ref))
    .header('Prefer', preferences)
    .select(fields)
    .expand(withProperties)
    .get()
}

/** Public code meets both 409 and 400 for a transaction id that has been used. */
function isRepeat(failure: M365Error): boolean {
  return failure.status === 409 || failure.code === 'ErrorDuplicateTransactionId'
}

/** The event that took the transaction id: named by the error, or else found by its tag. */
async function existing(
  box: Box,
  draft: EventDraft,
  thrown: unknown,
  failure: M365Error,
): Promise<CalendarEvent> {
  try {
    const named = existingEventId(thrown)
    if (named) return readEvent(await get(box, named))
    const found = await findTagged(box, draft)
    if (found) return readEvent(found)
  } catch (later) {
    throw toM365Error(later)
  }
  throw failure
}

/** The Graph client keeps the error object of the answer as JSON text in `body`. */
function existingEventId(thrown: unknown): string | null {
  const body = (thrown as { body?: unknown } | null)?.body
  if (typeof body !== 'string') return null
  try {
    const id = (JSON.parse(body) as Record<string, unknown> | null)?.['@event.existingEventId']
    return typeof id === 'string' && id !== '' ? id : null
  } catch {
    return null
  }
}

async function findTagged(box: Box, draft: EventDraft): Promise<EventAnswer | null> {
  const value = draft.tag.replace(/'/g, "''")
  const tagged = `singleValueExtendedProperties/any(ep: ep/id eq '${exerciseProperty}' and ep/value eq '${value}')`
  const page: { value: EventAnswer[] } = await box.client
    .api(`${box.base}/events`)
    .header('Prefer', preferences)
    .filter(tagged)
    .select(fields)
    .expand(withProperties)
    .get()
  return page.value.find((event) => event.transactionId === draft.transactionId) ?? null
}
