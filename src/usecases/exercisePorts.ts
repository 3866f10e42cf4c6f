import type { Instant, IsoDate } from '../domain/calendarDays.ts'
import type { CalendarEntry } from '../domain/calendarEntry.ts'
import type { EventChange, EventDraft } from '../domain/eventDraft.ts'
import type { Response } from '../domain/exercise.ts'

/** An event as it stands in the organiser's calendar. */
export interface CalendarEvent {
  readonly ref: string
  readonly etag: string
  readonly draft: EventDraft
  readonly attendees: readonly AttendeeAnswer[]
  readonly cancelled: boolean
  /** The mark that the last change of ours left; empty before any. */
  readonly mark?: string
  /** Where the online part is joined; null without one. */
  readonly joinUrl?: string | null
  /** Joins the organiser's copy and those of the attendees. */
  readonly uid?: string
}

export interface AttendeeAnswer {
  readonly address: string
  readonly response: Response
  /** When they answered; null or left out when they have not. */
  readonly at?: Instant | null
}

/** A change is refused when the event was changed since it was read; then it comes back as it is now. */
export type EventUpdate =
  | { readonly ok: true; readonly event: CalendarEvent }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: CalendarEvent }

/** What changed in a calendar since a token. `restarted`: the token was too old, and the events are all there are. */
export interface CalendarChanges {
  readonly events: readonly CalendarEvent[]
  /** Refs of events that are gone from the calendar or were moved out of the stretch of time. */
  readonly removed: readonly string[]
  readonly token: string
  readonly restarted: boolean
}

/** The stretch of time that is followed; `to` is the day after the last. Kept with the token: it belongs to it. */
export interface CalendarStretch {
  readonly from: IsoDate
  readonly to: IsoDate
}

/**
 * One organiser's calendar: the signed-in person's own, a shared mailbox, or the service's. Every method throws
 * `M365Error`.
 */
export interface Calendar {
  /** Creates once: a repeated transaction id gives the event that is already there. */
  create(draft: EventDraft): Promise<{ readonly event: CalendarEvent; readonly already: boolean }>
  /** Throws `M365Error` of kind `missing` when the event is gone. */
  read(ref: string): Promise<CalendarEvent>
  /** Changes what is named and nothing else, provided that the event is still as it was read. */
  update(event: CalendarEvent, change: EventChange): Promise<EventUpdate>
  /** Calls it off and tells the attendees why; false when it was gone already and nobody was told again. */
  cancel(ref: string, why: string): Promise<boolean>
  /** Only what changed since the token; `null` reads the stretch whole and gives the first token. */
  changesSince(token: string | null, stretch: CalendarStretch): Promise<CalendarChanges>
}

/** The calendars that the signed-in person may organise from: their own for an empty address, or a shared mailbox. */
export interface Calendars {
  of(mailbox: string): Calendar
}

/** Writes days as files for calendars that are not Outlook; gives the text of one. */
export interface CalendarFiles {
  write(entry: CalendarEntry): Promise<string>
}
