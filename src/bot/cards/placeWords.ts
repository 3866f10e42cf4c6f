import type { AnswerRefusal } from '../../usecases/answerOffer.ts'

const refusals: Readonly<Record<AnswerRefusal, string>> = {
  'run-cancelled': 'The date was cancelled, so there is no place to take.',
  'run-begun': 'The date has begun or is over; places can no longer be changed.',
  'run-not-open': 'The date is not open for bookings.',
  'waiting-full': 'The waiting list is full.',
  'offer-gone': 'The offer has ended, and the place goes to the next person who waits. You can ask again.',
  'no-place': 'There is no place to give back any more.',
  'no-such-run': 'This date is not there any more.',
  'too-busy':
    'Very many people are booking this date just now. Nothing was changed: press again in a few seconds.',
  'no-such-booking': 'This booking is not there any more.',
  'not-yours': 'Only the person it was offered to, or whoever booked for them, may answer.',
}

/** Why an answer to an offer was not taken, and what to do next. */
export function sayAnswerRefusal(code: AnswerRefusal): string {
  return refusals[code]
}
