import type { IsoDate } from './calendarDays.ts'

/** An attendee as Outlook knows them. */
export interface Attendee {
  readonly name: string
  readonly address: string
  readonly type: 'required' | 'optional' | 'resource'
}

/**
 * An event ready to be sent: local wall time, never an offset, with the Windows name of UK time, which has
 * summer time (learn.microsoft.com/graph/api/resources/datetimetimezone).
 */
export interface EventDraft {
  readonly subject: string
  readonly bodyHtml: string
  readonly date: IsoDate
  /** The last day, for what takes several; the same day when left out. */
  readonly endDate?: IsoDate
  /** UK local times, `HH:MM`. */
  readonly start: string
  readonly end: string
  readonly timeZone: 'GMT Standard Time'
  readonly location: string
  readonly attendees: readonly Attendee[]
  /** Attendees are hidden from one another unless this says otherwise. */
  readonly showAttendees?: boolean
  /** A Teams meeting goes with it. */
  readonly online?: boolean
  /** The same thing and revision always give the same id, so that a repeat makes no second event. */
  readonly transactionId: string
  /** Key of what it is for, kept on the event so that it can be found again. */
  readonly tag: string
}

/**
 * What of an event changes; what is left out is not touched. A change of nothing but the attendees is told to those
 * alone who are added, taken off or asked in another way; any other change is told to everybody
 * (learn.microsoft.com/graph/api/event-update).
 */
export interface EventChange {
  readonly subject?: string
  readonly bodyHtml?: string
  readonly when?: Pick<EventDraft, 'date' | 'endDate' | 'start' | 'end'>
  readonly location?: string
  /** All attendees after the change: whoever is not in it is taken off and told so. */
  readonly attendees?: readonly Attendee[]
  readonly showAttendees?: boolean
  readonly online?: boolean
  /**
   * Kept on the event, so that a repeat recognises the change as made. For changes that everybody is told of: beside the
   * attendees alone it would make Outlook tell everybody.
   */
  readonly mark?: string
}

/** Says whether Outlook tells of this change only those attendees whom it concerns. */
export function tellsOnlyTheConcerned(change: EventChange): boolean {
  const touched = Object.entries(change).filter(([, value]) => value !== undefined)
  return touched.every(([name]) => name === 'attendees')
}
