import { type CellColour, htmlFill, markedColour } from './cellColours.ts'
import { type TextWriter, textWriter } from './cellText.ts'
import { attributeOf, htmlTokens } from './htmlTokens.ts'
import { cellBudget, type GridCell, type GridRow, type SourceBlock } from './source.ts'

const blockTags =
  /^(?:p|div|h[1-6]|ul|ol|dl|dt|dd|blockquote|pre|section|article|header|footer|main|nav|aside|figure|figcaption|hr|form|fieldset|address|center|caption|body|html|head)$/
/** A merged cell reaches no further than this; more is a slip or a trick. */
const widestSpan = 200
const tallestSpan = 10_000

/** A table while its tags go by. A table inside one of its cells is part of that cell's text. */
interface OpenTable {
  readonly rows: GridRow[]
  cells: GridCell[]
  /** For each column how many more rows the cell above reaches down. */
  readonly reaching: Map<number, number>
  /** The cell being read. */
  spans: { columns: number; rows: number; fill: CellColour | null } | null
  inRow: boolean
  /** Tables inside the present cell that are not closed yet. */
  inner: number
}

interface Walk {
  readonly blocks: SourceBlock[]
  readonly name: string
  readonly budget: ReturnType<typeof cellBudget>
  readonly prose: TextWriter
  cell: TextWriter
  table: OpenTable | null
  level: number
  line: number
  inNote: boolean
}

/** The paragraphs and tables of HTML, in order; scripts, styles and every attribute but merged cells are left out. */
export function htmlBlocks(html: string, name: string): SourceBlock[] {
  const walk: Walk = {
    ...{ blocks: [], name, budget: cellBudget(), prose: textWriter(), cell: textWriter() },
    ...{ table: null, level: 0, line: 0, inNote: false },
  }
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') addText(walk, token.text)
    else readTag(walk, token.name, token.kind === 'open', token.kind === 'open' ? token.attributes : '')
  }
  endTable(walk)
  endProse(walk)
  return walk.blocks
}

function addText(walk: Walk, text: string): void {
  if (walk.inNote) return
  if (walk.table === null) walk.prose.text(text)
  else if (walk.table.spans !== null) {
    walk.cell.text(text)
    walk.budget.text(walk.cell.length())
  }
}

function readTag(walk: Walk, name: string, opens: boolean, attributes: string): void {
  if (name === 'table') readTableTag(walk, opens)
  else if (name === 'tr' || name === 'td' || name === 'th') readCellTag(walk, name, opens, attributes)
  else if (name === 'a')
    walk.inNote = opens && /^#(?:foot|end)note/.test(attributeOf(attributes, 'href') ?? '')
  else if (walk.table === null) readProseTag(walk, name, opens)
  else if (walk.table.spans !== null) readTextTag(walk.cell, name, opens)
}

function readTextTag(writer: TextWriter, name: string, opens: boolean): void {
  if (name === 'br') writer.lineBreak()
  else if (name === 'li') {
    if (opens) writer.beginItem()
    else writer.endParagraph()
  } else if (name === 'u' || name === 'ins') writer.emphasis('u', opens)
  else if (name === 'b' || name === 'strong') writer.emphasis('b', opens)
  else if (blockTags.test(name)) writer.endParagraph()
}

function readProseTag(walk: Walk, name: string, opens: boolean): void {
  // Emphasis says nothing outside tables.
  if (name === 'br' || name === 'li' || blockTags.test(name)) endProse(walk)
  const heading = /^h([1-6])$/.exec(name)?.[1]
  if (heading !== undefined) walk.level = opens ? Number(heading) : 0
}

function endProse(walk: Walk): void {
  for (const markup of walk.prose.take()) {
    walk.line += 1
    walk.blocks.push({ kind: 'prose', line: walk.line, markup, level: walk.level })
  }
}

function readTableTag(walk: Walk, opens: boolean): void {
  const { table } = walk
  if (table === null) {
    if (!opens) return
    endProse(walk)
    walk.table = { rows: [], cells: [], reaching: new Map(), spans: null, inRow: false, inner: 0 }
  } else if (table.spans !== null && (opens || table.inner > 0)) {
    walk.cell.endParagraph()
    table.inner += opens ? 1 : -1
  } else if (!opens) endTable(walk)
}

function readCellTag(walk: Walk, name: string, opens: boolean, attributes: string): void {
  const { table } = walk
  if (table === null) return
  if (table.inner > 0) {
    walk.cell.endParagraph()
    return
  }
  if (name === 'tr') {
    endRow(walk, table)
    table.inRow = opens
  } else {
    endCell(walk, table)
    if (!opens) return
    table.inRow = true
    table.spans = {
      columns: span(attributes, 'colspan', widestSpan),
      rows: span(attributes, 'rowspan', tallestSpan),
      fill: htmlFill(attributes),
    }
  }
}

function span(attributes: string, name: string, most: number): number {
  const written = Number.parseInt(attributeOf(attributes, name) ?? '1', 10)
  return Math.min(Math.max(Number.isNaN(written) ? 1 : written, 1), most)
}

const coveredCell: GridCell = { markup: '', covered: true }

/** Places that cells above reach down to come before the next cell. */
function addCovered(table: OpenTable): void {
  for (;;) {
    const left = table.reaching.get(table.cells.length) ?? 0
    if (left === 0) return
    table.reaching.set(table.cells.length, left - 1)
    table.cells.push(coveredCell)
  }
}

function endCell(walk: Walk, table: OpenTable): void {
  const { spans } = table
  if (spans === null) return
  addCovered(table)
  const paragraphs = walk.cell.take()
  const markup =
    paragraphs.length < 2 ? (paragraphs[0] ?? '') : paragraphs.map((one) => `<p>${one}</p>`).join('')
  for (let place = 0; place < spans.columns; place += 1) {
    if (spans.rows > 1) table.reaching.set(table.cells.length, spans.rows - 1)
    table.cells.push(place === 0 ? ownCell(markup, spans.fill) : coveredCell)
  }
  walk.budget.row(table.cells.length)
  walk.cell = textWriter()
  table.spans = null
}

/** A cell that says nothing may still be painted. */
function ownCell(markup: string, fill: CellColour | null): GridCell {
  const colour = markup === '' ? fill : markedColour(markup)
  return colour === null ? { markup, covered: false } : { markup: '', covered: false, colour }
}

function endRow(walk: Walk, table: OpenTable): void {
  endCell(walk, table)
  if (!table.inRow) return
  addCovered(table)
  table.inRow = false
  if (table.cells.some((cell) => cell.markup !== '')) {
    walk.line += 1
    table.rows.push({ line: walk.line, cells: table.cells })
  }
  table.cells = []
}

function endTable(walk: Walk): void {
  const { table } = walk
  if (table === null) return
  table.inner = 0
  endRow(walk, table)
  if (table.rows.length > 0) walk.blocks.push({ kind: 'table', name: walk.name, rows: table.rows })
  walk.table = null
}
