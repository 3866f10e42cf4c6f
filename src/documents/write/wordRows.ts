import {
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { PaperLineItem } from '../../domain/paper.ts'
import { kindWords, type Status } from '../../domain/recommendation.ts'
import { bookmarkName, ownStyles } from '../ownLayout.ts'
import { linesOrNone, type PartsLayout, type PrintedPart, partsLayout } from './parts.ts'
import { numberOf } from './rowWords.ts'
import { statusFills } from './statusLook.ts'
import { frontStyles, styleId } from './wordStyles.ts'
import { lineParagraph, type ParagraphLook, paragraph, runs, textLines } from './wordText.ts'

/** Columns of the board's tables, widths in twentieths of a point; together the width of a landscape page. */
export const columns = [
  { heading: 'No.', width: 760 },
  { heading: 'Recommendations & Areas for Improvement', width: 5000 },
  { heading: 'Status', width: 1150 },
  { heading: 'Due Date', width: 2350 },
  { heading: 'Comment', width: 5310 },
] as const

/** The table of one report's rows. Its heading is repeated on each page; a row stays on one page where it fits. */
export function rowsTable(rows: readonly PaperLineItem[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columns.map(({ width }) => width),
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [headingRow(columns.map(({ heading }) => heading)), ...rows.flatMap(rowsOf)],
  })
}

/** A heading that Word repeats on each page and reads out as the names of the columns. */
export function headingRow(headings: readonly string[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: headings.map(
      (heading) =>
        new TableCell({
          shading: { type: ShadingType.CLEAR, fill: 'E7E6E6', color: 'auto' },
          verticalAlign: VerticalAlign.CENTER,
          children: [new Paragraph({ style: styleId(frontStyles.tableHead), children: runs(heading) })],
        }),
    ),
  })
}

function rowsOf(row: PaperLineItem): TableRow[] {
  const layout = partsLayout(row)
  const last = layout.parts.length - 1
  // A row and its parts stay together, as far as a page holds them.
  return [
    mainRow(row, layout),
    ...layout.parts.map((part, index) => partRow(part, { keepNext: index < last })),
  ]
}

function mainRow(row: PaperLineItem, { lines, isUndivided, parts }: PartsLayout): TableRow {
  const look = { keepNext: parts.length > 0 }
  const label = paragraph(ownStyles.kind, kindWords[row.kind], { underline: {} })
  const text = isUndivided
    ? lines.map((line) => paragraph(ownStyles.undivided, line, look))
    : lines.map((line) => lineParagraph(line, ownStyles.text, ownStyles.textBullet, look))
  return tableRow([
    cell([paragraph(ownStyles.number, numberOf(row), { bookmark: bookmarkName('row', row.key) })]),
    cell([label, ...text]),
    cell([paragraph(ownStyles.status, row.status)], row.status),
    cell(row.due.map((entry) => paragraph(ownStyles.due, entry.text))),
    cell(
      linesOrNone(row.progress).map((line) =>
        lineParagraph(line, ownStyles.comment, ownStyles.commentBullet, look),
      ),
    ),
  ])
}

function partRow({ from, label, text, status, comment }: PrintedPart, look: ParagraphLook): TableRow {
  const isOwn = from === 'own'
  const lines = text === null ? [] : isOwn ? linesOrNone(text) : [text]
  return tableRow([
    cell(isOwn ? [paragraph(ownStyles.partLabel, label, look)] : []),
    cell(
      lines.map((line) =>
        isOwn
          ? paragraph(ownStyles.partText, line, look)
          : lineParagraph(line, ownStyles.partLine, ownStyles.partLineBullet, look),
      ),
    ),
    cell(status === null ? [] : [paragraph(ownStyles.partStatus, status, look)], status),
    cell([]),
    cell(comment === null ? [] : textLines(comment).map((line) => paragraph(ownStyles.partComment, line))),
  ])
}

function tableRow(cells: readonly TableCell[]): TableRow {
  return new TableRow({ cantSplit: true, children: cells })
}

/** A cell of Word holds a paragraph at least. */
function cell(children: readonly Paragraph[], status: Status | null = null): TableCell {
  const shading = {
    type: ShadingType.CLEAR,
    fill: status ? statusFills[status] : 'FFFFFF',
    color: 'auto',
  }
  return new TableCell({
    ...(status ? { shading } : {}),
    children: children.length === 0 ? [paragraph(ownStyles.blank, '')] : children,
  })
}
