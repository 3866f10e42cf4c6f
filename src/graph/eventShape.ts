import type { Attendee, Event, ResponseType } from '@microsoft/microsoft-graph-types'
import type { Attendee as DraftAttendee, EventChange, EventDraft } from '../domain/eventDraft.ts'
import type { Response } from '../domain/exercise.ts'
import type { CalendarEvent } from '../usecases/exercisePorts.ts'
import { withMeetingPart } from './meetingPart.ts'

const namespace = 'String {6d0b7f3e-5a1c-4d28-9e47-b1c2a8f0d935} Name'

/**
 * The exercise key on the event, in a namespace of our own, so that the event can be found again by filter.
 * learn.microsoft.com/graph/api/resources/singlevaluelegacyextendedproperty (the name is case-sensitive).
 */
export const exerciseProperty = `${namespace} followThroughExercise`

/** Which change of ours was made last. Exchange rewrites a body, so reading it back proves nothing. */
export const markProperty = `${namespace} followThroughChange`

/** An event as Graph answers with it. */
export type EventAnswer = Event & { readonly '@odata.etag'?: string }

/** An event as it is created from a draft. */
export function writeEvent(draft: EventDraft): Event {
  return {
    subject: draft.subject,
    body: { contentType: 'html', content: draft.bodyHtml },
    ...writeTimes(draft),
    location: writeLocation(draft.location, draft.attendees),
    attendees: draft.attendees.map(writeAttendee),
    responseRequested: true,
    hideAttendees: draft.showAttendees !== true,
    allowNewTimeProposals: false,
    ...(draft.online ? onlineMeeting : {}),
    transactionId: draft.transactionId,
    singleValueExtendedProperties: [{ id: exerciseProperty, value: draft.tag }],
  }
}

/** The part of an event that a change writes, for an event as it was read. */
export function writeChange(event: CalendarEvent, change: EventChange): Event {
  const { subject, bodyHtml, when, location, attendees, showAttendees, online, mark } = change
  const told = attendees ?? event.draft.attendees
  return {
    ...(subject === undefined ? {} : { subject }),
    ...(bodyHtml === undefined
      ? {}
      : { body: { contentType: 'html', content: withMeetingPart(bodyHtml, event) } }),
    ...(when ? writeTimes({ ...when, timeZone: event.draft.timeZone }) : {}),
    ...(location === undefined ? {} : { location: writeLocation(location, told) }),
    ...(attendees ? { attendees: attendees.map(writeAttendee) } : {}),
    ...(showAttendees === undefined ? {} : { hideAttendees: !showAttendees }),
    ...(online ? onlineMeeting : {}),
    ...(mark === undefined ? {} : { singleValueExtendedProperties: [{ id: markProperty, value: mark }] }),
  }
}

const onlineMeeting: Event = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }

/** Local wall time with its zone, never an offset: the clock change then moves nothing. */
function writeTimes(when: Pick<EventDraft, 'date' | 'endDate' | 'start' | 'end' | 'timeZone'>): Event {
  const { date, endDate = date, start, end, timeZone } = when
  return {
    start: { dateTime: `${date}T${start}:00`, timeZone },
    end: { dateTime: `${endDate}T${end}:00`, timeZone },
  }
}

function writeLocation(displayName: string, attendees: readonly DraftAttendee[]): Event['location'] {
  const room = attendees.find((one) => one.type === 'resource')
  return {
    displayName,
    ...(room ? { locationType: 'conferenceRoom', locationEmailAddress: room.address } : {}),
  }
}

function writeAttendee(one: DraftAttendee): Attendee {
  return { type: one.type, emailAddress: { name: one.name, address: one.address } }
}

/** An event as the organiser's calendar has it. */
export function readEvent(event: EventAnswer): CalendarEvent {
  const attendees = event.attendees ?? []
  return {
    ref: event.id ?? '',
    etag: event['@odata.etag'] ?? '',
    draft: readDraft(event, attendees),
    attendees: attendees.map((one) => ({
      address: one.emailAddress?.address ?? '',
      response: readResponse(one.status?.response),
      at: readMoment(one.status?.time),
    })),
    cancelled: event.isCancelled ?? false,
    mark: propertyOf(event, markProperty),
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    uid: event.iCalUId ?? '',
  }
}

function readDraft(event: EventAnswer, attendees: readonly Attendee[]): EventDraft {
  const start = event.start?.dateTime ?? ''
  const end = event.end?.dateTime ?? ''
  const lasting = end.slice(0, 10) > start.slice(0, 10)
  return {
    subject: event.subject ?? '',
    bodyHtml: event.body?.content ?? '',
    date: start.slice(0, 10),
    ...(lasting ? { endDate: end.slice(0, 10) } : {}),
    start: start.slice(11, 16),
    end: end.slice(11, 16),
    timeZone: 'GMT Standard Time',
    location: event.location?.displayName ?? '',
    attendees: attendees.map(readAttendee),
    ...(event.hideAttendees === false ? { showAttendees: true } : {}),
    ...(event.isOnlineMeeting ? { online: true } : {}),
    transactionId: event.transactionId ?? '',
    tag: propertyOf(event, exerciseProperty),
  }
}

function propertyOf(event: EventAnswer, id: string): string {
  return event.singleValueExtendedProperties?.find((one) => one.id === id)?.value ?? ''
}

function readAttendee(one: Attendee): DraftAttendee {
  return {
    name: one.emailAddress?.name ?? '',
    address: one.emailAddress?.address ?? '',
    type: one.type ?? 'required',
  }
}

/** Graph's way of saying "never" is the year 1. */
function readMoment(time: string | null | undefined): string | null {
  return time && !time.startsWith('0001') ? time : null
}

/** Organisers have, by holding the event, said that they come. */
function readResponse(response: ResponseType | null | undefined): Response {
  if (response === 'accepted' || response === 'organizer') return 'accepted'
  if (response === 'tentativelyAccepted') return 'tentative'
  return response === 'declined' ? 'declined' : 'none'
}
