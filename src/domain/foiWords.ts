import { writeDate } from './calendarDays.ts'
import { type FoiPack, hoursLimit } from './foiPack.ts'

/** The heading of a pack. */
export function foiTitle({ reference, theme }: Pick<FoiPack, 'reference' | 'theme'>): string {
  const about = `Answers about training in ${theme}`
  return reference === '' ? about : `${about}, ${reference}`
}

/** What a pack is about and what stands in it, in sentences. */
export function sayScope({ scope, madeOn }: FoiPack): readonly string[] {
  const { fromYear, toYear, asAt, courseKeys } = scope
  const years = fromYear === toYear ? `the year ${fromYear}` : `the years ${fromYear} to ${toYear}`
  const courses = `${courseKeys.length} ${courseKeys.length === 1 ? 'course' : 'courses'}`
  return [
    `${courses}, ${years}. Written on ${writeDate(madeOn)} from what was recorded by ${writeDate(asAt)}; the same questions asked later are answered with the same figures.`,
    'Numbers from 1 to 4 are not shown, because they could point at somebody. Nobody is named.',
  ]
}

/** Hours in words: `a quarter of an hour`, `1 hour`, `2.5 hours`. */
export function sayHours(hours: number): string {
  if (hours === 0.25) return 'a quarter of an hour'
  if (hours === 0.5) return 'half an hour'
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`
}

/** How long it would take to find what is not held, and what follows from that. */
export function sayEffort({ hours, leaveOut }: FoiPack): string {
  if (hours === 0) return 'Nothing: the register answers every question.'
  const all = `To find what the register does not hold would take about ${sayHours(hours)}.`
  if (hours <= hoursLimit) return `${all} That is within the limit of ${hoursLimit} hours.`
  const which = leaveOut.length === 1 ? `question ${leaveOut[0]}` : `questions ${leaveOut.join(', ')}`
  return `${all} That is over the limit of ${hoursLimit} hours; without ${which} the rest stays within it.`
}
