import type { ColumnMapping, ColumnMeaning } from '../../domain/anyPaper.ts'
import type { CellColour } from './cellColours.ts'
import { type ColumnGuess, guessColumns, guessHeading } from './columns.ts'
import { cleanText } from './lines.ts'
import { type CellText, readCell } from './markup.ts'
import type { GridRow, SourceBlock, SourceTable } from './source.ts'

/** A cell of a register's table with its text. */
export interface RegisterCell {
  readonly text: CellText
  readonly covered: boolean
  readonly colour?: CellColour
}

/** A line of a register's table. */
export interface RegisterLine {
  readonly line: number
  readonly cells: readonly RegisterCell[]
}

/** A table whose columns are known. */
export interface RegisterTable {
  readonly kind: 'register'
  readonly name: string
  /** Where its heading stands; the first line of a table that goes on with the one before. */
  readonly line: number
  readonly columns: readonly ColumnGuess[]
  readonly lines: readonly RegisterLine[]
  /** It has no heading of its own. */
  readonly goesOn: boolean
}

/** Text that stands outside such tables, in the order of the source. */
export interface LooseText {
  readonly kind: 'loose'
  readonly line: number
  /** With the markup of the text form. */
  readonly markup: string
  readonly level: number
}

/** A heading stands near the top of its table. */
const headingWithin = 25

/** Finds the tables of recommendations among the blocks of a source. The rest is loose text. */
export function findRegisterTables(
  blocks: readonly SourceBlock[],
  mapping: ColumnMapping,
): (RegisterTable | LooseText)[] {
  const found: (RegisterTable | LooseText)[] = []
  let last: RegisterTable | null = null
  for (const block of blocks) {
    if (block.kind === 'prose') {
      found.push({ kind: 'loose', line: block.line, markup: cleanText(block.markup), level: block.level })
      continue
    }
    const table: RegisterTable | null = readTable(block, mapping, last, found)
    if (table) {
      found.push(table)
      last = table
    } else for (const row of block.rows) found.push(...looseRow(row))
  }
  return found
}

function readTable(
  block: SourceTable,
  mapping: ColumnMapping,
  last: RegisterTable | null,
  found: (RegisterTable | LooseText)[],
): RegisterTable | null {
  const at = headingAt(block.rows, mapping)
  if (at < 0) return last && goesOnWith(block, last)
  for (const row of block.rows.slice(0, at)) found.push(...looseRow(row))
  const heading = readHeadingRows(block.rows, at)
  const lines = block.rows.slice(heading.end).map(readLine)
  const titles = heading.titles
  const columns = guessColumns(titles, columnSamples(lines, titles.length), mapping)
  const has = (meaning: ColumnMeaning) => columns.some((column) => column.meaning === meaning)
  const isRegister =
    has('text') && (has('status') || has('due') || has('comment') || has('owner') || has('number'))
  if (!isRegister || lines.length === 0) return null
  const isRepeated = (line: RegisterLine) =>
    titles.every((title, index) => (line.cells[index]?.text.plain ?? '') === title)
  return {
    ...{ kind: 'register', name: block.name, line: block.rows[at]?.line ?? 0, columns, goesOn: false },
    lines: lines.filter((line) => !isRepeated(line)).map((line) => withColour(line, columns)),
  }
}

/** A status that is only painted is a word, too; it says that it comes from the colour. */
function withColour(line: RegisterLine, columns: readonly ColumnGuess[]): RegisterLine {
  const at = columns.findIndex(({ meaning }) => meaning === 'status')
  const colour = line.cells[at]?.text.plain === '' ? line.cells[at]?.colour : undefined
  if (!colour) return line
  const cells = line.cells.map((cell, index) =>
    index === at ? { ...cell, text: readCell(`${colour} (by colour)`) } : cell,
  )
  return { ...line, cells }
}

/** A table without a heading goes on with the one before where it has as many columns. */
function goesOnWith(block: SourceTable, last: RegisterTable): RegisterTable | null {
  const widths = block.rows.map(({ cells }) => cells.length)
  if (block.name !== last.name || widths.some((width) => width !== last.columns.length)) return null
  const lines = block.rows.map(readLine).map((line) => withColour(line, last.columns))
  return { ...last, line: lines[0]?.line ?? 0, lines, goesOn: true }
}

