import type { Instant, IsoDate } from './calendarDays.ts'
import type { Attendee, EventDraft } from './eventDraft.ts'
import { fingerprint } from './fingerprint.ts'

/** What the invited were told last. It is what a change is measured against, for Exchange rewrites bodies. */
export interface Told {
  readonly subject: string
  /** Fingerprint of the text, without a note on what changed; empty when it is not known. */
  readonly text: string
  readonly date: IsoDate
  /** UK local times, `HH:MM`. */
  readonly start: string
  readonly end: string
  readonly location: string
  readonly online: boolean
  readonly showAttendees: boolean
  readonly attendees: readonly Attendee[]
}

/** A change, or calling it off, that was begun and is not known to have gone out. */
export interface PendingChange {
  readonly kind: 'change' | 'call-off'
  /** Changes of this invitation are counted from 1. */
  readonly number: number
  readonly why: string
  readonly at: Instant
  /** Entra object id and name of who began it. */
  readonly by: string
  readonly byName: string
  /** What everybody will have been told; null when it is called off. */
  readonly leadsTo: Told | null
}

/** What a draft tells. @param text the words of the body, before they became HTML */
export function toldBy(draft: EventDraft, text: string): Told {
  return {
    subject: draft.subject,
    text: fingerprint(text),
    date: draft.date,
    start: draft.start,
    end: draft.end,
    location: draft.location,
    online: draft.online ?? false,
    showAttendees: draft.showAttendees ?? false,
    attendees: draft.attendees,
  }
}

/** What an event tells of which nothing was kept: its words cannot be compared any more. */
export function toldByEvent(draft: EventDraft): Told {
  return { ...toldBy(draft, ''), text: '' }
}

/** The mark that a change leaves on the event: two who tell the same leave the same, and nobody is told twice. */
export function markOf(invitation: { readonly revision: number }, change: PendingChange): string {
  return `${invitation.revision}.${change.number}.${fingerprint(JSON.stringify(change.leadsTo))}`
}
