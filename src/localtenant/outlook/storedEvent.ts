/** An answer to an invitation, in Graph's words. */
export type Response = 'none' | 'organizer' | 'accepted' | 'tentativelyAccepted' | 'declined' | 'notResponded'

export interface ResponseStatus {
  readonly response: Response
  /** ISO instant; Graph's year 0001 where nobody has answered. */
  readonly time: string
}

export interface EmailAddress {
  readonly name: string
  readonly address: string
}

export interface Attendee {
  readonly type: 'required' | 'optional' | 'resource'
  readonly emailAddress: EmailAddress
  readonly status: ResponseStatus
}

export interface ItemBody {
  readonly contentType: 'html' | 'text'
  readonly content: string
}

export interface ExtendedProperty {
  readonly id: string
  readonly value: string
}

/** A wall time as it was written: the zone is kept, since an event stays at its local time. */
export interface WallTime {
  readonly dateTime: string
  readonly timeZone: string
}

/** What whoever writes an event may say about it. */
export interface EventFields {
  readonly subject: string
  readonly body: ItemBody
  readonly start: WallTime
  readonly end: WallTime
  readonly isAllDay: boolean
  readonly location: Readonly<Record<string, unknown>>
  readonly locations: readonly Readonly<Record<string, unknown>>[]
  readonly attendees: readonly Attendee[]
  readonly hideAttendees: boolean
  readonly responseRequested: boolean
  readonly allowNewTimeProposals: boolean
  readonly isOnlineMeeting: boolean
  readonly onlineMeetingProvider: string
  readonly categories: readonly string[]
  readonly showAs: string
  readonly importance: string
  readonly sensitivity: string
  readonly isReminderOn: boolean
  readonly reminderMinutesBeforeStart: number
  readonly transactionId: string | undefined
  readonly singleValueExtendedProperties: readonly ExtendedProperty[]
}

/** One mailbox's copy of an event. */
export interface StoredEvent extends EventFields {
  readonly key: string
  /** Address of the mailbox, in lower case. */
  readonly mailbox: string
  /** Joins the organiser's copy and those of the attendees. */
  readonly iCalUId: string
  readonly isOrganizer: boolean
  readonly organizer: EmailAddress
  readonly responseStatus: ResponseStatus
  readonly isCancelled: boolean
  readonly joinUrl: string | undefined
  /** ISO instants. An all-day event has them at midnight UTC of its days. */
  readonly startsAt: string
  readonly endsAt: string
  readonly createdAt: string
  readonly changedAt: string
  readonly version: number
}

/** Graph's way of saying "never". */
export const NEVER = '0001-01-01T00:00:00Z'
export const unanswered: ResponseStatus = { response: 'none', time: NEVER }
