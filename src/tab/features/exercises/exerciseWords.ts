import { type IsoDate, writeDate, writeInstant } from '../../../domain/calendarDays.ts'
import type { Exercise, Invitee, Response, RoleCover } from '../../../domain/exercise.ts'
import { mayInvite, type Person } from '../../../domain/roles.ts'

/** The words for an answer; journeys and people look for exactly these. */
export const responseWords: Record<Response, string> = {
  none: 'No answer yet',
  accepted: 'Accepted',
  tentative: 'Tentative',
  declined: 'Declined',
}

/** `9 people`, `1 person`. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}

/** Several things in one sentence: `Doctor, Nurse and Director`. */
export function inOneSentence(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}

/** How far the invitation has come. What nobody was invited to before its day is not planned any more. */
export function stateWords(
  { invitation, date }: Pick<Exercise, 'invitation' | 'date'>,
  today: IsoDate,
): string {
  if (!invitation) return date < today ? 'Planned for a date now past, nobody invited' : 'Planned'
  if (invitation.state === 'called-off') return 'Called off'
  if (invitation.state === 'sending') return 'Invitation being sent'
  return `Invited on ${writeInstant(invitation.at).replace(/ at .*/, '')}`
}

/** `7 of 9 required roles known, 2 accepted`. */
export function coverWords(cover: RoleCover): string {
  return `${cover.known} of ${cover.required} required roles known, ${cover.accepted} accepted`
}

/** `Missing: Superintendent and Nurse`, or nothing when every required role can be counted on. */
export function missingWords(cover: RoleCover): string {
  if (cover.missing.length === 0) return ''
  if (cover.missing.length === cover.required) return `Missing: all ${cover.required} required roles`
  return `Missing: ${inOneSentence(cover.missing)}`
}

/** `10:00 to 16:00`, as UK clocks show it. */
export function timeWords(exercise: Pick<Exercise, 'start' | 'end'>): string {
  return `${exercise.start} to ${exercise.end}`
}

/** Who stands for a role, or the words for nobody. */
export function personWords(invitee: Pick<Invitee, 'state' | 'name'>): string {
  if (invitee.state === 'vacant') return 'Vacant'
  return invitee.state === 'unknown' ? 'Not known yet' : invitee.name
}

/** Why the invitation of an exercise can't be previewed for sending, or null when it can. */
export function whyNotInvite(exercise: Exercise, me: Person): string | null {
  const { invitation } = exercise
  if (invitation?.state === 'sent') {
    return `The invitation was sent on ${writeInstant(invitation.at)} by ${invitation.organiserName}.`
  }
  if (!mayInvite(me)) return 'Only exercise coordinators send invitations.'
  if (exercise.status === 'cancelled')
    return 'The exercise is called off. Bring it back under Plan to invite to it.'
  if (invitation?.state === 'sending' && invitation.organiser !== me.objectId && !invitation.mailbox) {
    return `${invitation.organiserName} began to send this invitation on ${writeInstant(invitation.at)} and can finish it.`
  }
  const known = exercise.invitees.some((one) => one.state === 'known' && one.address !== '')
  return known ? null : 'Nobody is known for any role yet, so there is nobody to invite.'
}

/** The plain warning about a day that is over. */
export function pastWords(exercise: Pick<Exercise, 'date'>): string {
  return `${writeDate(exercise.date)} is in the past. Outlook would still send this invitation: send it only if you mean to.`
}
