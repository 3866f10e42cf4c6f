import Papa from 'papaparse'
import { guessContactColumns } from '../../domain/contactColumns.ts'
import type { ContactTableResult } from '../../domain/contactTable.ts'
import { unguard } from '../ownTable.ts'
import { sheetCells, textOf } from './excelBlocks.ts'
import { openFile } from './fileKinds.ts'
import { openOfficeFile } from './officeArchive.ts'
import { Refused } from './refused.ts'

/** The largest file that is read. A line has about 200 letters, so that this is more than 20,000 partners. */
export const largestContactBytes = 5 * 1024 * 1024

/**
 * Reads a table of partners: CSV with commas, semicolons or tabs, or an Excel workbook. The first line that has three
 * filled cells is the heading. Never throws: a file that is not read is refused with a sentence.
 */
export async function readContactFile(file: {
  readonly bytes: Uint8Array
  readonly name: string
}): Promise<ContactTableResult> {
  const { name, bytes } = file
  if (bytes.length === 0) return refuse('empty', `${name} is empty. Nothing was read.`)
  if (bytes.length > largestContactBytes)
    return refuse('too-large', `${name} is larger than 5 MB. Nothing was read; split it and try again.`)
  try {
    const { grid, isGuess } = await gridOf(file)
    return tableOf(grid, name, isGuess)
  } catch (thrown) {
    const said = thrown instanceof Refused ? thrown.message : `${name} could not be read. Nothing was read.`
    return refuse('not-text', `${said} Save the partners as CSV and try again.`)
  }
}

function refuse(
  code: Extract<ContactTableResult, { ok: false }>['code'],
  message: string,
): ContactTableResult {
  return { ok: false, code, message }
}

interface Grid {
  readonly grid: readonly (readonly string[])[]
  readonly isGuess: boolean
}

async function gridOf(file: { readonly bytes: Uint8Array; readonly name: string }): Promise<Grid> {
  const opened = openFile(file, file.name)
  switch (opened.kind) {
    case 'text': {
      const { data } = Papa.parse<string[]>(opened.text.replace(/^\uFEFF/, ''))
      return { grid: data.map((row) => row.map(unguard)), isGuess: opened.isGuess }
    }
    case 'office': {
      for (const { data } of await sheetCells(openOfficeFile(opened.bytes, file.name), file.name)) {
        const grid = data.map((row) => row.map((cell) => (cell === null ? '' : textOf(cell))))
        if (headingAt(grid) >= 0) return { grid, isGuess: false }
      }
      return { grid: [], isGuess: false }
    }
    default:
      return { grid: [], isGuess: false }
  }
}

/** A title or a remark above the table has one cell or two. */
function headingAt(grid: readonly (readonly string[])[]): number {
  return grid.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 2)
}

function tableOf(
  grid: readonly (readonly string[])[],
  name: string,
  encodingGuessed: boolean,
): ContactTableResult {
  const at = headingAt(grid)
  const headings = (grid[at] ?? []).map((cell) => cell.trim())
  const lines = grid
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (at < 0 || lines.length === 0)
    return refuse(
      'no-table',
      `${name} holds no table with a heading and a line under it. Nothing was read; the first line should name the columns, such as Organisation, Role, Name, Email, Boroughs.`,
    )
  return { ok: true, table: { name, columns: guessContactColumns(headings), lines, encodingGuessed } }
}
