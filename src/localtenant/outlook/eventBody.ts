import { badRequest } from '../graphErrors.ts'
import {
  decimal,
  flag,
  listOf,
  object,
  oneOf,
  type Reader,
  text,
  typed,
  unknownProperty,
  whole,
} from './bodyReading.ts'
import {
  type Attendee,
  type EmailAddress,
  type EventFields,
  type ItemBody,
  unanswered,
  type WallTime,
} from './storedEvent.ts'
import { ianaZone } from './zones.ts'

const location = typed('Location', {
  displayName: text,
  locationType: oneOf([
    ...(['default', 'conferenceRoom', 'homeAddress', 'businessAddress', 'geoCoordinates'] as const),
    ...(['streetAddress', 'hotel', 'restaurant', 'localBusiness', 'postalAddress'] as const),
  ]),
  locationUri: text,
  locationEmailAddress: text,
  uniqueId: text,
  uniqueIdType: oneOf(['unknown', 'locationStore', 'directory', 'private', 'bing']),
  address: typed('PhysicalAddress', {
    street: text,
    city: text,
    state: text,
    countryOrRegion: text,
    postalCode: text,
  }),
  coordinates: typed('OutlookGeoCoordinates', {
    accuracy: decimal,
    altitude: decimal,
    altitudeAccuracy: decimal,
    latitude: decimal,
    longitude: decimal,
  }),
})

/** What Exchange computes; it may be sent back to it and is not read. */
const computed: ReadonlySet<string> = new Set([
  'id',
  'iCalUId',
  'uid',
  'changeKey',
  'createdDateTime',
  'lastModifiedDateTime',
  'bodyPreview',
  'hasAttachments',
  'isCancelled',
  'isDraft',
  'isOrganizer',
  'onlineMeeting',
  'onlineMeetingUrl',
  'organizer',
  'originalStart',
  'originalStartTimeZone',
  'originalEndTimeZone',
  'responseStatus',
  'seriesMasterId',
  'type',
  'webLink',
  'occurrenceId',
])

const itemBody: Reader<ItemBody> = (value, name) => {
  const body = object('ItemBody', ['contentType', 'content'])(value, name)
  return {
    contentType: oneOf(['html', 'text'] as const)(body.contentType ?? 'text', 'contentType'),
    content: text(body.content ?? '', 'content'),
  }
}

/** A wall time with its zone; throws 400 for a zone that is not known. */
export const wallTime: Reader<WallTime> = (value, name) => {
  const given = object('DateTimeTimeZone', ['dateTime', 'timeZone'])(value, name)
  const timeZone = text(given.timeZone ?? 'UTC', 'timeZone')
  ianaZone(timeZone)
  return { dateTime: text(given.dateTime, 'dateTime'), timeZone }
}

/** An address with a name; throws 400 when it is no e-mail address. */
export const emailAddress: Reader<EmailAddress> = (value, name) => {
  const given = object('EmailAddress', ['address', 'name'])(value, name)
  const address = text(given.address ?? '', 'address').trim()
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) {
    throw badRequest(
      `At least one recipient is not valid., Recipient '${address}' is not resolved. All recipients must be resolved before a message can be submitted.`,
      'ErrorInvalidRecipients',
    )
  }
  return { address, name: text(given.name ?? '', 'name') || address }
}

const attendee: Reader<Attendee> = (value, name) => {
  const given = object('Attendee', ['type', 'emailAddress', 'status', 'proposedNewTime'])(value, name)
  return {
    type: oneOf(['required', 'optional', 'resource'] as const)(given.type ?? 'required', 'type'),
    emailAddress: emailAddress(given.emailAddress ?? {}, 'emailAddress'),
    status: unanswered,
  }
}

const readers: { readonly [K in keyof EventFields]: Reader<EventFields[K]> } = {
  subject: text,
  body: itemBody,
  start: wallTime,
  end: wallTime,
  isAllDay: flag,
  location,
  locations: listOf(location),
  attendees: listOf(attendee),
  hideAttendees: flag,
  responseRequested: flag,
  allowNewTimeProposals: flag,
  isOnlineMeeting: flag,
  onlineMeetingProvider: oneOf(['unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness']),
  categories: listOf(text),
  showAs: oneOf(['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']),
  importance: oneOf(['low', 'normal', 'high']),
  sensitivity: oneOf(['normal', 'personal', 'private', 'confidential']),
  isReminderOn: flag,
  reminderMinutesBeforeStart: whole,
  transactionId: text,
  singleValueExtendedProperties: listOf((value, name) => {
    const property = object('SingleValueLegacyExtendedProperty', ['id', 'value'])(value, name)
    return { id: extendedId(text(property.id, 'id')), value: text(property.value, 'value') }
  }),
}

/** `String {guid} Name exerciseId`, `Integer 0x…`: the shape of a MAPI property's id. */
function extendedId(id: string): string {
  if (/^\w+ (\{[0-9a-f-]{36}\} (Name .+|Id 0x[0-9a-f]+)|0x[0-9a-f]+)$/i.test(id)) return id
  throw badRequest(`The property id '${id}' is invalid.`, 'ErrorInvalidProperty')
}

/** Reads the body of an event POST or PATCH; throws 400 for properties an event does not have and values it cannot hold. */
export function readEventBody(given: unknown): Partial<EventFields> {
  const body = object('Event')(given, 'event')
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    if (computed.has(name) || name.includes('@')) continue
    if (name === 'recurrence') {
      if (value === null) continue
      throw badRequest('The local tenant does not imitate recurring events.', 'notImplemented')
    }
    if (!Object.hasOwn(readers, name)) throw unknownProperty(name, 'Event')
    read[name] = readers[name as keyof EventFields](value, name)
  }
  return read
}
