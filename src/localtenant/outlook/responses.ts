import type { MeetingMessageType } from './mailStore.ts'
import { sendMeetingMail } from './meetingMail.ts'
import type { Outlook } from './outlookState.ts'
import type { ResponseStatus, StoredEvent } from './storedEvent.ts'

/** An answer an attendee can give. */
export type Given = 'accepted' | 'tentativelyAccepted' | 'declined'

const messages: Readonly<Record<Given, MeetingMessageType>> = {
  accepted: 'meetingAccepted',
  tentativelyAccepted: 'meetingTenativelyAccepted',
  declined: 'meetingDeclined',
}
const shownAs: Readonly<Record<Given, string>> = {
  accepted: 'busy',
  tentativelyAccepted: 'tentative',
  declined: 'free',
}

/** Answers an invitation: on the attendee's copy, and (unless kept back) on the organiser's with a mail. */
export function answer(
  outlook: Outlook,
  copy: StoredEvent,
  given: Given,
  comment: string,
  send = true,
): void {
  const status: ResponseStatus = { response: given, time: outlook.now() }
  outlook.events.save({
    ...copy,
    responseStatus: status,
    showAs: shownAs[given],
    changedAt: outlook.now(),
    version: copy.version + 1,
  })
  if (send) tellOrganiser(outlook, copy, status, given, comment)
}

function tellOrganiser(
  outlook: Outlook,
  copy: StoredEvent,
  status: ResponseStatus,
  given: Given,
  comment: string,
): void {
  const event = outlook.events.copies(copy.iCalUId).find(({ isOrganizer }) => isOrganizer)
  if (!event) return
  const mine = event.attendees.find(({ emailAddress }) => emailAddress.address.toLowerCase() === copy.mailbox)
  if (!mine) return
  outlook.events.save({
    ...event,
    attendees: event.attendees.map((each) => (each === mine ? { ...each, status } : each)),
    changedAt: outlook.now(),
    version: event.version + 1,
  })
  sendMeetingMail(outlook, {
    event,
    type: messages[given],
    from: mine.emailAddress,
    to: [event.organizer],
    comment,
  })
}
