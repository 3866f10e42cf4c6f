import { type ColumnMapping, type ColumnMeaning, columnKey, type FoundTable } from '../../domain/anyPaper.ts'
import type { PaperReading } from '../../domain/paperReading.ts'
import type { SourceLine } from './lines.ts'
import { type Layout, readHeading } from './table.ts'

/** The tables of a paper in the board's layout, one for each set of headings that it uses. */
export function boardLayout(lines: readonly SourceLine[]): {
  readonly tables: readonly FoundTable[]
  readonly mapping: ColumnMapping
} {
  const tables = new Map<string, FoundTable>()
  for (const line of lines) {
    const layout = readHeading(line)
    if (layout === null) continue
    const table = tableOf(layout)
    const key = table.columns.map((column) => column.key).join('\n')
    if (!tables.has(key)) tables.set(key, table)
  }
  const columns = [...tables.values()].flatMap((table) => table.columns)
  return {
    tables: [...tables.values()],
    mapping: {
      columns: Object.fromEntries(columns.map(({ key, meaning }) => [key, meaning])),
      statuses: {},
    },
  }
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
export function fitsBoardLayout(
  reading: PaperReading,
  lines: readonly SourceLine[],
  mapping: ColumnMapping,
): boolean {
  const layouts = lines.map(readHeading).filter((layout) => layout !== null)
  const hasOthers = layouts.some(({ columns }) => columns.some(({ name }) => name === 'other'))
  if (layouts.length === 0 || hasOthers || Object.keys(mapping.statuses).length > 0) return false
  const { columns } = boardLayout(lines).mapping
  const isContradicted = Object.entries(columns).some(
    ([key, meaning]) => (mapping.columns[key] ?? meaning) !== meaning,
  )
  if (isContradicted) return false
  const strange = reading.rows.filter(({ doubts }) =>
    doubts.some(({ code }) => code === 'status-unknown'),
  ).length
  return reading.rows.length > 0 && strange * 5 <= reading.rows.length
}
