import { GB } from 'chrono-node/en'
import { type IsoDate, isIsoDate, lastDayOfMonth } from '../../domain/calendarDays.ts'

/** A date found in a text. */
export interface FoundDate {
  readonly index: number
  readonly text: string
  readonly date: IsoDate
  readonly precision: 'day' | 'month'
}

/** The months as a regular expression's alternatives, long and short. */
export const monthWords =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec'

// Fixed, so that a reading never depends on the day it is made.
const noReference = new Date(2000, 0, 1)

/**
 * The dates with a year in the first 160 characters of a text, in the UK order of day and month.
 * A month alone is given as its last day; a span is given as its end.
 */
export function findDates(text: string): readonly FoundDate[] {
  return GB.parse(text.slice(0, 160), noReference).flatMap((result) => {
    const end = result.end ?? result.start
    const date = toFound(result.index, result.text, end.get('year'), end.get('month'), end)
    return date ? [date] : []
  })
}

function toFound(
  index: number,
  text: string,
  year: number | null,
  month: number | null,
  parts: { isCertain(part: 'day' | 'month' | 'year'): boolean; get(part: 'day'): number | null },
): FoundDate | null {
  const isWritten = parts.isCertain('year') && parts.isCertain('month') && writesYear(text)
  if (!isWritten || year === null || month === null || year < 1000 || year > 9999) return null
  if (!parts.isCertain('day')) return { index, text, date: lastDayOfMonth(year, month), precision: 'month' }
  const day = `${year}-${String(month).padStart(2, '0')}-${String(parts.get('day')).padStart(2, '0')}`
  return isIsoDate(day) ? { index, text, date: day, precision: 'day' } : null
}

/** "within three months" and "June 21" are readings of chrono's, not years that the paper wrote. */
function writesYear(text: string): boolean {
  return /\d{4}/.test(text) || /\d[/.-]\d{2}$/.test(text) || /[a-z]-\d{2}$/i.test(text)
}

const monthYear = new RegExp(
  `(?:\\b(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?)?\\b(${monthWords}),?\\s(\\d{4,8})\\b`,
  'g',
)

/** A month and year somewhere in a text, however long the text is. */
export interface WrittenMonth {
  readonly text: string
  readonly date: IsoDate | null
}

/** Every "March 2021" and "11th March 2021" of a text; `date` is null for one that cannot be ("April 20201"). */
export function writtenMonths(text: string): WrittenMonth[] {
  return [...text.matchAll(monthYear)].map(([whole, day, month = '', year = '']) => {
    const number = new Date(`${month.slice(0, 3)} 1 2000 00:00Z`).getUTCMonth() + 1
    const isYear = year.length === 4 && Number(year) >= 1900 && Number(year) <= 2099
    if (!isYear) return { text: whole, date: null }
    if (day === undefined) return { text: whole, date: lastDayOfMonth(Number(year), number) }
    const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
    return { text: whole, date: isIsoDate(date) ? date : null }
  })
}
