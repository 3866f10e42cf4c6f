import type { Booking } from './booking.ts'
import { writeDate } from './calendarDays.ts'
import type { CourseRun } from './course.ts'
import type { EventDraft } from './eventDraft.ts'
import { fingerprint } from './fingerprint.ts'
import { escapeHtml } from './invitationText.ts'
import type { Venue } from './venue.ts'

/** What an event is made from. */
export interface EventFacts {
  readonly run: CourseRun
  readonly courseTitle: string
  /** The venue as the directory has it; null where only its name is known. */
  readonly venue: Venue | null
}

/** Whether somebody is to have an event: they have a place on a run that is held. */
export function needsEvent(booking: Booking, run: CourseRun): boolean {
  return booking.state === 'booked' && run.status !== 'cancelled' && booking.address.includes('@')
}

/**
 * The event of one booking, for that person alone: nobody sees who else is on the run, and nobody is mailed because
 * another person joins or leaves.
 * @param claim the name under which it was begun, so that a repeat makes no second event
 */
export function placeEvent(booking: Booking, facts: EventFacts, claim: string): EventDraft {
  const { run, courseTitle } = facts
  return {
    subject: courseTitle,
    bodyHtml: bodyOf(facts),
    ...{ date: run.date, start: run.start, end: run.end, timeZone: 'GMT Standard Time', location: run.venue },
    attendees: [{ name: booking.personName, address: booking.address, type: 'required' }],
    transactionId: `place-${fingerprint(booking.key)}-${claim}`,
    tag: `place/${booking.key}`,
  }
}

/** What an event says, in short: where it is the same, nobody is mailed again. */
export function eventPrint(facts: EventFacts): string {
  const { run, courseTitle } = facts
  return fingerprint(JSON.stringify([courseTitle, run.date, run.start, run.end, run.venue, bodyOf(facts)]))
}

/** A claim of its own for every time that somebody is booked, and for an event that was lost. */
export function eventClaim(booking: Booking): string {
  return fingerprint(JSON.stringify([booking.key, booking.steps.length, booking.eventRef]))
}

function bodyOf({ run, venue }: EventFacts): string {
  const paragraphs = [
    `A place is booked for you on ${writeDate(run.date)}, ${run.start} to ${run.end} UK time.`,
    ...(run.changedWhy === '' ? [] : [`The run was moved: ${run.changedWhy}`]),
    ...whereOf(run, venue),
    ...(run.trainer === '' ? [] : [`Trainer: ${run.trainer}.`]),
    'If you cannot come, give the place back in Follow-Through, so that the next person can have it. Declining this invitation alone does not give it back.',
  ]
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('')
}

function whereOf(run: CourseRun, venue: Venue | null): readonly string[] {
  if (run.venue === '') return []
  const address = venue && venue.address !== '' ? `, ${venue.address.replace(/\s*\n\s*/g, ', ')}` : ''
  const access = venue && venue.access !== '' ? [`Access: ${venue.access}.`] : []
  return [`Where: ${run.venue}${address}.`, ...access]
}
