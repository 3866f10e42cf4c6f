import readExcel, { type CellValue } from 'read-excel-file/universal'
import { writeDate } from '../../domain/calendarDays.ts'
import { type CellColour, emptyFills, excelFills } from './cellColours.ts'
import { attributeOf } from './htmlTokens.ts'
import { archiveOf, type OfficeParts } from './officeArchive.ts'
import { cellBudget, type GridCell, type GridRow, markupOf, type SourceTable } from './source.ts'
import { damaged } from './zipDirectory.ts'

/** The sheets of an Excel file as tables. Of a formula its last value is read, never the formula. Throws `Refused`. */
export async function excelBlocks(parts: OfficeParts, file: string): Promise<SourceTable[]> {
  const sheets = sheetParts(parts)
  const read = await sheetCells(parts, file)
  const fills = excelFills(new TextDecoder().decode(parts.get('xl/styles.xml')))
  let line = 0
  return read.map(({ sheet, data }) => {
    const merged = mergedPlaces(sheets.get(sheet) ?? '')
    const painted = emptyFills(sheets.get(sheet) ?? '', fills, columnNumber)
    const rows: GridRow[] = []
    for (const [index, cells] of data.entries()) {
      const row = cells.map((value, column) => {
        const place = `${index}:${column}`
        return gridCell(value, merged.has(place), painted.get(place))
      })
      if (row.some(({ markup }) => markup !== '')) rows.push({ line: line + index + 1, cells: row })
    }
    line += data.length
    return { kind: 'table', name: sheet, rows }
  })
}

/** The cells of each sheet, once it is known that reading them is safe. Throws `Refused`. */
export async function sheetCells(
  parts: OfficeParts,
  file: string,
  mostCells?: number,
): Promise<{ sheet: string; data: (CellValue | null)[][] }[]> {
  for (const xml of sheetParts(parts).values()) refuseTooLarge(xml, mostCells)
  return readExcel(archiveOf(parts), { trim: false }).catch(() => {
    throw damaged(file)
  })
}

function gridCell(value: CellValue | null, covered: boolean, colour?: CellColour): GridCell {
  if (value === null && colour) return { markup: '', covered, colour }
  return { markup: value === null ? '' : markupOf(textOf(value)), covered }
}

/** A cell as text: dates as people here write them; a spreadsheet's day has no time zone. */
export function textOf(value: CellValue): string {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : writeDate(value.toISOString().slice(0, 10))
  if (typeof value === 'number') return String(Math.round(value * 1e9) / 1e9)
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value)
}

/** The XML of each sheet by its name, in the words of workbook and relationships (ECMA-376 part 1, 18.2). */
function sheetParts(parts: OfficeParts): ReadonlyMap<string, string> {
  const text = (name: string) => new TextDecoder().decode(parts.get(name) ?? new Uint8Array())
  const targets = new Map(
    tagsOf(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attributeOf(tag, 'Id') ?? '',
      attributeOf(tag, 'Target') ?? '',
    ]),
  )
  const named = tagsOf(text('xl/workbook.xml'), 'sheet').map((tag): [string, string] => {
    const target = targets.get(attributeOf(tag, 'r:id') ?? '') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return [decodeXml(attributeOf(tag, 'name') ?? ''), text(path)]
  })
  const all = [...parts.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
  // A sheet that the workbook does not name in the usual way is measured all the same.
  return new Map([...all.map((name): [string, string] => [`\0${name}`, text(name)]), ...named])
}

function tagsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^<>]*)>`, 'g'))].map(([, attributes = '']) =>
    attributes.replace(/\/$/, ''),
  )
}

function decodeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '')
}

/** A cell far out makes a reader fill in all that lies between, so the outermost row and column are looked at first. */
function refuseTooLarge(xml: string, mostCells?: number): void {
  let rows = 0
  let columns = 0
  for (const [, , letters, digits = '0'] of xml.matchAll(
    /<(?:\w+:)?(c|row)\s[^<>]*?\br="([A-Z]{0,7})(\d{1,9})"/g,
  )) {
    columns = Math.max(columns, letters === undefined || letters === '' ? 0 : columnNumber(letters))
    rows = Math.max(rows, Number(digits))
  }
  const budget = cellBudget(mostCells)
  budget.row(columns)
  budget.all(rows * Math.max(columns, 1))
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

/** Places that a merged cell covers, as `row:column` from 0; the first place of each holds the text and is not among them. */
function mergedPlaces(xml: string): ReadonlySet<string> {
  const places = new Set<string>()
  for (const tag of tagsOf(xml, 'mergeCell')) {
    const range = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributeOf(tag, 'ref') ?? '')
    if (!range) continue
    const [, left = '', top = '', right = '', bottom = ''] = range
    for (let row = Number(top) - 1; row < Number(bottom); row += 1) {
      for (let column = columnNumber(left) - 1; column < columnNumber(right); column += 1) {
        // More than any table has; the rest of such a file is read as if it were not merged.
        if (places.size > 100_000) return places
        if (row !== Number(top) - 1 || column !== columnNumber(left) - 1) places.add(`${row}:${column}`)
      }
    }
  }
  return places
}
