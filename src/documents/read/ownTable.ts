import { fingerprint } from '../../domain/fingerprint.ts'
import type { PaperReading, PaperReport, PaperRow } from '../../domain/paperReading.ts'
import type { Element } from '../../domain/recommendation.ts'
import { lineNotes, lineWords, type OwnColumn, ownColumns } from '../ownTable.ts'
import { readDueEntry } from './dueEntries.ts'
import { readElements } from './elements.ts'
import { asJoined, countStatuses, kindOfLabel, readNumber, readPartStatus, readPublished } from './ownRows.ts'

type Cells = Record<OwnColumn, string>

/** A line with its number in the table, from 1. */
interface TableLine {
  readonly line: number
  readonly cells: Cells
}

interface RowDraft {
  readonly report: number
  readonly main: TableLine
  readonly parts: TableLine[]
}

/**
 * Reads the table that this product writes as a sheet or as CSV; nothing is guessed. Null for any other table.
 * @param grid its lines, the heading first; cells as text, days in whatever form
 */
export function readOwnTable(grid: readonly (readonly string[])[]): PaperReading | null {
  const [heading = [], ...body] = grid
  const places = new Map(heading.map((name, index) => [name.trim(), index]))
  if (!ownColumns.slice(0, 9).every((name) => places.has(name))) return null
  const lines = joined(
    body.map((cells, index): TableLine => {
      const at = (name: OwnColumn) => cells[places.get(name) ?? -1] ?? ''
      const named = Object.fromEntries(ownColumns.map((name) => [name, at(name)])) as Cells
      return { line: index + 2, cells: named }
    }),
  )
  return readingOf(lines)
}

/** Puts together what a sheet's longest cell had parted. */
function joined(lines: readonly TableLine[]): readonly TableLine[] {
  const whole: TableLine[] = []
  for (const one of lines) {
    const before = whole.at(-1)
    if (before && wordOf(one) === lineWords.continued) {
      const { cells } = before
      for (const name of ownColumns) {
        if (name !== 'Line' && name !== 'Row reference') cells[name] += one.cells[name]
      }
    } else if (one.cells['Row reference'] !== '' || one.cells.Line !== '') whole.push(one)
  }
  return whole
}

function wordOf({ cells }: TableLine): string {
  return cells.Line.split(';')[0]?.trim() ?? ''
}

function has(one: TableLine, note: string): boolean {
  return one.cells.Line.split(';')
    .slice(1)
    .some((part) => part.trim() === note)
}

function readingOf(lines: readonly TableLine[]): PaperReading {
  const reports = new Map<string, { readonly index: number; readonly report: PaperReport }>()
  const drafts: RowDraft[] = []
  for (const one of lines) {
    const word = wordOf(one)
    if (word === lineWords.part || word === lineWords.ownPart) {
      drafts.at(-1)?.parts.push(one)
      continue
    }
    const key = one.cells['Report reference'] || one.cells.Report
    const known = reports.get(key) ?? { index: reports.size, report: reportOf(one) }
    reports.set(key, known)
    drafts.push({ report: known.index, main: one, parts: [] })
  }
  const rows = drafts.map(rowOf)
  return {
    reports: [...reports.values()].map(({ report }) => report),
    rows,
    ...{ doubts: [], remainder: [] },
    totals: { reports: reports.size, rows: rows.length, byStatus: countStatuses(rows) },
  }
}

function reportOf({ line, cells }: TableLine): PaperReport {
  const sentences = cells['Count sentences']
  return {
    ...{ title: cells.Report, typeLine: cells['Report type'], lines: [line] },
    published: readPublished(cells.Published),
    claims: sentences === '' ? [] : sentences.split('\n').map((claim) => claim.replace(/^• /, '')),
    narrative: cells['Report narrative'],
    ...placeOf(cells['Report reference']),
  }
}

function placeOf(key: string): { place?: number; keyPrint?: string } {
  if (key === '') return {}
  return { place: Number(/~(\d{1,4})$/.exec(key)?.[1] ?? 1), keyPrint: fingerprint(key) }
}

function rowOf({ report, main, parts }: RowDraft): PaperRow {
  const { cells } = main
  const text = cells['Recommendations & Areas for Improvement']
  const lines = [
    ...(text === '' && !has(main, lineNotes.emptyLine) ? [] : text.split('\n')),
    ...parts
      .filter((part) => wordOf(part) === lineWords.part && !has(part, lineNotes.noText))
      .map((part) => part.cells['Recommendations & Areas for Improvement']),
  ]
  return {
    ...{ report, ...readNumber(cells['No.']) },
    kind: kindOfLabel(cells.Kind),
    status: cells.Status.trim().toUpperCase(),
    text: lines.join('\n'),
    comment: cells.Comment,
    due: cells['Due Date'] === '' ? [] : cells['Due Date'].split('\n').map(readDueEntry),
    elements: elementsOf(lines, main, parts),
    doubts: [],
    lines: [main.line, ...parts.map(({ line }) => line)],
    ...placeOf(cells['Row reference']),
  }
}

function elementsOf(lines: readonly string[], main: TableLine, parts: readonly TableLine[]): Element[] {
  if (parts.some((part) => wordOf(part) === lineWords.ownPart)) {
    return parts.map((part) => ({
      label: part.cells['No.'],
      text: part.cells['Recommendations & Areas for Improvement'],
      status: readPartStatus(part.cells.Status),
      comment: part.cells.Comment,
    }))
  }
  if (has(main, lineNotes.undivided)) return []
  const comments = main.cells.Comment === '' ? [] : main.cells.Comment.split('\n')
  const read = readElements(lines, comments.map(asJoined), [])
  if (parts.length === 0) return read
  return parts.map((part, index) => {
    const { label = '', text = '', comment = '' } = read[index] ?? {}
    const own = has(part, lineNotes.ownComment) ? part.cells.Comment : comment
    return { label, text, status: readPartStatus(part.cells.Status), comment: own }
  })
}
