import Papa from 'papaparse'
import { cellBudget, type GridRow, markupOf, type SourceBlock } from './source.ts'

/** What parts the cells of a line. */
export type Delimiter = '\t' | ',' | ';' | '|'

const delimiters: readonly Delimiter[] = ['\t', ',', ';', '|']

/**
 * The delimiter of a text: the one that gives the most lines the same number of cells, three or more at best.
 * Null for prose.
 */
export function delimiterOf(text: string): Delimiter | null {
  // Nobody writes two tabs into a sentence, but many commas.
  if ((text.match(/^[^\t\n]*\t[^\t\n]*\t/gm) ?? []).length > 1) return '\t'
  let best: { delimiter: Delimiter; score: number } | null = null
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text.slice(0, 50_000), {
      delimiter,
      preview: 40,
      skipEmptyLines: 'greedy',
    })
    const widths = Map.groupBy(
      data.filter((row) => row.length > 1),
      (row) => row.length,
    )
    const [width, rows] = [...widths]
      .map(([own, of]) => [own, of.length] as const)
      .sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
    const score = rows * Math.min(width, 8)
    if (rows > 1 && score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best?.delimiter ?? null
}

/** Lines of separated cells as tables; a line of one cell is a paragraph. Quoted cells may hold line ends. */
export function textBlocks(text: string, delimiter: Delimiter, name: string): SourceBlock[] {
  const budget = cellBudget()
  const blocks: SourceBlock[] = []
  let rows: GridRow[] = []
  let line = 0
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', name, rows })
    rows = []
  }
  const parsed = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false })
  for (const cells of parsed.data) {
    line += 1
    budget.row(cells.length)
    for (const cell of cells) budget.text(cell.length)
    const filled = cells.filter((cell) => cell.trim() !== '')
    if (filled.length === 0) continue
    if (cells.length === 1 && rows.length === 0) {
      blocks.push({ kind: 'prose', line, markup: markupOf(cells[0] ?? ''), level: 0 })
      continue
    }
    if (cells.length === 1) endTable()
    rows.push({ line, cells: cells.map((cell) => ({ markup: markupOf(cell.trim()), covered: false })) })
  }
  endTable()
  return blocks
}
