import { writeDate } from '../../../domain/calendarDays.ts'
import type { ChaseFault, ChasePolicy, ChaseRhythm } from '../../../domain/exerciseChases.ts'
import type { OutlookDifference, Times } from '../../../domain/outlookDifference.ts'

const refusals: Readonly<Record<string, string>> = {
  'not-a-coordinator': 'Only exercise coordinators do this. Nothing was changed.',
  'no-such-place': 'This place is not there any more: somebody changed the roster. It is shown as it is now.',
  'changed-meanwhile':
    'Others kept saving this exercise, so nothing was changed. It is shown as it is now: try again.',
  'no-name': 'Say who it is.',
  'no-role': 'Say for which role.',
  'not-an-address': 'This is no e-mail address. It looks like name@organisation.example.',
  'same-person': 'This is the person who holds the place already.',
  'already-there': 'This person stands in already.',
  'nobody-stands-in': 'Nobody stands in any more. It is shown as it is now.',
  'called-off': 'The exercise was called off. Nothing was changed.',
  'not-yet': 'The day has not come yet, so nobody can have been there. Nothing was changed.',
  'nothing-changed': 'There was nothing to change.',
  'too-long': 'This is too long to be kept. Shorten it; your text is still there.',
  'no-text': 'Write a sentence first.',
  'no-such-point': 'This learning point was changed by somebody else. It is shown as it is now.',
  'became-already': 'This learning point was taken up already. It is shown as it is now.',
  'already-asked': 'You have asked for a place already.',
  'day-is-over': 'The day is over, so nobody can ask for a place any more.',
  'not-asked': 'This was answered already. It is shown as it is now.',
  'not-your-calendar':
    'The invitation is in another coordinator’s calendar: only they can change it there. Nothing was changed.',
  'still-changing': 'Somebody keeps changing the event in Outlook. Nothing was changed; try again.',
  'no-reason': 'Say why, so that whoever asked knows.',
}

/** Why something about an exercise was not done, in a sentence. */
export function refusalWords(code: string): string {
  return refusals[code] ?? 'This is not possible just now. Nothing was changed.'
}

const times = ({ date, start, end }: Times) => `${writeDate(date)}, ${start} to ${end}`

/** What differs, and what each answer to it would do. */
export interface DifferenceWords {
  readonly says: string
  readonly accept: string
  readonly undo: string
  /** What undoing does to people; the mails it sends. */
  readonly undoing: string
}

/** A change that somebody made in Outlook, in words. */
export function differenceWords(difference: OutlookDifference): DifferenceWords {
  switch (difference.kind) {
    case 'gone':
      return {
        says: 'The event is no longer in the organiser’s calendar. Outlook has told everybody that it is off.',
        ...{ accept: 'Call the exercise off here too', undo: 'Invite again' },
        undoing: 'Everybody gets a new invitation.',
      }
    case 'cancelled':
      return {
        says: 'The event was called off in Outlook, and everybody was told.',
        ...{ accept: 'Call the exercise off here too', undo: 'Invite again' },
        undoing: 'Everybody gets a new invitation.',
      }
    case 'moved':
      return {
        says: `Moved in Outlook to ${times(difference.inOutlook)}. The plan says ${times(difference.planned)}.`,
        ...{ accept: 'Keep the new time', undo: 'Move it back' },
        undoing: 'Outlook e-mails everybody that it is moved back.',
      }
    case 'elsewhere':
      return {
        says: `In Outlook the place is now “${difference.inOutlook || 'empty'}”. The plan says “${difference.planned}”.`,
        ...{ accept: 'Keep the new place', undo: 'Put the place back' },
        undoing: 'Outlook e-mails everybody the place.',
      }
    case 'removed':
      return {
        says: `${difference.name} (${difference.role}) was taken off the event in Outlook.`,
        ...{ accept: 'Take them off the roster too', undo: 'Ask them again' },
        undoing: 'Outlook e-mails them alone.',
      }
    case 'added':
      return {
        says: `${difference.name || difference.address} was added to the event in Outlook.`,
        ...{ accept: 'Give them a place', undo: 'Take them off the event' },
        undoing: 'Outlook e-mails them alone.',
      }
  }
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
const howOften = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

/** A rhythm in one sentence: `every 7 days, every 3 days in the last 14, at most 5 times`. */
export function rhythmWords({ every, closeFrom, everyWhenClose, most }: ChaseRhythm): string {
  if (most === 0) return 'never'
  if (most === 1) return `once, after ${days(every)}`
  const close = closeFrom > 0 && everyWhenClose !== every
  return [
    every === 1 ? 'every day' : `every ${days(every)}`,
    ...(close
      ? [`${everyWhenClose === 1 ? 'daily' : `every ${days(everyWhenClose)}`} in the last ${days(closeFrom)}`]
      : []),
    `at most ${howOften(most)}`,
  ].join(', ')
}

/** The whole policy, for whoever wonders when people are asked again. */
export function policyWords(policy: ChasePolicy): string {
  if (!policy.on) return 'Nobody is asked again: chasing is switched off.'
  return `Who has not answered is asked again on working days: in a required role ${rhythmWords(policy.required)}; in an optional one ${rhythmWords(policy.optional)}. By card inside the force, by mail outside.`
}

/** What is wrong with a number of the rhythm. */
export const chaseFaultWords: Readonly<Record<ChaseFault, string>> = {
  every: 'A whole number of days from 1 to 90.',
  closeFrom: 'A whole number of days from 0 to 90.',
  everyWhenClose: 'A whole number of days from 1 to 90.',
  most: 'A whole number from 0 to 20.',
}
