import { type IsoDate, writeDate } from '../../../../domain/calendarDays.ts'
import type { Invitee } from '../../../../domain/exercise.ts'
import type { SeatChange } from '../../../../domain/roster.ts'
import type { LeftOut, SeatReason, SeatWarning } from '../../../../domain/rosterReasons.ts'
import type { RosterOutcome, RosterRefusal } from '../../../../usecases/fillRoster.ts'
import { saySuccessor } from '../directory/directoryWords.ts'
import { inOneSentence, responseWords } from '../exerciseWords.ts'

export const placeWords: Readonly<Record<Invitee['state'], string>> = {
  known: 'Held',
  vacant: 'Vacant',
  unknown: 'Nobody known',
}

export const changeWords: Readonly<Record<SeatChange, string>> = {
  new: 'New',
  changed: 'Changes',
  same: 'As it is',
  kept: 'Kept',
  dropped: 'Goes',
}

const sinceWords = (since: IsoDate | null) => (since ? ` since ${writeDate(since)}` : '')

/** Why a place is proposed as it is. */
export function sayReason(reason: SeatReason): string {
  switch (reason.code) {
    case 'holds-post':
      return `Holds the post ${reason.post}.`
    case 'deputy-of-vacant-post':
      return `Deputy for the post ${reason.post}, which is vacant.`
    case 'post-vacant':
      return `The post ${reason.post} is vacant and has no deputy.`
    case 'no-such-post':
      return `No post of ${reason.unit} carries this role. Add one under Recommendations, owners.`
    case 'serves':
      return reason.everywhere
        ? 'Answers for the whole of London.'
        : `Answers for ${inOneSentence(reason.boroughs)}.`
    case 'headquarters-here':
      return `The headquarters are in ${inOneSentence(reason.boroughs)}.`
    case 'vacant-at':
      return `The role at ${reason.organisation} has been vacant${sinceWords(reason.since)}.`
    case 'deputy-at':
      return `The role at ${reason.organisation} has been vacant${sinceWords(reason.since)}; this is the deputy.`
    case 'nobody-known':
      return `The directory has nobody for ${inOneSentence(reason.boroughs)}.`
    case 'kept-answer':
      return `Has answered: ${responseWords[reason.response].toLowerCase()}. Nobody who answered is moved.`
    case 'kept-by-hand':
      return 'Put here by hand, so left where they are.'
  }
}

/** What to think of before the person is invited. */
export function sayWarning(warning: SeatWarning, today: IsoDate): string {
  switch (warning.code) {
    case 'stale':
      return warning.confirmed
        ? `Last confirmed on ${writeDate(warning.confirmed)}. Ask before you invite.`
        : 'Nobody has confirmed this entry yet.'
    case 'replaced-body':
      return saySuccessor(warning.successor, today)
    case 'sits-twice':
      return `Is also here as ${warning.role}. One person gets one invitation.`
  }
}

/** Why somebody whom the role would fit is not proposed. */
export function sayLeftOut({ code, detail }: LeftOut): string {
  switch (code) {
    case 'headquarters-elsewhere':
      return `Not asked: the headquarters are in ${detail}.`
    case 'headquarters-not-known':
      return 'Not asked: nobody has said where the headquarters are.'
    case 'no-headquarters-here':
      return 'Nobody is asked: no body in the directory has its headquarters in this area.'
    case 'past-retention':
      return `Not asked: the entry was to be kept until ${writeDate(detail)}.`
  }
}

/** Who is meant, for a choice: `Dr Anna Thorne, Richmond Council`. */
export function sayInvitee({ state, name, organisation }: Invitee): string {
  const who = state === 'known' ? name : placeWords[state].toLowerCase()
  return organisation === '' ? who : `${who}, ${organisation}`
}

const refusals: Readonly<Record<RosterRefusal, string>> = {
  'coordinators-only': 'Only coordinators say who is asked.',
  'nothing-changed': 'Everybody has the place already; nothing was changed.',
  'is-cancelled': 'The exercise is cancelled; nobody is asked to it.',
  'being-sent': 'The invitation is being sent. Change the places when it is out.',
  'no-name': 'Somebody who holds a place needs a name.',
  'bad-address': 'This is no e-mail address. Write it as name@organisation.uk, and only one.',
  'no-role': 'The place needs a role.',
  'no-why': 'People have been invited. Say why the places change.',
}

/** Why the places were not saved. */
export function sayNotSaved(outcome: Extract<RosterOutcome, { ok: false }>): string {
  if (outcome.code === 'changed-meanwhile')
    return 'Somebody saved this exercise before you. It is shown as it is now; look at it and try again.'
  if (outcome.code === 'too-many')
    return `So many places do not fit: ${outcome.overflow.by} characters too many. Shorten or leave out some.`
  return refusals[outcome.code]
}

/** `8 held, 1 vacant, 3 not known`. */
export function countWords(invitees: readonly Pick<Invitee, 'state'>[]): string {
  const of = (state: Invitee['state']) => invitees.filter((one) => one.state === state).length
  return [`${of('known')} held`, `${of('vacant')} vacant`, `${of('unknown')} not known`].join(', ')
}

/** Why the places cannot be changed now; null when they can. */
export function whyNotChange(
  exercise: { readonly status: string; readonly invitation: { readonly state: string } | null },
  may: boolean,
): string | null {
  if (!may) return refusals['coordinators-only']
  if (exercise.status === 'cancelled') return refusals['is-cancelled']
  return exercise.invitation?.state === 'sending' ? refusals['being-sent'] : null
}
