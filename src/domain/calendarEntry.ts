import { type Instant, type IsoDate, writeDate } from './calendarDays.ts'
import type { Exercise } from './exercise.ts'
import { fingerprint } from './fingerprint.ts'
import { withoutInternalLines } from './invitationTemplate.ts'

/** Whose calendar it is, or who is asked. */
export interface CalendarPerson {
  readonly name: string
  readonly address: string
}

/**
 * One day for one calendar. `request` asks a person to come, `cancel` takes the same day away again, `publish` is for
 * whoever only wants to note it (RFC 5546). Times are those of UK clocks, `HH:MM`.
 */
export interface CalendarEntry {
  readonly method: 'request' | 'cancel' | 'publish'
  /** The same for the life of the exercise, so that a later file changes the day instead of adding one. */
  readonly uid: string
  /** Grows with every change; a calendar drops a file whose number is lower than what it has. */
  readonly sequence: number
  readonly stampedAt: Instant
  readonly subject: string
  readonly text: string
  readonly date: IsoDate
  readonly start: string
  readonly end: string
  readonly location: string
  /** Null only where it is published. */
  readonly organiser: CalendarPerson | null
  /** The one person whom the file is for; nobody else's name is in it. */
  readonly attendee: (CalendarPerson & { readonly required: boolean }) | null
}

/** The name of an exercise in calendars. It holds neither its date nor its unit: a copy of it tells nothing. */
export function calendarUid(exercise: Pick<Exercise, 'key'>): string {
  return `${fingerprint(exercise.key)}@follow-through`
}

/**
 * The day of an exercise for a calendar that is not Outlook. It is written from this exercise alone; the internal note is
 * not part of it, and internal lines of what is told stay behind.
 */
export function dayEntryOf(exercise: Omit<Exercise, 'internalNote'>, stampedAt: Instant): CalendarEntry {
  const { type, unit, date, start, end, venue, agenda, joining, invitation } = exercise
  const cancelled = exercise.status === 'cancelled'
  const changes = (invitation?.revision ?? 0) + (invitation?.changes ?? 0)
  return {
    ...{ method: 'publish', uid: calendarUid(exercise), sequence: changes + (cancelled ? 1 : 0), stampedAt },
    subject: `${cancelled ? 'Called off: ' : ''}${type}: ${unit}, ${writeDate(date)}`,
    text: [agenda, joining]
      .map(withoutInternalLines)
      .filter((one) => one.trim() !== '')
      .join('\n\n'),
    ...{ date, start, end, location: venue, organiser: null, attendee: null },
  }
}
