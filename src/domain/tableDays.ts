import { type IsoDate, isIsoDate } from './calendarDays.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day as files of other systems write it: `2021-03-04`, `04/03/2021`, `4.3.21`, `4 March 2021`, each with a time or
 * without. The day comes before the month, as in the United Kingdom; null for anything else, `03/14/2021` too.
 */
export function readDay(text: string): IsoDate | null {
  const words = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/.exec(words)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const signs = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: .*)?$/.exec(words)
  if (signs) return dayOf(signs[3], signs[2], signs[1])
  const spoken = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*[ ,-]+(\d{4}|\d{2})(?: .*)?$/.exec(words)
  const month = months.indexOf(spoken?.[2] ?? '')
  return spoken && month >= 0 ? dayOf(spoken[3], String(month + 1), spoken[1]) : null
}

function dayOf(year = '', month = '', day = ''): IsoDate | null {
  const full = year.length === 2 ? `20${year}` : year
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(text) ? text : null
}
