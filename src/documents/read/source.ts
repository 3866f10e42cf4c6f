import type { CellColour } from './cellColours.ts'
import { Refused } from './refused.ts'

/** One cell of a table before anybody knows what it means. */
export interface GridCell {
  /** Its text in the markup of the text form: paragraphs, line breaks, bold and underline; nothing else. */
  readonly markup: string
  /** A merged cell reaches over this place; the text stands in its first place. */
  readonly covered: boolean
  /** The status colour of a cell that holds nothing else. */
  readonly colour?: CellColour
}

export interface GridRow {
  /** Paragraphs and table rows of the source are counted from 1. */
  readonly line: number
  readonly cells: readonly GridCell[]
}

/** A table of the source. */
export interface SourceTable {
  readonly kind: 'table'
  /** The sheet or the file it stands in. */
  readonly name: string
  readonly rows: readonly GridRow[]
}

/** A paragraph outside tables. */
export interface SourceProse {
  readonly kind: 'prose'
  readonly line: number
  readonly markup: string
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly level: number
}

export type SourceBlock = SourceTable | SourceProse

/** More than this is no board paper; a table of 30,000 rows has a quarter of it. */
const mostCells = 600_000
/** A wide register has some thirty columns. */
const mostColumns = 200
/** Longest text of one cell; longer ones could not be kept in the register. */
const longestCell = 200_000

/** Counts cells while a source is read, and refuses what is too much to be a paper. */
export function cellBudget(most = mostCells): {
  row(cells: number): void
  all(cells: number): void
  text(length: number): void
} {
  let spent = 0
  return {
    row(cells) {
      spent += cells
      if (cells > mostColumns) throw tooWide(cells)
      if (spent > most) throw tooMany(most)
    },
    all(cells) {
      if (cells > most) throw tooMany(most)
    },
    text(length) {
      if (length > longestCell) throw tooLong(length)
    },
  }
}

const written = new Intl.NumberFormat('en-GB')

function tooWide(columns: number): Refused {
  return new Refused(
    'too-many-cells',
    `A table has ${written.format(columns)} columns or more; ${mostColumns} are read at most. Delete the columns that are not needed and try again.`,
  )
}

function tooMany(most: number): Refused {
  return new Refused(
    'too-many-cells',
    `The file has more than ${written.format(most)} cells. Keep the sheet that is meant, delete the rest and try again.`,
  )
}

function tooLong(length: number): Refused {
  return new Refused(
    'too-large',
    `One cell holds ${written.format(length)} characters; ${written.format(longestCell)} are read at most. Shorten it and try again.`,
  )
}

/** Text for a cell's markup: what would be taken for a tag or an entity is written so that it stays text. */
export function escapeMarkup(text: string): string {
  return text.replace(/&(?=#?\w{1,8};)/g, '&amp;').replace(/<(?=[/a-z])/gi, '&lt;')
}

/** Lines of plain text as a cell's markup. */
export function markupOf(text: string): string {
  return escapeMarkup(text)
    .replaceAll('\t', ' ')
    .split(/\r\n|\n|\r/)
    .join('<br>')
}
