import { isHopeful } from '../../../../domain/bookingLadder.ts'
import { daysBetween, type IsoDate, writeDate } from '../../../../domain/calendarDays.ts'
import type { CoverState } from '../../../../domain/cover.ts'
import type { TrainingNeed } from '../../../../usecases/readMyTraining.ts'

/** How somebody stands towards what they need, in a word or two. */
export const coverWords: Readonly<Record<CoverState, string>> = {
  current: 'Done',
  due: 'Due soon',
  'in-grace': 'Still to do',
  lapsed: 'Lapsed',
  never: 'Not done yet',
  exempt: 'Exempt',
}

/** By when, and what was taken last: `Needed by 12 August 2021, in 72 days. Last taken on 12 August 2020.` */
export function sayNeed(
  { state, by, taken }: Pick<TrainingNeed, 'state' | 'by' | 'taken'>,
  today: IsoDate,
): string {
  const last = taken === null ? '' : ` Last taken on ${writeDate(taken)}.`
  if (state === 'exempt') return `It is not asked of you.${last}`
  if (state === 'current')
    return by === null ? `${last.trim() || 'It does not end.'}` : `It counts until ${writeDate(by)}.${last}`
  if (by === null) return `It is needed now.${last}`
  const days = daysBetween(today, by)
  if (days < 0) return `It was needed by ${writeDate(by)}.${last}`
  return `Needed by ${writeDate(by)}, ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}.${last}`
}

/** A booking without a place yet: asked for, in line, or offered and not taken. */
const isAsked = ({ booking }: Pick<TrainingNeed, 'booking'>) =>
  booking !== null && booking.value.state !== 'booked' && isHopeful(booking.value.state)

/** What the section begins with: how many things wait, or that nothing does. */
export function sayNeeds(needs: readonly Pick<TrainingNeed, 'state' | 'booking'>[]): string {
  const open = needs.filter(({ state }) => state !== 'current' && state !== 'exempt')
  if (needs.length === 0) return 'Nothing is asked of your role.'
  if (open.length === 0) return 'Everything that your role asks for is done.'
  const asked = open.filter(isAsked).length
  const without = asked + open.filter(({ booking }) => booking === null).length
  if (open.length === 1) {
    const place = without === 0 ? 'a place' : asked === 1 ? 'asked for a place' : 'no place yet'
    return `One thing is still to do, and you have ${place}.`
  }
  const things = `${open.length} things are still to do`
  if (without === 0) return `${things}, and you have a place for each.`
  const none = without === open.length ? 'and you have no place yet' : `${without} of them without a place`
  return `${things}, ${none}${asked === 0 ? '' : `; ${asked === 1 ? 'one is' : `${asked} are`} asked for`}.`
}
