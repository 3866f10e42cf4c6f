import { readBoroughs } from './boroughs.ts'
import { type IsoDate, isIsoDate } from './calendarDays.ts'
import type { ContactWords } from './contactChange.ts'
import type { ContactMeaning } from './contactColumns.ts'
import type { ContactTable } from './contactTable.ts'
import { type Sector, sectors } from './exercise.ts'
import { bestRole } from './roleMatch.ts'
import type { RoleTemplate } from './roleTemplate.ts'

/** Something in a line that was not understood and is left out or guessed. */
export type ContactDoubt =
  | { readonly code: 'unknown-borough'; readonly text: string }
  | { readonly code: 'unread-date'; readonly text: string }
  | { readonly code: 'sector-guessed'; readonly sector: Sector }
  | { readonly code: 'headquarters-unread'; readonly text: string }

/** A line of a table as an entry would say it. */
export interface ContactRow {
  readonly line: number
  readonly words: ContactWords
  readonly lastConfirmed: IsoDate | null
  readonly doubts: readonly ContactDoubt[]
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A day as people and Excel in the UK write it: `3/4/2021` is 3 April; null for anything else. */
export function readUkDay(text: string): IsoDate | null {
  const tidy = text.trim().replace(/T\d{2}:\d{2}.*$/, '')
  if (isIsoDate(tidy)) return tidy
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/.exec(tidy)
  if (numbers) return dayOf(numbers[3], Number(numbers[2]), numbers[1])
  const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*[ -](\d{4})$/i.exec(tidy)
  return words ? dayOf(words[3], months.indexOf((words[2] ?? '').toLowerCase()) + 1, words[1]) : null
}

function dayOf(year: string | undefined, month: number, day: string | undefined): IsoDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  return isIsoDate(text) ? text : null
}

/**
 * The lines of a table as entries. Roles of the template are called as the template calls them; what is no borough
 * is said as a doubt and left out. Lines without anything in them are passed over.
 * @param meanings what each column holds
 */
export function readContactRows(
  table: Pick<ContactTable, 'lines'>,
  meanings: readonly ContactMeaning[],
  roles: readonly RoleTemplate[],
): readonly ContactRow[] {
  return table.lines
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => {
      const text = (meaning: ContactMeaning) =>
        meanings.flatMap((one, index) => (one === meaning ? [(cells[index] ?? '').trim()] : [])).join(', ')
      return rowOf(line, text, roles)
    })
}

function rowOf(
  line: number,
  text: (meaning: ContactMeaning) => string,
  roles: readonly RoleTemplate[],
): ContactRow {
  const area = boroughsIn(text('boroughs'))
  const seat = boroughsIn(text('headquarters'))
  const known = bestRole(text('role'), roles)
  const said = sectorNamed(text('sector'))
  const sector = said ?? known?.sector ?? guessSector(`${text('role')} ${text('organisation')}`)
  const date = text('last-confirmed')
  const confirmed = readUkDay(date)
  const doubts: ContactDoubt[] = area.unknown.map((one) => ({ code: 'unknown-borough', text: one }))
  for (const one of seat.unknown) doubts.push({ code: 'headquarters-unread', text: one })
  if (date !== '' && confirmed === null) doubts.push({ code: 'unread-date', text: date })
  if (said === null && known === null) doubts.push({ code: 'sector-guessed', sector })
  const name = text('name') || [text('first-name'), text('last-name')].filter(Boolean).join(' ')
  const words: ContactWords = {
    ...{ organisation: text('organisation'), role: known?.role ?? text('role'), name },
    ...{ address: addressIn(text('address')), boroughs: area.names, sector },
    ...{ deputyName: text('deputy-name'), deputyAddress: addressIn(text('deputy-address')) },
    headquarters: seat.names,
  }
  return { line, words, lastConfirmed: confirmed, doubts }
}

/** `Dr A. B. <a.b@c.example>` and `mailto:` as Outlook puts them on the clipboard. */
function addressIn(text: string): string {
  return (/<([^<>]+)>/.exec(text)?.[1] ?? text).replace(/^mailto:/i, '').trim()
}

const everywhere = /^(?:all|all boroughs|london|whole of london|pan[- ]london|london[- ]wide|all london)$/i

function boroughsIn(text: string): {
  readonly names: readonly string[]
  readonly unknown: readonly string[]
} {
  if (text === '' || everywhere.test(text)) return { names: [], unknown: [] }
  const read = readBoroughs(text.replace(/[;|/\n]+/g, ', '))
  return { names: read.boroughs.map(({ name }) => name), unknown: read.unknown }
}

function sectorNamed(text: string): Sector | null {
  const wanted = text.toLowerCase().replace('’', "'").trim()
  return sectors.find((one) => one === wanted) ?? null
}

const sectorWords: readonly (readonly [pattern: RegExp, sector: Sector])[] = [
  [/\bchild(?:ren)?(?:['’]?s)?\b(?! .*\bhospital\b)/i, "children's services"],
  [/\badults?\b|\bsocial care\b|\bsocial services\b/i, 'adult services'],
  [/\beducation\b|\bschools?\b|\bcollege\b|\buniversity\b/i, 'education'],
  [
    /\bhealth\b|\bnhs\b|\bnurs(?:e|ing)\b|\bdoctor\b|\bmedical\b|\bicb\b|\bccg\b|\bhospital\b|\bcare board\b/i,
    'health',
  ],
]

/** The sector that the words of a role and an organisation point to. */
export function guessSector(text: string): Sector {
  return sectorWords.find(([pattern]) => pattern.test(text))?.[1] ?? 'other'
}
