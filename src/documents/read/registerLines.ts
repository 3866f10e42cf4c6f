import type { ColumnMeaning } from '../../domain/anyPaper.ts'
import type { CellText } from './markup.ts'
import type { RegisterCell, RegisterLine, RegisterTable } from './registerTables.ts'

/** What the lines of a table are: a row with its parts, or a title over the rows that follow. */
export type PlacedLine =
  | { readonly role: 'begins'; line: RegisterLine; readonly parts: RegisterLine[] }
  | { readonly role: 'banner'; readonly line: RegisterLine }

/**
 * Puts the lines of a table together: a line without a reference of its own belongs to the row above it, as a part
 * where it has words or a status of its own, else as more of the row itself.
 */
export function placeLines(table: RegisterTable): PlacedLine[] {
  const at = placesOf(table)
  const hasNumbers = table.lines.some((line) => at.text(line, 'number') !== '')
  const hasReports = table.columns.some(({ meaning }) => meaning === 'report')
  const placed: PlacedLine[] = []
  for (const line of table.lines) {
    const filled = line.cells.filter(({ text }) => text.plain !== '')
    const current = placed.at(-1)
    if (filled.length === 0) continue
    if (!hasReports && isBanner(line, filled, at)) placed.push({ role: 'banner', line })
    else if (current?.role !== 'begins' || !belongsTo(line, current.line, at, hasNumbers))
      placed.push({ role: 'begins', line, parts: [] })
    else if (isPart(line, current.line, at)) current.parts.push(line)
    else current.line = together(current.line, line)
  }
  return placed
}

interface Places {
  cell(line: RegisterLine, meaning: ColumnMeaning): RegisterCell | undefined
  text(line: RegisterLine, meaning: ColumnMeaning): string
}

function placesOf({ columns }: RegisterTable): Places {
  const cell = (line: RegisterLine, meaning: ColumnMeaning) =>
    line.cells[columns.findIndex((column) => column.meaning === meaning)]
  return { cell, text: (line, meaning) => cell(line, meaning)?.text.plain ?? '' }
}

/** One short text over the columns of a table is a title: of a report, of a part of the register. */
function isBanner(line: RegisterLine, filled: readonly RegisterCell[], at: Places): boolean {
  const [only] = filled
  if (filled.length !== 1 || !only || only.text.plain.length > 200) return false
  const index = line.cells.indexOf(only)
  const reach = line.cells.slice(index + 1).filter(({ covered }) => covered).length
  const isWide = reach >= 2 && reach + 1 >= line.cells.length / 2
  const isText =
    only === at.cell(line, 'text') || only === at.cell(line, 'action') || only === at.cell(line, 'comment')
  return (
    isWide || (index === 0 && !isText && /\p{L}{3}/u.test(only.text.plain) && only.text.plain.length > 15)
  )
}

function belongsTo(line: RegisterLine, main: RegisterLine, at: Places, hasNumbers: boolean): boolean {
  const number = at.text(line, 'number')
  const text = at.text(line, 'text')
  if (number !== '') {
    const isSame = number === at.text(main, 'number')
    return (
      isSame &&
      (text === '' || text === at.text(main, 'text')) &&
      at.text(line, 'report') === at.text(main, 'report')
    )
  }
  return hasNumbers || text === ''
}

/** Words of its own or a status make a part; a date or a comment alone is more of the row above. */
function isPart(line: RegisterLine, main: RegisterLine, at: Places): boolean {
  if (at.text(line, 'action') !== '' || at.text(line, 'status') !== '') return true
  const text = at.text(line, 'text')
  if (text === '' || text === at.text(main, 'text')) return false
  return !(/^\p{Ll}/u.test(text) && !/[.!?:;]$/.test(at.text(main, 'text')))
}

/** A row that a page had parted. */
function together(main: RegisterLine, more: RegisterLine): RegisterLine {
  const cells = main.cells.map((cell, index) => {
    const added = more.cells[index]?.text
    return added === undefined || added.plain === '' || added.plain === cell.text.plain
      ? cell
      : { ...cell, text: goOn(cell.text, added) }
  })
  return { ...main, cells }
}

function goOn(before: CellText, added: CellText): CellText {
  const [first = '', ...others] = added.lines
  const last = before.lines.at(-1)
  const isJoined = last !== undefined && /^\p{Ll}/u.test(first) && !/[.!?:;]$/.test(last)
  const lines = isJoined
    ? [...before.lines.slice(0, -1), `${last} ${first}`, ...others]
    : [...before.lines, ...added.lines]
  return { ...before, lines, plain: lines.join(' ') }
}
