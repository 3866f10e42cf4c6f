import type { Client } from '@microsoft/microsoft-graph-client'
import type { Attendee, Event, ResponseType } from '@microsoft/microsoft-graph-types'
import type { Response } from '../domain/exercise.ts'
import type { Attendee as DraftAttendee, EventDraft } from '../domain/invitation.ts'
import type { M365Error } from '../domain/m365Error.ts'
import type { Calendar, CalendarEvent } from '../usecases/ports.ts'
import { toM365Error } from './failures.ts'
import { Repeatable } from './retryHandler.ts'

/**
 * The exercise key on the event, in a namespace of our own, so that the event can be found again by filter.
 * learn.microsoft.com/graph/api/resources/singlevaluelegacyextendedproperty (the name is case-sensitive).
 */
export const exerciseProperty = 'String {6d0b7f3e-5a1c-4d28-9e47-b1c2a8f0d935} Name followThroughExercise'

/** Ids that survive a move to another folder, and times as UK clocks show them. Needed on every call. */
const preferences = 'IdType="ImmutableId", outlook.timezone="GMT Standard Time"'
const fields = 'id,subject,body,start,end,location,attendees,transactionId,isCancelled'
const withTag = `singleValueExtendedProperties($filter=id eq '${exerciseProperty}')`

type EventAnswer = Event & { readonly '@odata.etag'?: string }

/**
 * The signed-in person's Outlook calendar. Every method throws `M365Error`. Creating is safe to repeat: Exchange
 * keeps the transaction id, answers a repeat with an error that names the event, and that event is read back.
 */
export function graphCalendar(client: Client): Calendar {
  return {
    create: async (draft) => {
      try {
        return { event: readEvent(await post(client, draft)), already: false }
      } catch (thrown) {
        const failure = toM365Error(thrown)
        if (!isRepeat(failure)) throw failure
        return { event: await existing(client, draft, thrown, failure), already: true }
      }
    },
    read: async (ref) => {
      try {
        return readEvent(await get(client, ref))
      } catch (thrown) {
        throw toM365Error(thrown)
      }
    },
  }
}

function post(client: Client, draft: EventDraft): Promise<EventAnswer> {
  return client
    .api('/me/events')
    .header('Prefer', preferences)
    .middlewareOptions([new Repeatable()])
    .post(writeEvent(draft))
}

function get(client: Client, ref: string): Promise<EventAnswer> {
  return client
    .api(`/me/events/${encodeURIComponent(ref)}`)
    .header('Prefer', preferences)
    .select(fields)
    .expand(withTag)
    .get()
}

/** Public code meets both 409 and 400 for a transaction id that has been used. */
function isRepeat(failure: M365Error): boolean {
  return failure.status === 409 || failure.code === 'ErrorDuplicateTransactionId'
}

/** The event that took the transaction id: named by the error, or else found by its tag. */
async function existing(
  client: Client,
  draft: EventDraft,
  thrown: unknown,
  failure: M365Error,
): Promise<CalendarEvent> {
  try {
    const named = existingEventId(thrown)
    if (named) return readEvent(await get(client, named))
    const found = await findTagged(client, draft)
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

async function findTagged(client: Client, draft: EventDraft): Promise<EventAnswer | null> {
  const value = draft.tag.replace(/'/g, "''")
  const tagged = `singleValueExtendedProperties/any(ep: ep/id eq '${exerciseProperty}' and ep/value eq '${value}')`
  const page: { value: EventAnswer[] } = await client
    .api('/me/events')
    .header('Prefer', preferences)
    .filter(tagged)
    .select(fields)
    .expand(withTag)
    .get()
  return page.value.find((event) => event.transactionId === draft.transactionId) ?? null
}

function writeEvent(draft: EventDraft): Event {
  const room = draft.attendees.find((one) => one.type === 'resource')
  return {
    subject: draft.subject,
    body: { contentType: 'html', content: draft.bodyHtml },
    // Local wall time with its zone, never an offset: the clock change then moves nothing.
    start: { dateTime: `${draft.date}T${draft.start}:00`, timeZone: draft.timeZone },
    end: { dateTime: `${draft.date}T${draft.end}:00`, timeZone: draft.timeZone },
    location: {
      displayName: draft.location,
      ...(room ? { locationType: 'conferenceRoom', locationEmailAddress: room.address } : {}),
    },
    attendees: draft.attendees.map(writeAttendee),
    responseRequested: true,
    hideAttendees: true,
    allowNewTimeProposals: false,
    transactionId: draft.transactionId,
    singleValueExtendedProperties: [{ id: exerciseProperty, value: draft.tag }],
  }
}

function writeAttendee(one: DraftAttendee): Attendee {
  return { type: one.type, emailAddress: { name: one.name, address: one.address } }
}

function readEvent(event: EventAnswer): CalendarEvent {
  const attendees = event.attendees ?? []
  const start = event.start?.dateTime ?? ''
  return {
    ref: event.id ?? '',
    etag: event['@odata.etag'] ?? '',
    draft: {
      subject: event.subject ?? '',
      bodyHtml: event.body?.content ?? '',
      date: start.slice(0, 10),
      start: start.slice(11, 16),
      end: (event.end?.dateTime ?? '').slice(11, 16),
      timeZone: 'GMT Standard Time',
      location: event.location?.displayName ?? '',
      attendees: attendees.map(readAttendee),
      transactionId: event.transactionId ?? '',
      tag: event.singleValueExtendedProperties?.find((one) => one.id === exerciseProperty)?.value ?? '',
    },
    attendees: attendees.map((one) => ({
      address: one.emailAddress?.address ?? '',
      response: readResponse(one.status?.response),
    })),
    cancelled: event.isCancelled ?? false,
  }
}

function readAttendee(one: Attendee): DraftAttendee {
  return {
    name: one.emailAddress?.name ?? '',
    address: one.emailAddress?.address ?? '',
    type: one.type ?? 'required',
  }
}

/** Organisers have, by holding the event, said that they come. */
function readResponse(response: ResponseType | null | undefined): Response {
  if (response === 'accepted' || response === 'organizer') return 'accepted'
  if (response === 'tentativelyAccepted') return 'tentative'
  return response === 'declined' ? 'declined' : 'none'
}
