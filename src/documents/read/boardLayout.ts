import { type ColumnMapping, type ColumnMeaning, columnKey, type FoundTable } from '../../domain/anyPaper.ts'
import type { PaperReading } from '../../domain/paperReading.ts'
import type { SourceLine } from './lines.ts'
import { type Layout, readHeading } from './table.ts'

/** The tables of a paper in the board's layout, one for each set of headings that it uses. */
export interface BoardLayout {
  readonly tables: readonly FoundTable[]
  readonly mapping: ColumnMapping
  /** A table has columns that the form does not have. */
  readonly hasOthers: boolean
}

/** Looks for the headings of the board's tables among the lines of a file. */
export function boardLayout(lines: readonly SourceLine[]): BoardLayout {
  const tables = new Map<string, FoundTable>()
  let hasOthers = false
  for (const line of lines) {
    const layout = readHeading(line)
    if (layout === null) continue
    hasOthers ||= layout.columns.some(({ name }) => name === 'other')
    const table = tableOf(layout)
    const key = table.columns.map((column) => column.key).join('\n')
    if (!tables.has(key)) tables.set(key, table)
  }
  const columns = [...tables.values()].flatMap((table) => table.columns)
  const meanings = Object.fromEntries(columns.map(({ key, meaning }) => [key, meaning]))
  return { tables: [...tables.values()], mapping: { columns: meanings, statuses: {} }, hasOthers }
}

function tableOf({ line, columns }: Layout): FoundTable {
  return {
    ...{ name: `Table at line ${line}`, line, rows: 0 },
    columns: columns.map(({ heading, name }, index) => ({
      ...{ key: columnKey(heading, index + 1), heading, confidence: 1, samples: [] },
      meaning: name satisfies ColumnMeaning,
    })),
  }
}

/**
 * Whether a file has the layout of the board's paper, so that the reader of that form may have it: its tables have
 * no columns but those of the form, its status words are of the form, and nobody said that they mean something else.
 */
export function fitsBoardLayout(reading: PaperReading, layout: BoardLayout, mapping: ColumnMapping): boolean {
  if (layout.tables.length === 0 || layout.hasOthers || Object.keys(mapping.statuses).length > 0) return false
  const isContradicted = Object.entries(layout.mapping.columns).some(
    ([key, meaning]) => (mapping.columns[key] ?? meaning) !== meaning,
  )
  if (isContradicted) return false
  const strange = reading.rows.filter(({ doubts }) =>
    doubts.some(({ code }) => code === 'status-unknown'),
  ).length
  return reading.rows.length > 0 && strange * 5 <= reading.rows.length
}
