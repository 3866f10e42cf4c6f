import { createHash, randomUUID } from 'node:crypto'
import type { SharedMailbox } from '../directory.ts'
import { badRequest } from '../graphErrors.ts'
import { newKey } from './eventStore.ts'
import { eventInstants } from './eventTimes.ts'
import { keepAnswers, named } from './meetings.ts'
import { type EventFields, type StoredEvent, unanswered } from './storedEvent.ts'

const defaults: Omit<EventFields, 'start' | 'end'> = {
  subject: '',
  body: { contentType: 'html', content: '' },
  isAllDay: false,
  location: {
    displayName: '',
    locationType: 'default',
    uniqueIdType: 'unknown',
    address: {},
    coordinates: {},
  },
  locations: [],
  attendees: [],
  hideAttendees: false,
  responseRequested: true,
  allowNewTimeProposals: true,
  isOnlineMeeting: false,
  onlineMeetingProvider: 'unknown',
  categories: [],
  showAs: 'busy',
  importance: 'normal',
  sensitivity: 'normal',
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  transactionId: undefined,
  singleValueExtendedProperties: [],
}

const joinLink = (url: string) =>
  `<div class="me-email-text"><hr><p><strong>Microsoft Teams meeting</strong></p><p><a href="${url}">Join the meeting now</a></p><hr></div>`

/** A new event in the calendar of its organiser. Throws 400 without a start and an end. */
export function newEvent(mailbox: SharedMailbox, given: Partial<EventFields>, now: string): StoredEvent {
  const { start, end } = given
  if (!start || !end)
    throw badRequest('At least one property failed validation.', 'ErrorPropertyValidationFailure')
  const key = newKey()
  const fields = { ...defaults, ...given, start, end }
  const event: StoredEvent = {
    ...fields,
    attendees: fields.attendees.map(named),
    ...placed(fields),
    ...eventInstants(start, end, fields.isAllDay),
    key,
    mailbox: mailbox.mail.toLowerCase(),
    iCalUId: `040000008200E00074C5B7101A82E008${createHash('sha256').update(key).digest('hex').slice(0, 48).toUpperCase()}`,
    isOrganizer: true,
    organizer: { name: mailbox.displayName, address: mailbox.mail },
    responseStatus: { ...unanswered, response: 'organizer' },
    isCancelled: false,
    joinUrl: undefined,
    createdAt: now,
    changedAt: now,
    version: 1,
  }
  return fields.isOnlineMeeting ? withMeeting(event) : event
}

/** An event after a PATCH. Throws 400 for times that do not fit and for another transaction id. */
export function changedEvent(before: StoredEvent, given: Partial<EventFields>, now: string): StoredEvent {
  if (given.transactionId !== undefined && given.transactionId !== before.transactionId) {
    throw badRequest(
      'The property TransactionId cannot be changed once it is set.',
      'ErrorPropertyValidationFailure',
    )
  }
  const fields = { ...before, ...given, transactionId: before.transactionId }
  const timed = given.start || given.end || given.isAllDay !== undefined
  const after: StoredEvent = {
    ...fields,
    ...placed(given),
    ...(timed ? eventInstants(fields.start, fields.end, fields.isAllDay) : {}),
    attendees: keepAnswers(before.attendees, fields.attendees),
    singleValueExtendedProperties: mergedProperties(before, given),
    changedAt: now,
    version: before.version + 1,
  }
  return meetingAfter(before, settled(before, after), given)
}

/** A new time asks everybody again, so earlier answers no longer count. */
function settled(before: StoredEvent, after: StoredEvent): StoredEvent {
  if (!after.isOrganizer || (before.startsAt === after.startsAt && before.endsAt === after.endsAt))
    return after
  return { ...after, attendees: after.attendees.map((each) => ({ ...each, status: unanswered })) }
}

/** A new body without the meeting's own part loses the meeting, as the documentation of event-update warns. */
function meetingAfter(before: StoredEvent, after: StoredEvent, given: Partial<EventFields>): StoredEvent {
  if (!before.isOnlineMeeting) return after.isOnlineMeeting ? withMeeting(after) : after
  const { isOnlineMeeting, onlineMeetingProvider } = before
  const keptLink = before.joinUrl !== undefined && after.body.content.includes(before.joinUrl)
  if (given.body !== undefined && !keptLink) return { ...after, isOnlineMeeting: false, joinUrl: undefined }
  // Once it is online, Outlook ignores what is said about that (event resource, isOnlineMeeting).
  return { ...after, isOnlineMeeting, onlineMeetingProvider }
}

function withMeeting(event: StoredEvent): StoredEvent {
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${randomUUID().replaceAll('-', '')}%40thread.v2/0`
  const onlineMeetingProvider = 'teamsForBusiness'
  const body = { contentType: 'html' as const, content: `${event.body.content}${joinLink(joinUrl)}` }
  return { ...event, body, joinUrl, onlineMeetingProvider }
}

/** `location` and `locations` follow each other. */
function placed(given: Partial<EventFields>): Partial<Pick<EventFields, 'location' | 'locations'>> {
  if (given.location) {
    const location = { ...defaults.location, ...given.location }
    const extra = given.locations && given.locations.length > 0 ? given.locations : [location]
    return { location, locations: given.location.displayName === '' ? [] : extra }
  }
  const first = given.locations?.[0]
  return first && given.locations
    ? { location: { ...defaults.location, ...first }, locations: given.locations }
    : {}
}

function mergedProperties(before: StoredEvent, given: Partial<EventFields>) {
  const changed = given.singleValueExtendedProperties ?? []
  const names = new Set(changed.map(({ id }) => id))
  return [...before.singleValueExtendedProperties.filter(({ id }) => !names.has(id)), ...changed]
}
