import Papa from 'papaparse'
import type { ImportOutcome, ImportReport } from '../../domain/importPlan.ts'

const words: Readonly<Record<ImportOutcome, string>> = {
  created: 'new in the register',
  updated: 'brought up to date',
  unchanged: 'unchanged',
  kept: 'kept as written in Follow-Through',
  refused: 'not brought in',
  failed: 'failed',
  'not-done': 'not reached',
}

/**
 * What an import did, line by line: CSV in UTF-8 with its mark, so that Excel reads it as it is, and with text that
 * begins like a formula made harmless (owasp.org/www-community/attacks/CSV_Injection).
 */
export function importResultCsv(report: ImportReport): Uint8Array {
  const lines = report.results.map(({ what, key, outcome, kept, note }) => ({
    What: what === 'report' ? 'Report' : 'Row',
    Key: key,
    Outcome: words[outcome],
    'Stays as it is here': kept.join(', '),
    Note: note,
  }))
  const absent = report.notInPaper.map((key) => ({
    What: 'Row',
    Key: key,
    Outcome: 'not in this paper, left alone',
    'Stays as it is here': '',
    Note: '',
  }))
  const csv = Papa.unparse([...lines, ...absent], {
    columns: ['What', 'Key', 'Outcome', 'Stays as it is here', 'Note'],
    escapeFormulae: true,
    newline: '\r\n',
  })
  return new TextEncoder().encode(`\uFEFF${csv}\r\n`)
}
