import { readPaperText } from '../../../src/documents/read/readPaper.ts'
import type { PaperReading, PaperRow } from '../../../src/domain/paperReading.ts'

export const fourColumns = 'Recommendations and areas for improvement\tStatus\tDue Date\tComment'
export const fiveColumns = 'Recommendations and areas for improvement\t\tStatus\tDue Date\tComment'
export const head = ['Keeping the lights on', 'A national report by HMICFRS', 'Published 4th May 2020']

/** A paper of one report whose tables are the given lines. */
export function paper(...lines: readonly string[]): PaperReading {
  return readPaperText([...head, '', ...lines].join('\n'))
}

/** The only row of a paper; more or fewer is a failure of the test. */
export function onlyRow(reading: PaperReading): PaperRow {
  const [row, ...others] = reading.rows
  if (!row || others.length > 0) throw new Error(`expected one row, found ${reading.rows.length}`)
  return row
}

export const codesOf = ({ doubts }: { readonly doubts: readonly { readonly code: string }[] }): string[] =>
  doubts.map(({ code }) => code)

export const dueTexts = (row: PaperRow): string[] => row.due.map(({ text }) => text)
