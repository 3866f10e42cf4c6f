import { currentDeadline } from '../../domain/dueLedger.ts'
import type { PaperLineItem } from '../../domain/paper.ts'
import type { PrintedPaper } from '../../domain/printedPaper.ts'
import { kindWords } from '../../domain/recommendation.ts'
import type { Report } from '../../domain/report.ts'
import { lineNotes, lineWords, longestCell, type OwnColumn, type OwnLine, ownColumns } from '../ownTable.ts'
import { type PartsLayout, type PrintedPart, partsLayout } from './parts.ts'
import { numberOf } from './rowWords.ts'
import { textLines } from './wordText.ts'

/** The rows of a paper as lines of a table: one for each row, and one for each part that has its own status. */
export function registerTable(printed: PrintedPaper): readonly OwnLine[] {
  const reports = new Map(printed.content.reports.map((report) => [report.key, report]))
  const begun = new Set<string>()
  return printed.content.rows.flatMap((row) => {
    const isFirst = !begun.has(row.reportKey)
    begun.add(row.reportKey)
    const report = reports.get(row.reportKey)
    const layout = partsLayout(row)
    const lines = [
      { ...reportCells(row, report, isFirst), ...rowCells(row, layout, printed.postTitles) },
      ...layout.parts.map(partCells),
    ]
    return lines
      .map((line) => ({
        ...line,
        'Row reference': row.key,
        'Report reference': row.reportKey,
        Marking: printed.paper.marking,
      }))
      .flatMap(withContinuations)
  })
}

/** What is said once of a report stands at its first row. */
function reportCells(row: PaperLineItem, report: Report | undefined, isFirst: boolean): OwnLine {
  const head: OwnLine = {
    Report: report?.title ?? row.reportKey,
    'Report type': report?.typeLine ?? '',
    Published: report?.published.text ?? '',
  }
  if (!isFirst || !report) return head
  const sentences = report.claims.map((claim) => `• ${textLines(claim).join(' ')}`).join('\n')
  return { ...head, 'Count sentences': sentences, 'Report narrative': plain(report.narrative) }
}

function rowCells(row: PaperLineItem, layout: PartsLayout, postTitles: PrintedPaper['postTitles']): OwnLine {
  return {
    Line: rowLine(layout),
    'No.': numberOf(row),
    Kind: kindWords[row.kind],
    'Recommendations & Areas for Improvement': layout.lines.join('\n'),
    Status: row.status,
    Deadline: currentDeadline(row.due) ?? '',
    'Due Date': row.due.map(({ text }) => textLines(text).join(' ')).join('\n'),
    Comment: plain(row.progress),
    Owner: row.ownerPost === null ? '' : (postTitles[row.ownerPost] ?? row.ownerPost),
    'Applies to the force': row.applies === null ? '' : appliesWords[row.applies],
    'Waiting for': row.counterparty?.body ?? '',
  }
}

function rowLine({ isUndivided, lines }: PartsLayout): string {
  const notes = [
    ...(isUndivided ? [lineNotes.undivided] : []),
    ...(lines.length === 1 && lines[0] === '' ? [lineNotes.emptyLine] : []),
  ]
  return [lineWords.row, ...notes].join('; ')
}

const appliesWords = { yes: 'Yes', 'in-part': 'In part', no: 'No' } as const

function partCells({ from, label, text, status, comment }: PrintedPart): OwnLine {
  const notes = [
    ...(text === null ? [lineNotes.noText] : []),
    ...(comment === null ? [] : [lineNotes.ownComment]),
  ]
  return {
    Line: [from === 'own' ? lineWords.ownPart : lineWords.part, ...notes].join('; '),
    'No.': from === 'own' ? label : '',
    'Recommendations & Areas for Improvement': plain(text ?? ''),
    Status: status ?? '',
    Comment: plain(comment ?? ''),
  }
}

function plain(text: string): string {
  return textLines(text).join('\n')
}

/** Cells that are longer than a sheet can hold go on in lines of their own. */
function withContinuations(line: OwnLine): readonly OwnLine[] {
  const pieces = ownColumns.map((column) => [column, cut(line[column] ?? '')] as const)
  const count = Math.max(...pieces.map(([, own]) => own.length))
  if (count === 1) return [line]
  return Array.from({ length: count }, (_, index) => ({
    ...Object.fromEntries(pieces.flatMap(([column, own]) => pair(column, own[index]))),
    ...(index === 0 ? {} : { 'Row reference': line['Row reference'], Line: lineWords.continued }),
  }))
}

function pair(column: OwnColumn, piece: string | undefined): [OwnColumn, string][] {
  return piece === undefined ? [] : [[column, piece]]
}

/** Cuts a text into pieces that a cell holds, never between the halves of a surrogate pair. */
function cut(text: string): readonly string[] {
  const pieces: string[] = []
  let at = 0
  do {
    let end = at + longestCell
    if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1
    pieces.push(text.slice(at, end))
    at = end
  } while (at < text.length)
  return pieces
}
