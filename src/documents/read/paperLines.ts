import type { SourceLine } from './lines.ts'
import { cleanText } from './lines.ts'
import type { GridCell, SourceBlock } from './source.ts'

/** Paragraphs and tables as the lines of the text form: each row of a table is a line, its cells kept apart. */
export function linesOf(blocks: readonly SourceBlock[]): SourceLine[] {
  return blocks.flatMap((block) =>
    block.kind === 'prose'
      ? [{ line: block.line, text: cleanText(block.markup).trim(), cells: null }]
      : block.rows.map(({ line, cells }) => lineOf(line, cells)),
  )
}

/** A row that is one cell from side to side is a line of prose, such as a report's name over its rows. */
function lineOf(line: number, cells: readonly GridCell[]): SourceLine {
  const markups = cells.map((cell) => cleanText(cell.markup))
  const isProse = cells.filter((cell) => !cell.covered).length === 1
  return {
    line,
    text: markups.join('\t').trim(),
    cells: isProse ? null : markups,
  }
}
