import { findMailbox, rooms } from '../directory.ts'
import { newKey } from './eventStore.ts'
import { sendMeetingMail } from './meetingMail.ts'
import type { Outlook } from './outlookState.ts'
import { answer } from './responses.ts'
import { type Attendee, type StoredEvent, unanswered } from './storedEvent.ts'

const addressOf = (attendee: Attendee): string => attendee.emailAddress.address.toLowerCase()
const others = (event: StoredEvent): Attendee[] =>
  event.attendees.filter((each) => addressOf(each) !== event.mailbox)
const copyOf = (outlook: Outlook, event: StoredEvent, attendee: Attendee): StoredEvent | undefined =>
  outlook.events.copies(event.iCalUId).find(({ mailbox }) => mailbox === addressOf(attendee))

/** The attendee's copy as the organiser's event makes it; with hidden attendees it names the reader alone. */
function attendeeCopy(
  event: StoredEvent,
  attendee: Attendee,
  before: StoredEvent | undefined,
  keepAnswer: boolean,
): StoredEvent {
  const answered = keepAnswer && before !== undefined
  const seen = event.hideAttendees ? [attendee] : event.attendees
  return {
    ...event,
    key: before?.key ?? newKey(),
    mailbox: addressOf(attendee),
    isOrganizer: false,
    transactionId: undefined,
    singleValueExtendedProperties: [],
    attendees: seen.map((each) => ({ ...each, status: unanswered })),
    responseStatus: answered ? before.responseStatus : { ...unanswered, response: 'notResponded' },
    showAs: answered ? before.showAs : 'tentative',
    categories: before?.categories ?? [],
    createdAt: before?.createdAt ?? event.changedAt,
    version: (before?.version ?? 0) + 1,
  }
}

/** Puts the event into the calendars of these attendees and a message into their inboxes; rooms answer at once. */
export function invite(
  outlook: Outlook,
  event: StoredEvent,
  attendees: readonly Attendee[],
  keepAnswer = false,
): void {
  for (const attendee of attendees) {
    if (addressOf(attendee) === event.mailbox) continue
    const before = copyOf(outlook, event, attendee)
    const copy = attendeeCopy(event, attendee, before, keepAnswer)
    outlook.events.save(copy)
    sendMeetingMail(outlook, {
      event,
      type: 'meetingRequest',
      from: event.organizer,
      to: [attendee.emailAddress],
      updated: before !== undefined,
    })
    if (rooms.some(({ mail }) => mail === copy.mailbox)) answerForRoom(outlook, copy)
  }
}

/** A room takes a booking that clashes with nothing it has taken, and declines any other. */
function answerForRoom(outlook: Outlook, copy: StoredEvent): void {
  const clash = outlook.events
    .ofMailbox(copy.mailbox)
    .some(
      (other) =>
        other.iCalUId !== copy.iCalUId &&
        other.responseStatus.response === 'accepted' &&
        !other.isCancelled &&
        other.startsAt < copy.endsAt &&
        other.endsAt > copy.startsAt,
    )
  const words = clash ? 'This room is already booked at that time.' : 'Your request was accepted.'
  answer(outlook, copy, clash ? 'declined' : 'accepted', words)
}

/** Calls the event off in the calendars of these attendees and tells them. */
export function callOff(
  outlook: Outlook,
  event: StoredEvent,
  attendees: readonly Attendee[],
  comment = '',
): void {
  for (const attendee of attendees) {
    const copy = copyOf(outlook, event, attendee)
    if (!copy) continue
    const subject = `Canceled: ${copy.subject.replace(/^Canceled: /, '')}`
    outlook.events.save({
      ...copy,
      subject,
      isCancelled: true,
      showAs: 'free',
      changedAt: outlook.now(),
      version: copy.version + 1,
    })
    sendMeetingMail(outlook, {
      event,
      type: 'meetingCancelled',
      from: event.organizer,
      to: [attendee.emailAddress],
      comment,
    })
  }
}

/** Takes an event out of its calendar; when its organiser does so, the attendees are told. */
export function removeEvent(outlook: Outlook, event: StoredEvent, comment?: string): void {
  if (event.isOrganizer) callOff(outlook, event, others(event), comment)
  outlook.events.remove(event)
}

/**
 * Sends what a change of the organiser's copy makes Exchange send: only the changed attendees when nothing but
 * the attendees was in the request, otherwise everybody; whoever is no longer on the list gets a cancellation.
 * https://learn.microsoft.com/graph/api/event-update
 */
export function sendChanges(
  outlook: Outlook,
  before: StoredEvent,
  after: StoredEvent,
  onlyAttendees: boolean,
): void {
  const listed = new Map(before.attendees.map((each) => [addressOf(each), each]))
  const kept = new Set(after.attendees.map(addressOf))
  callOff(
    outlook,
    before,
    before.attendees.filter((each) => !kept.has(addressOf(each))),
  )
  const changed = after.attendees.filter((each) => listed.get(addressOf(each))?.type !== each.type)
  const moved = before.startsAt !== after.startsAt || before.endsAt !== after.endsAt
  invite(outlook, after, onlyAttendees ? changed : after.attendees, !moved)
}

/** The attendees of a new list, with the answers that those who stay have given. */
export function keepAnswers(before: readonly Attendee[], after: readonly Attendee[]): Attendee[] {
  const answers = new Map(before.map((each) => [addressOf(each), each.status]))
  return after.map((each) => ({ ...named(each), status: answers.get(addressOf(each)) ?? unanswered }))
}

/** Exchange puts the directory's name to an address of the tenant that came without one. */
export function named(attendee: Attendee): Attendee {
  const { address, name } = attendee.emailAddress
  if (name !== address) return attendee
  return { ...attendee, emailAddress: { address, name: findMailbox(address)?.displayName ?? name } }
}
