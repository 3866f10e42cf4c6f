import Papa from 'papaparse'
import type { PaperReading } from '../../domain/paperReading.ts'
import { ownColumns, unguard } from '../ownTable.ts'
import { sheetCells, textOf } from './excelBlocks.ts'
import type { OfficeParts } from './officeArchive.ts'
import { readOwnTable } from './ownTable.ts'

const [firstColumn] = ownColumns

/** Reads a workbook that this product wrote; null for any other. Throws `Refused`. */
export async function readOwnExcel(parts: OfficeParts, file: string): Promise<PaperReading | null> {
  const texts = parts.get('xl/sharedStrings.xml')
  if (texts === undefined || !new TextDecoder().decode(texts).includes(`>${firstColumn}<`)) return null
  for (const { data } of await sheetCells(parts, file)) {
    const reading = readOwnTable(data.map((row) => row.map((cell) => (cell === null ? '' : textOf(cell)))))
    if (reading) return reading
  }
  return null
}

/** Reads CSV that this product wrote; null for any other text. */
export function readOwnCsv(text: string): PaperReading | null {
  if (!text.slice(0, 400).includes(firstColumn)) return null
  const { data } = Papa.parse<string[]>(text)
  return readOwnTable(data.map((row) => row.map(unguard)))
}
