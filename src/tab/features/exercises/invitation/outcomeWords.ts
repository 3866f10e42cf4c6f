import { writeDate, writeInstant } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import type { Leak } from '../../../../domain/partnerSafe.ts'
import type { CallOffResult } from '../../../../usecases/callOffInvitation.ts'
import type { ChangeResult } from '../../../../usecases/changeInvitation.ts'
import type { InviteResult } from '../../../../usecases/inviteToExercise.ts'
import { inOneSentence, people } from '../exerciseWords.ts'
import { sayDifference } from './differenceWords.ts'

/** One outcome for the person who pressed Send. `final` means that pressing again would do nothing. */
export interface Outcome {
  readonly tone: 'success' | 'warning' | 'error'
  readonly sentence: string
  readonly final: boolean
  /** The event was changed in Outlook itself; our plan can be sent over it. */
  readonly mayOverrule?: boolean
}

const good = (sentence: string): Outcome => ({ tone: 'success', sentence, final: true })
const over = (sentence: string): Outcome => ({ tone: 'warning', sentence, final: true })
const again = (sentence: string): Outcome => ({ tone: 'warning', sentence, final: false })
const failed = (sentence: string, final = false): Outcome => ({ tone: 'error', sentence, final })

const notCoordinator = 'Only exercise coordinators send invitations. Nothing was sent.'

/** Puts what became of sending into a sentence: what happened, what was kept, what to do next. */
export function outcomeWords(result: InviteResult): Outcome {
  switch (result.state) {
    case 'sent':
      return good(sentWords(result.row.value, result.already))
    case 'already-sent':
      return over(alreadySentWords(result.row.value))
    case 'being-sent-by':
      return over(`${result.name} is sending this invitation. Nobody was e-mailed by you.`)
    case 'changed-meanwhile':
      return again(
        'The exercise was changed while you looked at it, so nothing was sent. This is the invitation as it would go out now: check it and send it.',
      )
    case 'refused':
      return failed(inviteRefusals[result.code], true)
    case 'not-partner-safe':
      return failed(`${leakWords(result.leaks)} Nothing was sent.`, true)
    case 'sent-unmarked':
      return again(
        'The invitation is in the calendar and everybody has been invited. Others kept saving the exercise, so it does not show that yet: send again to mark it, and nobody gets it twice.',
      )
    case 'calendar-closed':
      return failed(closedWords(result.failure.message, result.row.value.mailbox))
    case 'unfinished':
      return failed(
        `${result.failure.message} The invitation is kept as begun. Trying again finishes it; nobody gets it twice.`,
      )
  }
}

function closedWords(message: string, mailbox: string): string {
  const where = mailbox === '' ? 'your calendar' : `the calendar of ${mailbox}`
  return `${message} No event could be made in ${where}, and nobody was e-mailed. Ask for access, or choose another mailbox under Plan.`
}

const inviteRefusals = {
  'not-a-coordinator': notCoordinator,
  'nobody-to-invite': 'Nobody is known for any role, so nothing was sent. Add a person first.',
  'called-off': 'The exercise is called off, so nothing was sent. Bring it back under Plan first.',
}

function sentWords({ invitation }: Exercise, already: boolean): string {
  const count = invitation?.invited ?? 0
  const where = invitation?.mailbox ? `the calendar of ${invitation.mailbox}` : 'your calendar'
  const sentence = `One event is in ${where}; ${people(count)} ${count === 1 ? 'has' : 'have'} been invited.`
  return already ? `${sentence} It was there from the try before, so nobody was e-mailed twice.` : sentence
}

function alreadySentWords({ invitation }: Exercise): string {
  if (!invitation) return 'The invitation has been sent already. Nobody was e-mailed again.'
  const day = writeInstant(invitation.at)
  return `${invitation.organiserName} sent this invitation on ${day}. Nobody was e-mailed again.`
}

/** Where the words of an invitation come from, and so where to take out what partners must not read. */
const wherever = 'change the agenda, the joining instructions or the template'

