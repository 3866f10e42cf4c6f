import type { ColumnGuess } from './contactColumns.ts'

/** A line of a table of partners, with its number in the file, from 1. */
export interface ContactTableLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** A table of partners as it stands in a file, before anybody has said what its columns mean. */
export interface ContactTable {
  readonly name: string
  readonly columns: readonly ColumnGuess[]
  readonly lines: readonly ContactTableLine[]
  /** The file is not UTF-8 and was read as Windows-1252. */
  readonly encodingGuessed: boolean
}

export type ContactTableRefusal = 'empty' | 'too-large' | 'not-text' | 'no-table'

/** What came of a file: its table, or a code and a sentence that says why there is none. */
export type ContactTableResult =
  | { readonly ok: true; readonly table: ContactTable }
  | { readonly ok: false; readonly code: ContactTableRefusal; readonly message: string }
