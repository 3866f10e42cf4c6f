import Papa from 'papaparse'
import type { TrainingTableResult } from '../../domain/trainingTable.ts'
import { unguard } from '../ownTable.ts'
import { sheetCells, textOf } from './excelBlocks.ts'
import { openFile } from './fileKinds.ts'
import { openOfficeFile } from './officeArchive.ts'
import { Refused } from './refused.ts'

/** A force's whole learning record of a year has 100,000 lines of some ten cells. */
const mostCells = 3_000_000

/**
 * Reads a table of completions or of staff: CSV with commas, semicolons or tabs, or an Excel workbook. The first line
 * with three filled cells is the heading. Never throws: a file that is not read is refused with a sentence.
 */
export async function readTrainingFile(file: {
  readonly bytes: Uint8Array
  readonly name: string
}): Promise<TrainingTableResult> {
  const { name } = file
  try {
    const { grid, isGuess } = await gridOf(file)
    return tableOf(grid, name, isGuess)
  } catch (thrown) {
    const said = thrown instanceof Refused ? thrown.message : `${name} could not be read.`
    return { ok: false, message: `${said} Nothing was read. Save it as CSV and try again.` }
  }
}

interface Grid {
  readonly grid: readonly (readonly string[])[]
  readonly isGuess: boolean
}

async function gridOf(file: { readonly bytes: Uint8Array; readonly name: string }): Promise<Grid> {
  const opened = openFile(file, file.name)
  if (opened.kind === 'text') {
    const { data } = Papa.parse<string[]>(opened.text.replace(/^\uFEFF/, ''))
    return { grid: data.map((row) => row.map(unguard)), isGuess: opened.isGuess }
  }
  if (opened.kind !== 'office') return { grid: [], isGuess: false }
  for (const { data } of await sheetCells(openOfficeFile(opened.bytes, file.name), file.name, mostCells)) {
    const grid = data.map((row) => row.map((cell) => (cell === null ? '' : textOf(cell))))
    if (headingAt(grid) >= 0) return { grid, isGuess: false }
  }
  return { grid: [], isGuess: false }
}

/** A title or a remark above the table has one cell or two. */
function headingAt(grid: readonly (readonly string[])[]): number {
  return grid.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 2)
}

function tableOf(grid: Grid['grid'], name: string, encodingGuessed: boolean): TrainingTableResult {
  const at = headingAt(grid)
  const lines = grid
    .map((cells, index) => ({ line: index + 1, cells }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (at < 0 || lines.length === 0)
    return {
      ok: false,
      message: `${name} holds no table with a heading and a line under it. Nothing was read; the first line should name the columns.`,
    }
  const headings = (grid[at] ?? []).map((cell) => cell.trim())
  return { ok: true, table: { name, headings, lines, encodingGuessed } }
}
