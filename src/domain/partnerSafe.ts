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

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const day = '(\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?:[\\s,.]+(\\d{4}|\\d{2}))?'
const [start, end] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])']

/** The ways in which people write days, with the places of day, month and year in what is found. */
const waysToWrite: readonly { readonly way: RegExp; readonly parts: readonly [number, number, number] }[] = [
  { way: written('(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})'), parts: [3, 2, 1] },
  { way: written('(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4}|\\d{2})'), parts: [1, 2, 3] },
  { way: written(`${day}[\\s.-]+(?:of\\s+)?${month}\\.?${year}`), parts: [1, 2, 3] },
  { way: written(`${month}\\.?\\s+(?:the\\s+)?${day}${year}`), parts: [2, 1, 3] },
]

function written(way: string): RegExp {
  return new RegExp(`${start}${way}${end}`, 'giu')
}

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
  const foreign = new Set(others.map((one) => one.date).filter((date) => date !== own.date))
  const found = daysIn(text.normalize('NFKC'), own.date).filter((date) => foreign.has(date))
  return [...new Set(found)].map((date) => ({ what: 'date', found: date }) as const)
}

/** Every day that a text may mean. Without a year it is one of the exercise's own year. */
function daysIn(text: string, own: IsoDate): readonly IsoDate[] {
  return waysToWrite.flatMap(({ way, parts: [dayAt, monthAt, yearAt] }) =>
    [...text.matchAll(way)].flatMap((match) => {
      const named = match[monthAt] ?? ''
      const number = /\d/.test(named) ? Number(named) : months.indexOf(named.slice(0, 3).toLowerCase()) + 1
      const monthAndDay = `${String(number).padStart(2, '0')}-${(match[dayAt] ?? '').padStart(2, '0')}`
      return yearsMeant(match[yearAt] ?? '', monthAndDay, own).map((its) => `${its}-${monthAndDay}`)
    }),
  )
}

/** Two digits after a day may be a year or a time. Where the own day has the same day and month, it is meant. */
function yearsMeant(said: string, monthAndDay: string, own: IsoDate): readonly string[] {
  if (said.length === 4) return [said]
  const unsaid = monthAndDay === own.slice(5) ? [] : [own.slice(0, 4)]
  return said === '' ? unsaid : [`20${said}`, ...unsaid]
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
