import Papa from 'papaparse'
import type { ContactImportLine } from '../../domain/contactImport.ts'

const words: Readonly<Record<ContactImportLine['outcome'], string>> = {
  added: 'new in the directory',
  changed: 'brought up to date',
  confirmed: 'confirmed, unchanged',
  unchanged: 'unchanged',
  refused: 'not brought in',
  failed: 'failed',
  'not-reached': 'not reached',
}

/**
 * What an import of partners did, line by line, as CSV in UTF-8 with its mark, so that Excel reads it as it is. It
 * names organisations and roles, and no person.
 */
export function contactResultCsv(lines: readonly ContactImportLine[]): Uint8Array {
  const csv = Papa.unparse(
    lines.map(({ line, organisation, role, outcome, note }) => ({
      ...{ Line: line, Organisation: organisation, Role: role, Outcome: words[outcome], Note: note },
    })),
    {
      columns: ['Line', 'Organisation', 'Role', 'Outcome', 'Note'],
      escapeFormulae: true,
      newline: '\r\n',
    },
  )
  return new TextEncoder().encode(`\uFEFF${csv}\r\n`)
}
