import { readFileSync } from 'node:fs'
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
} from 'docx'
import type { PaperReading, PaperReport, PaperRow } from '../../src/domain/paperReading.ts'
import { writeReference } from '../../src/domain/recommendation.ts'

/** The paper of the sample, as plain text. */
export const samplePaperText = () => readFileSync('src/admin/sample/paper.txt', 'utf8')

const keyLines = [
  ['GREEN', 'Done: what was recommended is in place'],
  ['AMBER', 'Being worked on'],
  ['RED', 'The date has passed'],
  ['WHITE', 'For another body'],
] as const

const cell = (...paragraphs: readonly Paragraph[]) =>
  new TableCell({ children: paragraphs.length > 0 ? paragraphs : [new Paragraph('')] })
const plain = (text: string) => new Paragraph(text)
const row = (cells: readonly TableCell[], tableHeader = false) =>
  new TableRow({ children: cells, tableHeader, cantSplit: true })
const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map(plain)

/** A Word document that sets a reading in the layout of a board paper: key, report heads, one table for each report. */
export async function wordPaper(reading: Pick<PaperReading, 'reports' | 'rows'>): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: 'Inspection recommendations', heading: HeadingLevel.TITLE }),
    new Table({ rows: keyLines.map(([word, meaning]) => row([cell(plain(word)), cell(plain(meaning))])) }),
    ...reading.reports.flatMap((report, index) => [
      ...headOf(report),
      tableOf(reading.rows.filter((one) => one.report === index)),
    ]),
  ]
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })))
}

function headOf(report: PaperReport): Paragraph[] {
  return [
    new Paragraph({ text: report.title, heading: HeadingLevel.HEADING_1 }),
    plain(report.typeLine),
    plain(`Published ${report.published.text}`),
    plain(report.claims.join(' ')),
    ...lines(report.narrative),
  ]
}

function tableOf(rows: readonly PaperRow[]): Table {
  const heading = row(
    ['No', 'Recommendations and areas for improvement', 'Status', 'Due Date', 'Comment'].map((title) =>
      cell(plain(title)),
    ),
    true,
  )
  return new Table({ rows: [heading, ...rows.flatMap(rowsOf)] })
}

/** The row, and one more for each part that has a status of its own. */
function rowsOf(one: PaperRow): TableRow[] {
  const label = new Paragraph({
    children: [new TextRun({ text: labelOf(one), underline: { type: UnderlineType.SINGLE } })],
  })
  const main = row([
    cell(plain(one.number)),
    cell(label, ...lines(one.text)),
    cell(plain(one.status)),
    cell(...one.due.map(({ text }) => plain(text))),
    cell(...lines(one.comment)),
  ])
  const parts = one.elements.flatMap(({ status }) =>
    status === null ? [] : [row([cell(), cell(), cell(plain(status)), cell(), cell()])],
  )
  return [main, ...parts]
}

function labelOf(one: PaperRow): string {
  return writeReference({ kind: one.kind, number: '' }).trim()
}
