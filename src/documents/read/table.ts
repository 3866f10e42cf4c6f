import { readNumberCell } from './kinds.ts'
import type { SourceLine } from './lines.ts'
import { type CellText, emptyCell, readCell } from './markup.ts'
import { readStatus, type StatusWords } from './statusWords.ts'

type ColumnName = 'number' | 'text' | 'status' | 'due' | 'comment' | 'other'

/** The columns of a table, as its heading names them. */
export interface Layout {
  readonly line: number
  readonly columns: readonly { readonly name: ColumnName; readonly heading: string }[]
}

/** A line of a table, its cells sorted into columns. */
export interface MappedLine {
  readonly line: number
  readonly number: string
  readonly text: CellText
  readonly status: string
  readonly due: CellText
  readonly comment: CellText
  /** Statuses that stand in other columns than their own: one for each part of the row. */
  readonly partStatuses: readonly string[]
  /** Cells do not stand under their headings. */
  readonly shifted: boolean
}

const headings: readonly (readonly [RegExp, ColumnName])[] = [
  [/^(?:current |rag )?(?:status|rag)(?: rating)?$|^traffic light\b/i, 'status'],
  [/\b(?:due|deadline|target date|completion date)\b/i, 'due'],
  [/\b(?:comments?|progress|update|commentary)\b/i, 'comment'],
  [/^(?:no|ref|number|#|item)\.?$/i, 'number'],
  [/recommendation|improvement|\bactions?\b|\bfindings?\b|cause of concern/i, 'text'],
]

/** The layout of a table's heading line, or null for any other line. It needs a status and a due column. */
export function readHeading({ cells, line }: SourceLine): Layout | null {
  if (!cells || cells.length < 3 || cells.some((cell) => cell.length > 200)) return null
  const titles = cells.map((cell) => readCell(cell).plain)
  if (titles.some((title) => title.length > 80)) return null
  const named = titles.map((title) => (title === '' ? null : nameOf(title)))
  if (!named.includes('status') || !named.includes('due')) return null
  const text = named.includes('text') ? named.indexOf('text') : named.indexOf('other')
  if (text < 0) return null
  const columns = titles.map((heading, index) => ({ heading, name: columnAt(named, text, index) }))
  return { line, columns }
}

function nameOf(title: string): ColumnName {
  return headings.find(([pattern]) => pattern.test(title))?.[1] ?? 'other'
}

/** One heading over two cells spans number and text; an empty heading at the end belongs to the comment. */
function columnAt(named: readonly (ColumnName | null)[], text: number, index: number): ColumnName {
  const spansTwo = named[text + 1] === null
  if (index === text) return spansTwo ? 'number' : 'text'
  if (index === text + 1 && spansTwo) return 'text'
  return named[index] ?? (index < text ? 'number' : 'comment')
}

/** Sorts the cells of a line into the columns of its table. */
export function mapLine(source: SourceLine, layout: Layout, words: StatusWords): MappedLine {
  const cells = (source.cells ?? []).map(readCell)
  const names = layout.columns.map((column) => column.name)
  const found = cells.findIndex((cell) => readStatus(cell.plain, words) !== null)
  const own = names.indexOf('status')
  const fits =
    cells.length === names.length && (found < 0 || readStatus(cells[own]?.plain ?? '', words) !== null)
  if (fits || (found >= 0 && cells.length === names.length && isPartLine(cells, found, own))) {
    return collect(source.line, cells, names, layout, words, !fits)
  }
  const guessed = found >= 0 ? namesAround(cells, found) : namesByCount(cells, names)
  return collect(source.line, cells, guessed, layout, words, found >= 0 && cells.length === names.length)
}

/** A line that continues a row and holds a part's status further right than the row's own. */
function isPartLine(cells: readonly CellText[], found: number, own: number): boolean {
  return found > own && cells.slice(0, own + 1).every((cell) => cell.plain === '')
}

/** With a status to hold on to: what is before it is number and text, what follows is due date and comment. */
function namesAround(cells: readonly CellText[], status: number): ColumnName[] {
  return cells.map((cell, index) => {
    if (index === status) return 'status'
    if (index > status) return index === status + 1 ? 'due' : 'comment'
    const isNumber = index < status - 1 && (cell.plain === '' || readNumberCell(cell.plain) !== null)
    return isNumber ? 'number' : 'text'
  })
}

/** Without a status: a row of four under a heading of five has lost its number column, and the other way round. */
function namesByCount(cells: readonly CellText[], names: readonly ColumnName[]): ColumnName[] {
  const withoutNumber = names.filter((name) => name !== 'number')
  const candidates =
    cells.length > names.length ? [['number' as const, ...withoutNumber], names] : [withoutNumber, names]
  const fitting = candidates.find((candidate) => {
    const number = candidate[0] === 'number' ? (cells[0]?.plain ?? '') : ''
    const status = cells[candidate.indexOf('status')]?.plain ?? ''
    return status === '' && (number === '' || readNumberCell(number) !== null)
  })
  return cells.map((_, index) => (fitting ?? names)[index] ?? 'comment')
}

function collect(
  line: number,
  cells: readonly CellText[],
  names: readonly ColumnName[],
  layout: Layout,
  words: StatusWords,
  shifted: boolean,
): MappedLine {
  const columns = new Map<ColumnName, CellText[]>()
  const partStatuses: string[] = []
  for (const [index, cell] of cells.entries()) {
    const name = names[index] ?? 'comment'
    const status = name === 'status' || cell.plain === '' ? null : readStatus(cell.plain, words)
    if (status !== null) partStatuses.push(status)
    else addTo(columns, name, name === 'other' ? titled(cell, layout, index) : cell)
  }
  const at = (name: ColumnName) => merge(columns.get(name) ?? [])
  const number = readNumberCell(at('number').plain)
  const text = number === null ? merge([at('number'), at('text')]) : at('text')
  const status = isMisplaced(at('status').plain, number !== null || text.plain !== '', words)
    ? at('status')
    : null
  return {
    line,
    number: number ?? '',
    text,
    status: status ? '' : at('status').plain,
    due: at('due'),
    comment: merge([status ?? emptyCell, at('comment'), at('other')]),
    partStatuses,
    shifted: shifted || partStatuses.length > 0 || status !== null,
  }
}

/** A sentence in the status column, or a word there beside an empty text, belongs to the comment. */
function isMisplaced(status: string, hasText: boolean, words: StatusWords): boolean {
  return status !== '' && (status.length > 30 || !hasText) && readStatus(status, words) === null
}

function addTo(columns: Map<ColumnName, CellText[]>, name: ColumnName, cell: CellText): void {
  const own = columns.get(name)
  if (own) own.push(cell)
  else columns.set(name, [cell])
}

/** A column that this reader has no place for is kept in the comment, under its heading. */
function titled(cell: CellText, layout: Layout, index: number): CellText {
  const [first, ...others] = cell.lines
  if (first === undefined) return cell
  const heading = layout.columns[index]?.heading ?? ''
  return { ...cell, lines: [heading === '' ? first : `${heading}: ${first}`, ...others] }
}

function merge(cells: readonly CellText[]): CellText {
  const filled = cells.filter((cell) => cell.lines.length > 0)
  if (filled.length < 2) return filled[0] ?? emptyCell
  const lines = filled.flatMap((cell) => cell.lines)
  return {
    lines,
    plain: lines.join(' '),
    listWithoutBullets: filled.some((cell) => cell.listWithoutBullets),
    emphasised: filled.flatMap((cell) => cell.emphasised),
  }
}
