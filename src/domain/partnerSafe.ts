import type { IsoDate } from './calendarDays.ts'
import type { Exercise } from './exercise.ts'

/** Something in an invitation that belongs to others or to nobody outside. */
export interface Leak {
  readonly what: 'unit' | 'date' | 'note'
  /** In which part it stands. */
  readonly where: 'subject' | 'text' | 'place'
  /** What was found: the unit's name, the other exercise's day, or the line of the note. */
  readonly found: string
}

/** The words that would leave the house, part by part. */
export interface LeavingWords {
  readonly subject: string
  readonly text: string
  readonly place: string
}

type Own = Pick<Exercise, 'key' | 'type' | 'unit' | 'boroughs' | 'venue' | 'date' | 'internalNote'>
type Other = Pick<Exercise, 'key' | 'unit' | 'date'>

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'june?', 'july?', 'aug', 'sept?', 'oct', 'nov', 'dec']
const fullMonths = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
]

/**
 * What must not leave with an invitation and stands in it all the same: another unit's name, the day of another
 * exercise in any way that people write days, or a line of the internal note. What the exercise's own facts say is
 * its own, also where another unit is called the same.
 */
export function findLeaks(words: LeavingWords, own: Own, others: readonly Other[]): readonly Leak[] {
  const foreign = others.filter((one) => one.key !== own.key)
  return (['subject', 'text', 'place'] as const).flatMap((where) =>
    [
      ...unitsIn(words[where], own, foreign),
      ...datesIn(words[where], own, foreign),
      ...noteIn(words[where], own),
    ].map((leak) => ({ ...leak, where })),
  )
}

/** Names are compared as words: case, spaces, punctuation and the way of writing "and" do not matter. */
function plainWords(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return ` ${plain} `
}

function unitsIn(text: string, own: Own, others: readonly Other[]): readonly Omit<Leak, 'where'>[] {
  const told = plainWords(text)
  const ours = plainWords([own.type, own.unit, ...own.boroughs, own.venue].join(' | '))
  const names = new Set(others.map((one) => one.unit))
  return [...names].flatMap((found) => {
    const name = plainWords(found)
    const isForeign = name.trim() !== '' && !ours.includes(name) && told.includes(name)
    return isForeign ? [{ what: 'unit', found } as const] : []
  })
}

function datesIn(text: string, own: Own, others: readonly Other[]): readonly Omit<Leak, 'where'>[] {
  const days = [...new Set(others.map((one) => one.date))].filter((day) => day !== own.date)
  return days
    .filter((day) => waysToWrite(day, own.date).some((way) => way.test(text.normalize('NFKC'))))
    .map((found) => ({ what: 'date', found }) as const)
}

/** A day of the same year is known without its year; of another year, or with the same day and month, only with it. */
function waysToWrite(day: IsoDate, own: IsoDate): readonly RegExp[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const at = Number(month) - 1
  const name = `(?:${fullMonths[at]}|${months[at]})`
  const number = `0?${Number(date)}(?:st|nd|rd|th)?`
  const short = `(?:${year}|${year.slice(2)})`
  const alone = year === own.slice(0, 4) && day.slice(5) !== own.slice(5)
  const [before, after] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])']
  const withYear = alone ? `(?:[\\s,.]+${short})?` : `[\\s,.]+${short}`
  const ways = [
    `${year}[-./]0?${Number(month)}[-./]0?${Number(date)}`,
    `0?${Number(date)}[-./]0?${Number(month)}[-./]${short}`,
    `${number}[\\s.-]+(?:of\\s+)?${name}\\.?${withYear}`,
    `${name}\\.?\\s+(?:the\\s+)?${number}${withYear}`,
  ]
  return ways.map((way) => new RegExp(`${before}${way}${after}`, 'iu'))
}

/** Lines of fewer letters are found by chance. */
const shortestLine = 12

function noteIn(text: string, own: Own): readonly Omit<Leak, 'where'>[] {
  const told = plainWords(text)
  const lines = own.internalNote.split(/\r?\n/).map((line) => line.trim())
  return lines
    .filter((line) => plainWords(line).trim().length >= shortestLine && told.includes(plainWords(line)))
    .map((found) => ({ what: 'note', found }) as const)
}
