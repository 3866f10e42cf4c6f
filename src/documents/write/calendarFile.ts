import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator'
import type { CalendarEntry } from '../../domain/calendarEntry.ts'

const zone = 'Europe/London'

/**
 * United Kingdom time since 1996: summer time from the last Sunday of March to the last Sunday of October, changing
 * at 01:00 UTC (Directive 2000/84/EC and the Summer Time Order 2002).
 */
const ukTimeZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

const methods = {
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
  publish: ICalCalendarMethod.PUBLISH,
} as const

/**
 * Writes one day as an iCalendar file (RFC 5545, RFC 5546) that Outlook, Apple Calendar and Google Calendar read.
 * A `request` has METHOD:REQUEST from the start: the three take a cancellation only of what they took as a request.
 */
export function writeCalendarFile(entry: CalendarEntry): string {
  const calendar = ical({
    prodId: { company: 'Follow-Through', product: 'Exercises', language: 'EN' },
    method: methods[entry.method],
    // Without a name: with one, the library would write the stamp in local time, and RFC 5545 wants it in UTC.
    timezone: { name: null, generator: () => ukTimeZone },
  })
  const event = calendar.createEvent({
    id: plain(entry.uid),
    sequence: entry.sequence,
    stamp: entry.stampedAt,
    start: `${entry.date}T${entry.start}:00`,
    end: `${entry.date}T${entry.end}:00`,
    timezone: zone,
    summary: entry.subject,
    description: entry.text,
    location: entry.location,
    status: entry.method === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: entry.method === 'cancel' ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  })
  if (entry.organiser)
    event.organizer({ name: plain(entry.organiser.name), email: plain(entry.organiser.address) })
  if (entry.attendee && entry.method !== 'publish') {
    event.createAttendee({
      name: plain(entry.attendee.name),
      email: plain(entry.attendee.address),
      role: entry.attendee.required ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: entry.method === 'request',
    })
  }
  return `${calendar.toString()}\r\n`
}

/** Names and addresses go into a line's own grammar, where a line break would begin another property. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}
