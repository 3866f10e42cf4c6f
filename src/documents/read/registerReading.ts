import type { ColumnMapping, FoundStatusWord, FoundTable } from '../../domain/anyPaper.ts'
import type { PaperDoubt, PaperLine, PaperReading, PaperRow } from '../../domain/paperReading.ts'
import { isStatus, statuses } from '../../domain/recommendation.ts'
import { placeLines } from './registerLines.ts'
import { type ReportBook, reportBook } from './registerReports.ts'
import { finishRegisterRow, type RegisterDraft, type StatusReading } from './registerRows.ts'
import { blankStatus, foundStatusWords, hasNoStatus } from './registerStatus.ts'
import { findRegisterTables, type RegisterLine, type RegisterTable } from './registerTables.ts'
import type { SourceBlock } from './source.ts'
import { isBlue, statusWord } from './statusGuess.ts'

/** What a reading of somebody's register gives beside its rows. */
export interface RegisterResult {
  readonly reading: PaperReading
  readonly tables: readonly FoundTable[]
  readonly statusWords: readonly FoundStatusWord[]
}

/**
 * Reads tables of recommendations by what their headings and cells mean. Null where there is no such table.
 * @param name the file's name, for a report that has no other
 */
export function readRegister(
  blocks: readonly SourceBlock[],
  name: string,
  mapping: ColumnMapping,
): RegisterResult | null {
  const found = findRegisterTables(blocks, mapping)
  const tables = found.flatMap((one) => (one.kind === 'register' ? [one] : []))
  if (tables.length === 0) return null
  const book = reportBook(name)
  const drafts: RegisterDraft[] = []
  for (const one of found) {
    if (one.kind === 'loose') book.addLoose(one)
    else drafts.push(...draftsOf(one, book))
  }
  const { words, reading } = statusWordsOf(drafts, mapping)
  const rows = numberDoubts(drafts.map((draft) => finishRegisterRow(draft, reading)))
  const { reports, remainder, doubts } = book.finish()
  return {
    reading: readingOf(
      reports,
      rows,
      [...doubts, ...tables.flatMap(guessedColumns)],
      [...remainder, ...tables.flatMap(headingLine)],
    ),
    tables: tables.filter(({ goesOn }) => !goesOn).map((table) => foundTable(table, tables)),
    statusWords: foundStatusWords(words, reading),
  }
}

/** Sorts the lines of a table into rows and the parts of rows, and gives each row its report. */
function draftsOf(table: RegisterTable, book: ReportBook): RegisterDraft[] {
  const drafts: RegisterDraft[] = []
  book.beginTable(table)
  for (const placed of placeLines(table)) {
    if (placed.role === 'banner') book.addBanner(placed.line)
    else if (placed.role === 'begins')
      drafts.push({
        report: book.reportOf(placed.line, table.columns),
        columns: table.columns,
        main: placed.line,
        parts: placed.parts,
      })
  }
  return drafts
}

function statusWordsOf(
  drafts: readonly RegisterDraft[],
  mapping: ColumnMapping,
): { words: ReadonlyMap<string, number>; reading: StatusReading } {
  const words = new Map<string, number>()
  let isOurs = true
  const note = (word: string) => words.set(word, (words.get(word) ?? 0) + 1)
  for (const { columns, main, parts } of drafts) {
    const at = columns.findIndex(({ meaning }) => meaning === 'status')
    const isBlank = hasNoStatus(main, columns)
    if (isBlank) note(blankStatus)
    for (const { cells } of [main, ...parts]) {
      const written = at < 0 ? '' : (cells[at]?.text.lines[0] ?? '')
      if (written === '' || written.length > 60) continue
      note(statusWord(written))
      isOurs &&= isStatus(written)
    }
  }
  return { words, reading: { mapping, hasBlue: [...words.keys()].some(isBlue), isOurs } }
}

function numberDoubts(rows: readonly PaperRow[]): PaperRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const key = `${row.report}\n${row.number}`
    if (row.number === '' || !seen.has(key)) {
      seen.add(key)
      return row
    }
    const message = `The number ${row.number} stands at two rows of this report.`
    return { ...row, doubts: [...row.doubts, { code: 'number-repeated', message, line: row.lines[0] ?? 0 }] }
  })
}

function readingOf(
  reports: PaperReading['reports'],
  rows: readonly PaperRow[],
  doubts: readonly PaperDoubt[],
  remainder: readonly PaperLine[],
): PaperReading {
  const byStatus: Record<string, number> = Object.fromEntries(statuses.map((status) => [status, 0]))
  for (const { status } of rows) byStatus[status] = (byStatus[status] ?? 0) + 1
  return {
    ...{ reports, rows },
    doubts: doubts.toSorted((one, other) => one.line - other.line),
    remainder: remainder.toSorted((one, other) => one.line - other.line),
    totals: { reports: reports.length, rows: rows.length, byStatus },
  }
}

/** A column whose meaning was told from its cells, or that has no place: for a person to look at in the mapping. */
function guessedColumns({ columns, line, goesOn, name }: RegisterTable): PaperDoubt[] {
  if (goesOn) return []
  const guessed = columns.filter(({ meaning, confidence }) => meaning !== 'other' && confidence < 0.7)
  if (guessed.length === 0) return []
  const told = guessed.map(({ heading, meaning }) => `"${heading || 'no heading'}" (${meaning})`).join(', ')
  const message = `The meaning of these columns of ${name} was told from what they hold: ${told}. Check them.`
  return [{ code: 'columns-guessed', message, line }]
}

function headingLine({ line, columns, goesOn }: RegisterTable): PaperLine[] {
  return goesOn ? [] : [{ line, text: columns.map(({ heading }) => heading).join('\t') }]
}

function foundTable(table: RegisterTable, all: readonly RegisterTable[]): FoundTable {
  const own = all.filter((other) => other === table || (other.goesOn && other.columns === table.columns))
  const rows = own.reduce((sum, { lines }) => sum + lines.length, 0)
  return {
    ...{ name: table.name, line: table.line, rows },
    columns: table.columns.map((column, index) => ({
      ...column,
      samples: samplesOf(table.lines, index),
    })),
  }
}

function samplesOf(lines: readonly RegisterLine[], index: number): string[] {
  const texts = new Set<string>()
  for (const { cells } of lines) {
    const text = cells[index]?.text.plain ?? ''
    if (text !== '') texts.add(text.length > 120 ? `${text.slice(0, 120)}…` : text)
    if (texts.size === 3) break
  }
  return [...texts]
}