/** What in an invitation belongs to others, and what to do about it. */
export function leakWords(leaks: readonly Leak[], mend = wherever): string {
  const found = leaks.map(({ what, where, found: text }) => {
    const place = { subject: 'the subject', text: 'the text', place: 'the place' }[where]
    if (what === 'unit') return `${place} names ${text}, another unit`
    if (what === 'date') return `${place} names ${writeDate(text)}, the day of another exercise`
    return `${place} holds a line of the internal note, “${text}”`
  })
  const sentence = [...new Set(found)].join('; ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. Partners must not read that: ${mend}.`
}

/** The same for a change of what was sent. */
export function changeWords(result: ChangeResult): Outcome {
  switch (result.state) {
    case 'sent':
      return good(
        result.already
          ? 'The change had reached everybody at the try before; nobody was e-mailed twice.'
          : `The event is changed; ${people(result.told)} ${result.told === 1 ? 'was' : 'were'} e-mailed.`,
      )
    case 'refused':
      return changeRefusals[result.code]
    case 'not-partner-safe':
      return failed(`${leakWords(result.leaks)} Nothing was sent.`)
    case 'not-the-organiser':
      return over(organiserWords(result.name))
    case 'changed-meanwhile':
      return again(
        'The exercise was changed while you looked at it, so nothing was sent. This is the change as it would go out now: check it and send it.',
      )
    case 'changed-in-outlook':
      return {
        ...again(
          `Somebody changed the event in Outlook: ${inOneSentence(result.differences.map(sayDifference))}. Nothing was sent. Take it over under Answers, or send this change all the same: what it does not touch stays as it is in Outlook.`,
        ),
        mayOverrule: true,
      }
    case 'event-gone':
      return over(
        'The event is no longer in the calendar, or it was called off there, so nobody was e-mailed. Look under Answers what Outlook says.',
      )
    case 'sent-unmarked':
      return again(
        'Everybody has been told. Others kept saving the exercise, so it does not show that yet: send again to mark it, and nobody gets it twice.',
      )
    case 'unfinished':
      return failed(
        `${result.failure.message} The change is kept as begun. Trying again finishes it; nobody is e-mailed twice.`,
      )
  }
}

const changeRefusals: Readonly<Record<Extract<ChangeResult, { state: 'refused' }>['code'], Outcome>> = {
  'not-a-coordinator': failed(notCoordinator, true),
  'no-reason': failed('Say why: everybody who is told will ask. Nothing was sent.'),
  'not-sent': over('Nobody has been invited yet, so there is nothing to change. Nothing was sent.'),
  'nothing-changed': over('The invited know it as it is, so nobody was e-mailed.'),
  'nobody-left': over(
    'Nobody is left on the roster. Call the exercise off, or add somebody. Nothing was sent.',
  ),
  'called-off': over('The exercise is being called off, so no change was sent.'),
}

/** The same for calling an exercise off. */
export function callOffWords(result: CallOffResult): Outcome {
  switch (result.state) {
    case 'called-off':
      return good(
        result.already
          ? 'It was called off before, or its event was gone: nobody was e-mailed again.'
          : `Called off: ${people(result.row.value.invitation?.invited ?? 0)} were told why.`,
      )
    case 'refused':
      return {
        'not-a-coordinator': failed(notCoordinator, true),
        'not-sent': over('Nobody has been invited, so there is nobody to tell.'),
        'no-reason': failed('Say why: it is what everybody reads first. Nothing was sent.'),
      }[result.code]
    case 'not-partner-safe':
      return failed(`${leakWords(result.leaks, 'say why in other words')} Nothing was sent.`)
    case 'not-the-organiser':
      return over(organiserWords(result.name))
    case 'changed-meanwhile':
      return again('Somebody saved the exercise in between, so nothing was sent. Look at it and try again.')
    case 'called-off-unmarked':
      return again(
        'Everybody has been told. Others kept saving the exercise, so it does not show that yet: press again to mark it, and nobody is told twice.',
      )
    case 'unfinished':
      return failed(
        `${result.failure.message} It is kept as begun. Trying again finishes it; nobody is told twice.`,
      )
  }
}

function organiserWords(name: string): string {
  return `The event is in the calendar of ${name}, who alone can change it. Nothing was sent. An invitation from a shared mailbox can be changed by everybody who works there.`
}
