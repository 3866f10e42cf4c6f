/** The columns of a register that this product writes as a sheet or as CSV, in their order. */
export const ownColumns = [
  'Row reference',
  'Line',
  'No.',
  'Kind',
  'Recommendations & Areas for Improvement',
  'Status',
  'Deadline',
  'Due Date',
  'Comment',
  'Owner',
  'Applies to the force',
  'Waiting for',
  'Report',
  'Report type',
  'Published',
  'Count sentences',
  'Report narrative',
  'Report reference',
  'Marking',
] as const
export type OwnColumn = (typeof ownColumns)[number]

/** One line of such a table; what is left out is an empty cell. */
export type OwnLine = Readonly<Partial<Record<OwnColumn, string>>>

/** What a line is, in the column Line; notes follow after a semicolon. */
export const lineWords = {
  row: 'Row',
  part: 'Part',
  ownPart: 'Own part',
  /** Goes on with the cells of the line above, which were too long for a sheet. */
  continued: 'Continued',
} as const
export const lineNotes = {
  undivided: 'not divided',
  noText: 'no text',
  /** Its text is one line, and that is empty. */
  emptyLine: 'empty line',
  ownComment: 'own comment',
} as const

/** Excel holds 32,767 characters in a cell; longer texts go on in the next line. */
export const longestCell = 32_000

const opensFormula = /^'*[=+\-@\t\r]/

/**
 * Makes a cell harmless that a spreadsheet would take for a formula (owasp.org/www-community/attacks/CSV_Injection):
 * an apostrophe before it makes it text. `unguard` takes exactly that one away.
 */
export function guard(cell: string): string {
  return opensFormula.test(cell) ? `'${cell}` : cell
}

/** Takes away what `guard` put before a cell. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && opensFormula.test(cell.slice(1)) ? cell.slice(1) : cell
}
