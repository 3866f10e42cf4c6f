import Papa from 'papaparse'
import { type LineOutcome, type LineResult, type TrainingTable, toMend } from '../../domain/trainingTable.ts'

const words: Readonly<Record<LineOutcome, string>> = {
  new: 'brought in',
  changed: 'corrected',
  unchanged: 'there already',
  skipped: 'left out',
  refused: 'to be mended',
  failed: 'failed',
  'not-reached': 'not reached',
}

/** What an import did, line by line, as CSV in UTF-8 with its mark. It names no person. */
export function lineResultsCsv(results: readonly LineResult[]): Uint8Array {
  const rows = results.map(({ line, outcome, note }) => ({ Line: line, Outcome: words[outcome], Note: note }))
  return csvOf(rows, ['Line', 'Outcome', 'Note'])
}

/** The lines that were not brought in, as they stood in the file, with the reason beside them: to mend and import again. */
export function rejectsCsv(table: TrainingTable, results: readonly LineResult[]): Uint8Array {
  const notes = new Map(results.filter(toMend).map(({ line, note }) => [line, note]))
  const columns = [...table.headings, 'Why it was not brought in']
  const rows = table.lines
    .filter(({ line }) => notes.has(line))
    .map(({ line, cells }) => [
      ...table.headings.map((_, index) => cells[index] ?? ''),
      notes.get(line) ?? '',
    ])
  return csvOf(rows, columns)
}

function csvOf(rows: readonly unknown[], columns: readonly string[]): Uint8Array {
  const isGrid = Array.isArray(rows[0]) || rows.length === 0
  const options = { escapeFormulae: true, newline: '\r\n' }
  const csv = isGrid
    ? Papa.unparse({ fields: [...columns], data: rows as unknown[][] }, options)
    : Papa.unparse(rows as object[], { ...options, columns: [...columns] })
  return new TextEncoder().encode(`\uFEFF${csv}\r\n`)
}
