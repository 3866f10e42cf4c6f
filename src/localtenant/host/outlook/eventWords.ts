import type { CalendarEvent } from '../tenantApi.ts'

const answers: Readonly<Record<string, string>> = {
  organizer: 'Organiser',
  accepted: 'Accepted',
  tentativelyAccepted: 'Tentative',
  declined: 'Declined',
  notResponded: 'No answer yet',
  none: 'No answer yet',
}

/** An answer to an invitation, in words. */
export const answerWords = (response: string | null | undefined): string =>
  answers[response ?? 'none'] ?? 'No answer yet'

/** What to show before the subject of an event that has been called off. */
export const subjectOf = (event: CalendarEvent): string => event.subject || '(No subject)'

/** Where an event is, online or in a room. */
export function whereOf(event: CalendarEvent): string {
  const place = event.location?.displayName ?? ''
  if (!event.isOnlineMeeting) return place
  return place ? `${place}; Microsoft Teams meeting` : 'Microsoft Teams meeting'
}
