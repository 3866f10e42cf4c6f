import {
  type IsoDate,
  ukClock,
  writeDate,
  writeDateAndWeekday,
  writeInstant,
} from '../../../domain/calendarDays.ts'
import type { Exercise, Invitee, Response, RoleCover } from '../../../domain/exercise.ts'
import { mayInvite, type Person } from '../../../domain/roles.ts'
import type { InviteResult } from '../../../usecases/inviteToExercise.ts'

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

/** Day and time in full, saying whether UK clocks are on summer time that day. */
export function whenWords(exercise: Pick<Exercise, 'date' | 'start' | 'end'>): string {
  return `${writeDateAndWeekday(exercise.date)}, ${timeWords(exercise)} UK time (${ukClock(exercise.date)})`
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
  if (invitation && invitation.organiser !== me.objectId) {
    return `${invitation.organiserName} began to send this invitation on ${writeInstant(invitation.at)} and can finish it.`
  }
  const known = exercise.invitees.some((one) => one.state === 'known' && one.address !== '')
  return known ? null : 'Nobody is known for any role yet, so there is nobody to invite.'
}

/** One outcome for the person who pressed Send. `final` means that pressing again would do nothing. */
export interface Outcome {
  readonly tone: 'success' | 'warning' | 'error'
  readonly sentence: string
  readonly final: boolean
}

/** Puts what became of sending into a sentence: what happened, what was kept, what to do next. */
export function outcomeWords(result: InviteResult): Outcome {
  switch (result.state) {
    case 'sent':
      return { tone: 'success', sentence: sentWords(result.row.value, result.already), final: true }
    case 'already-sent':
      return { tone: 'warning', sentence: alreadySentWords(result.row.value), final: true }
    case 'being-sent-by':
      return {
        tone: 'warning',
        sentence: `${result.name} is sending this invitation. Nobody was e-mailed by you.`,
        final: true,
      }
    case 'changed-meanwhile':
      return {
        tone: 'warning',
        sentence:
          'The exercise was changed while you looked at it, so nothing was sent. This is the invitation as it would go out now: check it and send it.',
        final: false,
      }
    case 'refused':
      return { tone: 'error', sentence: refusalWords(result.code), final: true }
    case 'sent-unmarked':
      return {
        tone: 'warning',
        sentence:
          'The invitation is in your calendar and everybody has been invited. Others kept saving the exercise, so it does not show that yet: send again to mark it, and nobody gets it twice.',
        final: false,
      }
    case 'unfinished':
      return {
        tone: 'error',
        sentence: `${result.failure.message} The invitation is kept as begun. Trying again finishes it; nobody gets it twice.`,
        final: false,
      }
  }
}

function sentWords({ invitation }: Exercise, already: boolean): string {
  const invited = `One event is in your calendar; ${people(invitation?.invited ?? 0)} have been invited.`
  const sentence = invitation?.invited === 1 ? invited.replace('have been', 'has been') : invited
  return already ? `${sentence} It was there from the try before, so nobody was e-mailed twice.` : sentence
}

function alreadySentWords({ invitation }: Exercise): string {
  if (!invitation) return 'The invitation has been sent already. Nobody was e-mailed again.'
  const day = writeInstant(invitation.at)
  return `${invitation.organiserName} sent this invitation on ${day}. Nobody was e-mailed again.`
}

function refusalWords(code: 'not-a-coordinator' | 'nobody-to-invite'): string {
  return code === 'not-a-coordinator'
    ? 'Only exercise coordinators send invitations. Nothing was sent.'
    : 'Nobody is known for any role, so nothing was sent. Add a person first.'
}

/** The plain warning about a day that is over. */
export function pastWords(exercise: Pick<Exercise, 'date'>): string {
  return `${writeDate(exercise.date)} is in the past. Outlook would still send this invitation: send it only if you mean to.`
}
