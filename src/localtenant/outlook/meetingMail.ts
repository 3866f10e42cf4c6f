import type { MeetingMessageType } from './mailStore.ts'
import type { Outlook } from './outlookState.ts'
import type { EmailAddress, StoredEvent } from './storedEvent.ts'

const prefixes: Readonly<Record<MeetingMessageType, string>> = {
  meetingRequest: '',
  meetingCancelled: 'Canceled: ',
  meetingAccepted: 'Accepted: ',
  meetingTenativelyAccepted: 'Tentative: ',
  meetingDeclined: 'Declined: ',
}

interface MeetingMail {
  readonly event: StoredEvent
  readonly type: MeetingMessageType
  readonly from: EmailAddress
  readonly to: readonly EmailAddress[]
  /** What stands in the mail; the event's own body where absent. */
  readonly comment?: string
  readonly updated?: boolean
}

/** Puts a meeting message into the inbox of each of `to`: the invitation, its cancellation, or an answer to it. */
export function sendMeetingMail(outlook: Outlook, mail: MeetingMail): void {
  const { event, type, from, to, comment, updated } = mail
  const content = comment === undefined ? event.body.content : `<p>${escapeHtml(comment)}</p>`
  for (const recipient of to) {
    outlook.mail.deliver({
      mailbox: recipient.address,
      from,
      to: event.hideAttendees && type === 'meetingRequest' ? [recipient] : to,
      cc: [],
      subject: `${updated ? 'Updated: ' : prefixes[type]}${event.subject.replace(/^Canceled: /, '')}`,
      body: { contentType: comment === undefined ? event.body.contentType : 'html', content },
      importance: type === 'meetingCancelled' ? 'high' : event.importance,
      receivedAt: outlook.now(),
      meeting: { type, iCalUId: event.iCalUId },
    })
  }
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
