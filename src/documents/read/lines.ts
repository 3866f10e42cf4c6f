/** One line of the file. `cells` is null for a line of plain prose. */
export interface SourceLine {
  /** Counted from 1. */
  readonly line: number
  readonly text: string
  readonly cells: readonly string[] | null
}

// Soft hyphen, zero-width marks and the byte order mark.
const invisible = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/g
const oddSpace = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\u2028\u2029\u0085\f\v]/g

/**
 * The lines of a text that are not blank. Line ends of every system are understood; no-break and other odd
 * spaces become plain ones, invisible marks go.
 */
export function readLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const clean = cleanText(raw)
    if (clean.trim() !== '') lines.push({ line: index + 1, text: clean.trim(), cells: splitCells(clean) })
  }
  return lines
}

/** A text whose odd spaces are plain ones and whose invisible marks are gone. */
export function cleanText(text: string): string {
  return text.replace(invisible, '').replace(oddSpace, ' ')
}

/** A single tab at the end of a line of prose makes no table of it. */
function splitCells(line: string): string[] | null {
  const cells = line.split('\t')
  const isProse = cells.length === 1 || (cells.length === 2 && cells[1]?.trim() === '')
  return isProse ? null : cells
}
