import type { Sector } from '../../../../domain/exercise.ts'
import type { Verdict, YearReview } from '../../../../domain/yearReview.ts'

/** The names of the sectors at the beginning of a line. */
export const sectorWords: Readonly<Record<Sector, string>> = {
  police: 'Police',
  health: 'Health',
  education: 'Education',
  "children's services": 'Children’s services',
  'adult services': 'Adult services',
  other: 'Other partners, or not sorted yet',
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

/** What the year came to, in a sentence or two. */
export function reviewSentence(review: YearReview): string {
  const { type, year, planned, held, cancelled, toCome, unmarkedDays, all } = review
  const there = all.attended + all.substitutes
  const days = [
    `${held} held`,
    ...(unmarkedDays > 0 ? [`${unmarkedDays} past without anybody marked as there`] : []),
    ...(cancelled > 0 ? [`${cancelled} called off`] : []),
    ...(toCome > 0 ? [`${toCome} to come`] : []),
  ]
  const first = `${count(planned, `${type} exercise`)} in ${year}: ${days.join(', ')}.`
  if (held === 0) return first
  const came = `${there} of ${count(all.invited, 'invited place')} were filled${all.substitutes > 0 ? `, ${all.substitutes} of them by substitutes` : ''}.`
  return `${first} ${came}`
}

/** The answers to whether it should go on. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  continue: 'It goes on as it is',
  change: 'It goes on, with changes',
  stop: 'It stops',
}
