import { readBoroughs } from '../../domain/boroughs.ts'
import { type IsoDate, isIsoDate } from '../../domain/calendarDays.ts'
import type { PageDoubt, ProgrammeReading, ReadDay } from '../../domain/programmeReading.ts'
import { nameOfUnit } from '../../domain/units.ts'

/** A line of a page, counted from 1. */
export interface PageLine {
  readonly line: number
  readonly text: string
}

interface DateLine {
  readonly date: IsoDate | null
  readonly written: string
  /** What stands behind the date on the same line. */
  readonly rest: string
}

/**
 * Reads the dates of a programme from the lines of a page: a date, and behind it or on the next line the unit. Whatever
 * else the page says is passed over; a line that asks to be deleted before sharing is named, and never brought in.
 */
export function readExercisePage(lines: readonly PageLine[]): ProgrammeReading {
  const days: ReadDay[] = []
  const doubts: PageDoubt[] = lines.filter(isInternal).map(internalDoubt)
  for (const [index, { text, line }] of lines.entries()) {
    const dated = readDateLine(text)
    if (!dated) continue
    if (dated.date === null) {
      doubts.push({ code: 'impossible-date', about: dated.written, line })
      continue
    }
    const place = placeOf(dated, lines[index + 1])
    if (place === null) {
      doubts.push({ code: 'no-place', about: dated.written, line })
      continue
    }
    const { boroughs, unknown } = readBoroughs(place)
    for (const about of unknown) doubts.push({ code: 'unknown-place', about, line })
    const names = [...boroughs.map(({ name }) => name), ...unknown]
    days.push({ date: dated.date, unit: nameOfUnit(names), boroughs: names, line, written: place })
  }
  return { ...nameOfType(lines), days, doubts: [...doubts, ...repeated(days)] }
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const weekdays = '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+'
const inWords = new RegExp(
  `^(?:${weekdays})?(\\d{1,2})\\s*(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${months.join('|')})[a-z]*\\.?,?\\s+(\\d{4})\\b(.*)$`,
  'i',
)
const inFigures = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b(.*)$/
const inOrder = /^(\d{4})-(\d{2})-(\d{2})\b(.*)$/

/** A line that begins with a full date, in words or figures; the UK order of day and month. */
function readDateLine(text: string): DateLine | null {
  const line = text.replace(/\s+/g, ' ').trim()
  const words = inWords.exec(line)
  if (words) {
    const month = months.indexOf((words[2] ?? '').toLowerCase()) + 1
    return dateLine(words[3], String(month), words[1], words[4], line)
  }
  const figures = inFigures.exec(line)
  if (figures) return dateLine(figures[3], figures[2], figures[1], figures[4], line)
  const order = inOrder.exec(line)
  return order ? dateLine(order[1], order[2], order[3], order[4], line) : null
}

function dateLine(year = '', month = '', day = '', rest = '', written = ''): DateLine {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return { date: isIsoDate(date) ? date : null, written, rest: rest.replace(/^[\s:,–—-]+/, '').trim() }
}

/** The unit stands behind the date or on the next line; a next line without any borough is no unit. */
function placeOf({ rest }: DateLine, next: PageLine | undefined): string | null {
  if (readBoroughs(rest).boroughs.length > 0) return rest
  const text = next?.text.replace(/\s+/g, ' ').trim() ?? ''
  if (text === '' || readDateLine(text) !== null) return null
  return readBoroughs(text).boroughs.length > 0 ? text : null
}

const internal =
  /\b(?:delete|remove) this (?:line|sentence|paragraph)\b|\binternal(?: use)? only\b|\bnot for partners\b/i

function isInternal({ text }: PageLine): boolean {
  return internal.test(text)
}

function internalDoubt({ text, line }: PageLine): PageDoubt {
  return { code: 'internal-line', about: text.trim(), line }
}

/** `SPASE means Strategic Partner Safeguarding Exercise`: the capitals and the words that they stand for. */
function nameOfType(lines: readonly PageLine[]): Pick<ProgrammeReading, 'typeName' | 'fullName'> {
  for (const { text } of lines) {
    const [, typeName, fullName] =
      /\b([A-Z]{3,12}) (?:means|stands for) ([A-Z][\w ]{5,80}?)[.,;(]/.exec(text.replace(/\s+/g, ' ')) ?? []
    if (typeName && fullName) return { typeName, fullName: fullName.trim() }
  }
  return { typeName: '', fullName: '' }
}

/** Boroughs and days that the page gives to two units: one of them is a slip. */
function repeated(days: readonly ReadDay[]): readonly PageDoubt[] {
  const seen = new Set<string>()
  const firstTime = (mark: string) => !seen.has(mark) && seen.add(mark)
  return days.flatMap(({ date, boroughs, line, written }): PageDoubt[] => [
    ...boroughs.flatMap((about): PageDoubt[] =>
      firstTime(`${date.slice(0, 4)} ${about}`) ? [] : [{ code: 'borough-twice', about, line }],
    ),
    ...(firstTime(date) ? [] : [{ code: 'date-twice' as const, about: written, line }]),
  ])
}