/** The row whose cells read most like headings, or -1. Two that are known are the least, and one must tell much. */
function headingAt(rows: readonly GridRow[], mapping: ColumnMapping): number {
  let best = { at: -1, score: 0 }
  for (const [at, row] of rows.slice(0, headingWithin).entries()) {
    const score = headingScore(row, mapping)
    if (score > best.score) best = { at, score }
  }
  return best.at
}

function headingScore({ cells }: GridRow, mapping: ColumnMapping): number {
  const titles = cells
    .filter((cell) => !cell.covered && cell.markup !== '')
    .map((cell) => plainOf(cell.markup))
  if (titles.length < 2 || titles.some((title) => title.length > 120)) return 0
  const guesses = titles.map((title, index) => {
    const guess = guessHeading(title, index + 1)
    return mapping.columns[guess.key] === undefined ? guess : { ...guess, confidence: 1 }
  })
  const known = guesses.filter(({ confidence }) => confidence >= 0.6)
  const telling = known.some(({ meaning }) => ['text', 'action', 'status', 'due'].includes(meaning))
  return known.length >= 2 && telling && known.length * 3 >= titles.length ? known.length : 0
}

/** Whether a table of the source has a heading in two rows. */
export function hasSplitHeading(blocks: readonly SourceBlock[], mapping: ColumnMapping): boolean {
  return blocks.some((block) => {
    const at = block.kind === 'table' ? headingAt(block.rows, mapping) : -1
    return block.kind === 'table' && at >= 0 && readHeadingRows(block.rows, at).end > at + 1
  })
}

/** Headings may take two rows, where one title stands over two columns ("Target date" over "Original", "Revised"). */
function readHeadingRows(rows: readonly GridRow[], at: number): { titles: string[]; end: number } {
  const upper = rows[at]?.cells ?? []
  const lower = rows[at + 1]?.cells ?? []
  const upperTitles = upper.map((cell) => plainOf(cell.markup))
  const isSplit = upper.some((cell, index) => cell.covered && (lower[index]?.markup ?? '') !== '')
  const fits =
    isSplit &&
    lower.every((cell, index) => {
      const isUnderSpan = upper[index]?.covered || upper[index + 1]?.covered
      return cell.markup === '' || (isUnderSpan && plainOf(cell.markup).length < 40)
    })
  if (!fits) return { titles: upperTitles, end: at + 1 }
  let over = ''
  const titles = upper.map((cell, index) => {
    if (!cell.covered) over = upperTitles[index] ?? ''
    return `${cell.covered || (lower[index]?.markup ?? '') !== '' ? over : (upperTitles[index] ?? '')} ${plainOf(lower[index]?.markup ?? '')}`.trim()
  })
  return { titles, end: at + 2 }
}

function plainOf(markup: string): string {
  return readCell(cleanText(markup)).plain
}

function readLine({ line, cells }: GridRow): RegisterLine {
  return {
    line,
    cells: cells.map(({ markup, covered, colour }) => ({
      ...{ text: readCell(cleanText(markup)), covered },
      ...(colour ? { colour } : {}),
    })),
  }
}

const mostSamples = 200

function columnSamples(lines: readonly RegisterLine[], columns: number): string[][] {
  const some = lines.slice(0, mostSamples)
  return Array.from({ length: columns }, (_, index) =>
    some.map(({ cells }) => cells[index]?.text.plain || (cells[index]?.colour ?? '')),
  )
}

/** A row of a table that is not about recommendations, or above a heading: one line of text for each filled cell. */
function looseRow({ line, cells }: GridRow): LooseText[] {
  const filled = cells.filter((cell) => cell.markup !== '')
  if (filled.length === 1)
    return [{ kind: 'loose', line, markup: cleanText(filled[0]?.markup ?? ''), level: 0 }]
  const markup = cells.map((cell) => cleanText(cell.markup)).join('\t')
  return [{ kind: 'loose', line, markup, level: 0 }]
}
