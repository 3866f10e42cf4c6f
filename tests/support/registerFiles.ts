import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import writeExcel, { type SheetData } from 'write-excel-file/node'
import { readAnyPaper } from '../../src/documents/read/readAnyPaper.ts'
import type { AnyPaperResult, ColumnMapping } from '../../src/domain/anyPaper.ts'

type Value = string | number | Date | null

/** An Excel file of named sheets, each a grid of values. */
export async function excelFile(
  sheets: Readonly<Record<string, readonly (readonly Value[])[]>>,
): Promise<Uint8Array> {
  const made = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map(cellOf)) as SheetData,
  }))
  return new Uint8Array(await (await writeExcel(made)).toBuffer())
}

function cellOf(value: Value) {
  if (value === null) return null
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' }
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}

/** A cell of a Word table; `down` merges it with the cells below. */
export interface WordCell {
  readonly text: string
  readonly down?: number
  readonly across?: number
}

/** A Word file of headings and tables; a string is a heading. */
export async function wordFile(
  ...blocks: readonly (string | readonly (readonly (string | WordCell)[])[])[]
): Promise<Uint8Array> {
  const children = blocks.map((block) =>
    typeof block === 'string'
      ? new Paragraph({ text: block, heading: 'Heading2' })
      : new Table({ rows: block.map((cells) => new TableRow({ children: cells.map(wordCell) })) }),
  )
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })))
}

function wordCell(cell: string | WordCell): TableCell {
  const { text, down = 1, across = 1 } = typeof cell === 'string' ? { text: cell } : cell
  const children = text.split('\n').map((line) => new Paragraph(line))
  return new TableCell({ children, rowSpan: down, columnSpan: across })
}

/** A file that was read. */
export type ReadFile = Extract<AnyPaperResult, { ok: true }>
/** Reads a file; one that is refused fails the test. */
export async function read(
  file: Parameters<typeof readAnyPaper>[0],
  mapping?: ColumnMapping,
): Promise<ReadFile> {
  const result = await readAnyPaper(file, mapping)
  if (!result.ok) throw new Error(result.message)
  return result
}
/** Reads separated text as a file of this name. */
export const csv = (text: string, mapping?: ColumnMapping, name = 'register.csv') =>
  read({ bytes: new TextEncoder().encode(text), name }, mapping)

/** The codes of somebody's doubts. */
export const codes = ({ doubts }: { readonly doubts: readonly { readonly code: string }[] }) =>
  doubts.map(({ code }) => code)
