import Papa from 'papaparse'
import type { PrintedPaper } from '../../domain/printedPaper.ts'
import { guard, ownColumns } from '../ownTable.ts'
import { registerTable } from './registerTable.ts'

/**
 * The rows of a paper as CSV: UTF-8 with a byte order mark, so that Excel reads its letters right, dates as
 * YYYY-MM-DD, and nothing that a spreadsheet would take for a formula.
 */
export function writeRowsCsv(printed: PrintedPaper): Uint8Array {
  const lines = registerTable(printed).map((line) => ownColumns.map((column) => guard(line[column] ?? '')))
  const text = Papa.unparse([[...ownColumns], ...lines], { quotes: true, newline: '\r\n' })
  return new TextEncoder().encode(`\uFEFF${text}\r\n`)
}
