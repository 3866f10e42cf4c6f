import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import type { PaperReading, PaperRow } from '../../src/domain/paperReading.ts'
import { writeReference } from '../../src/domain/recommendation.ts'

/** A Word file as a force would have typed it: report heads, and a table of five columns for each. */
export async function wordOf(reading: PaperReading): Promise<Uint8Array> {
  const rowsOf = Map.groupBy(reading.rows, ({ report }) => report)
  const children = reading.reports.flatMap((report, index) => [
    ...[report.title, report.typeLine, `Published ${report.published.text}`, report.claims.join(' ')].map(
      (text) => new Paragraph(text),
    ),
    ...report.narrative.split('\n').map((text) => new Paragraph(text)),
    table(rowsOf.get(index) ?? []),
  ])
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })))
}

function table(rows: readonly PaperRow[]): Table {
  const titles = ['No', 'Recommendations and areas for improvement', 'Status', 'Due Date', 'Comment']
  return new Table({ rows: [row(titles.map((title) => [title])), ...rows.map(tableRow)] })
}

function tableRow(one: PaperRow): TableRow {
  const label = writeReference({ kind: one.kind, number: '' }).trim()
  const underlined = new Paragraph({ children: [new TextRun({ text: label, underline: {} })] })
  const due = one.due.map(({ text }) => text)
  return row([[one.number], one.text.split('\n'), [one.status], due, one.comment.split('\n')], underlined)
}

function row(cells: readonly (readonly string[])[], label?: Paragraph): TableRow {
  return new TableRow({
    children: cells.map((lines, index) => {
      const own = lines.map((line) => new Paragraph(line))
      return new TableCell({
        children: index === 1 && label ? [label, ...own] : own.length > 0 ? own : [new Paragraph('')],
      })
    }),
  })
}
