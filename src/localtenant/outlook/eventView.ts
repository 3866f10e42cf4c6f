import type { Request, Response } from 'express'
import { itemId, wantsImmutableIds } from './itemIds.ts'
import type { StoredEvent } from './storedEvent.ts'
import { ianaZone, inZone } from './zones.ts'

/** How the caller wants events written: its Prefer header and which extended property it expanded. */
export interface EventViewOptions {
  readonly timeZone: string
  readonly immutableIds: boolean
  readonly plainBody: boolean
  readonly select: readonly string[] | undefined
  /** Ids of the extended properties to include, as named in $expand. */
  readonly extended: readonly string[]
}

/** Reads the options from `Prefer`, `$select` and `$expand`, and says in the answer which preferences were followed. */
export function viewOptions(req: Request, res: Response): EventViewOptions {
  const prefer = req.get('prefer') ?? ''
  const zone = /outlook\.timezone\s*=\s*"([^"]*)"/i.exec(prefer)?.[1]
  if (zone !== undefined) ianaZone(zone)
  const plainBody = /outlook\.body-content-type\s*=\s*"?text"?/i.test(prefer)
  const applied = [
    ...(zone === undefined ? [] : [`outlook.timezone="${zone}"`]),
    ...(plainBody ? ['outlook.body-content-type="text"'] : []),
  ]
  if (applied.length > 0) res.set('Preference-Applied', applied.join(', '))
  const select = req.query.$select === undefined ? undefined : String(req.query.$select).split(',')
  return {
    timeZone: zone ?? 'UTC',
    immutableIds: wantsImmutableIds(req),
    plainBody,
    select: select?.map((name) => name.trim()),
    extended: expandedIds(String(req.query.$expand ?? '')),
  }
}

/** `singleValueExtendedProperties($filter=id eq '…' or id eq '…')`: properties come only when they are named. */
function expandedIds(expand: string): readonly string[] {
  const clause = "id\\s+eq\\s+'[^']+'"
  const found = new RegExp(
    `singleValueExtendedProperties\\s*\\(\\s*\\$filter\\s*=\\s*(${clause}(?:\\s+or\\s+${clause})*)\\s*\\)`,
    'i',
  ).exec(expand)?.[1]
  return [...(found ?? '').matchAll(/'([^']+)'/g)].map(([, id = '']) => id)
}

const seconds = (instant: string): string => `${instant.replace(/\.\d+Z$/, '').replace(/Z$/, '')}.0000000Z`

/** HTML as plain text, as Exchange does it for previews and for readers who ask for text. */
export const plain = (html: string): string =>
  html
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\n\s*\n+/g, '\n')
    .trim()

function time(event: StoredEvent, instant: string, options: EventViewOptions) {
  if (!event.isAllDay) return inZone(instant, options.timeZone)
  return { dateTime: `${instant.slice(0, 10)}T00:00:00.0000000`, timeZone: options.timeZone }
}

function properties(event: StoredEvent, options: EventViewOptions): Record<string, unknown> {
  const asText = plain(event.body.content)
  return {
    createdDateTime: seconds(event.createdAt),
    lastModifiedDateTime: seconds(event.changedAt),
    changeKey: changeKey(event),
    categories: event.categories,
    ...(event.transactionId === undefined ? {} : { transactionId: event.transactionId }),
    originalStartTimeZone: event.start.timeZone,
    originalEndTimeZone: event.end.timeZone,
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    isReminderOn: event.isReminderOn,
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: asText.slice(0, 255),
    importance: event.importance,
    sensitivity: event.sensitivity,
    isAllDay: event.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer: event.isOrganizer,
    responseRequested: event.responseRequested,
    seriesMasterId: null,
    showAs: event.showAs,
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(itemId(event.key, false))}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: event.isOnlineMeeting,
    onlineMeetingProvider: event.onlineMeetingProvider,
    allowNewTimeProposals: event.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: event.hideAttendees,
    responseStatus: event.responseStatus,
    body: options.plainBody ? { contentType: 'text', content: asText } : event.body,
    start: time(event, event.startsAt, options),
    end: time(event, event.endsAt, options),
    location: event.location,
    locations: event.locations,
    recurrence: null,
    attendees: event.attendees,
    organizer: { emailAddress: event.organizer },
    onlineMeeting: event.joinUrl === undefined ? null : { joinUrl: event.joinUrl },
  }
}

/** The version of an event as Exchange writes it in `changeKey` and the etag. */
export const changeKey = (event: StoredEvent): string =>
  Buffer.from(`${event.key}:${event.version}`).toString('base64url')

/** An event as Graph sends it. */
export function eventView(event: StoredEvent, options: EventViewOptions): Record<string, unknown> {
  const whole = properties(event, options)
  const chosen = options.select
    ? Object.fromEntries(Object.entries(whole).filter(([name]) => options.select?.includes(name)))
    : whole
  // The id of an extended property is compared as it is written, its value as any text.
  const extended = event.singleValueExtendedProperties.filter(({ id }) => options.extended.includes(id))
  return {
    '@odata.etag': `W/"${changeKey(event)}"`,
    id: itemId(event.key, options.immutableIds),
    ...chosen,
    ...(extended.length > 0 ? { singleValueExtendedProperties: extended } : {}),
  }
}

/** How the host page reads events: in UTC, whole. */
export const plainView: EventViewOptions = {
  timeZone: 'UTC',
  immutableIds: true,
  plainBody: false,
  select: undefined,
  extended: [],
}
