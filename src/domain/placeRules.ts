import { answerBefore, hoursToAnswer, mostWaiting } from './waitingList.ts'

/** The rules by which places are given, as everybody may read them. They say what the other functions do. */
export const placeRules: readonly string[] = [
  'Whoever asks while a place is free for them has it at once. Whoever asks later waits, in the order of asking.',
  'A place that becomes free is offered to whoever has waited longest. Nobody is passed over, except where the place is kept for another agency or borough.',
  'Places are kept for an agency or a borough until a day; from that day on what is left goes to whoever has waited longest, wherever they work.',
  `An offer is kept for ${hoursWords()}, and never later than ${answerBefore} hours before the start. What is not answered by then goes to the next person.`,
  'Whoever turns an offer down, does not answer it or gives a place back may ask again, at the end of the line.',
  'A place on a date for which nobody waits is offered to those who wait for another date of the course.',
  `At most ${mostWaiting} people can wait for one date.`,
]

function hoursWords(): string {
  const words = hoursToAnswer.map(({ from, hours }) => {
    const when = from === 0 ? 'after that' : `while the date is ${from} days or more away`
    return `${hours} hours ${when}`
  })
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}
