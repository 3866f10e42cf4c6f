import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/universal'
import { countByStatus } from '../../domain/brief.ts'
import type { PrintedPaper } from '../../domain/printedPaper.ts'
import { statuses } from '../../domain/recommendation.ts'
import { type OwnColumn, ownColumns } from '../ownTable.ts'
import { dateCell, headCell, textCell } from './excelCells.ts'
import { registerTable } from './registerTable.ts'
import { statusFills } from './statusLook.ts'

const widths: Readonly<Partial<Record<OwnColumn, number>>> = {
  'Row reference': 22,
  'No.': 7,
  Kind: 18,
  'Recommendations & Areas for Improvement': 60,
  Status: 13,
  Deadline: 16,
  'Due Date': 34,
  Comment: 60,
  Owner: 22,
  Report: 40,
  'Count sentences': 40,
  'Report narrative': 40,
}

/**
 * A paper as a workbook: the register, every entry of every due history, and the counts. Texts are cells of type
 * text, so that none is taken for a formula; days are real dates.
 */
export async function writePaperExcel(printed: PrintedPaper): Promise<Uint8Array> {
  const blob = await writeExcelFile([
    registerSheet(printed),
    dueSheet(printed),
    countsSheet(printed),
  ]).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function registerSheet(printed: PrintedPaper): Sheet<Blob> {
  const lines = registerTable(printed).map((line) =>
    ownColumns.map((column): Cell => {
      const value = line[column] ?? ''
      if (column === 'Deadline') return dateCell(value === '' ? null : value)
      const status = column === 'Status' ? statuses.find((one) => one === value) : undefined
      return { ...textCell(value), ...(status ? { backgroundColor: `#${statusFills[status]}` } : {}) }
    }),
  )
  return {
    ...{ sheet: 'Register', stickyRowsCount: 1 },
    data: [ownColumns.map(headCell), ...lines],
    columns: ownColumns.map((column) => ({ width: widths[column] ?? 16 })),
  }
}

const dueHeadings = [
  'Row reference',
  'Entry',
  'As written',
  'Date',
  'Whole month',
  'Purpose',
  'Tags',
  'Reason',
  'Agreed by',
  'Reported to',
]

function dueSheet({ content }: PrintedPaper): Sheet<Blob> {
  const lines = content.rows.flatMap((row) =>
    row.due.map((entry, index): Cell[] => [
      textCell(row.key),
      { type: Number, value: index + 1 },
      textCell(entry.text),
      dateCell(entry.date),
      textCell(entry.precision === 'month' ? 'Yes' : ''),
      textCell(entry.purpose),
      textCell(entry.tags.join('; ')),
      textCell(entry.change?.reason ?? ''),
      textCell(entry.change?.agreedBy ?? ''),
      textCell(entry.change?.reportedTo.join('; ') ?? ''),
    ]),
  )
  return {
    ...{ sheet: 'Due history', stickyRowsCount: 1 },
    data: [dueHeadings.map(headCell), ...lines],
    columns: [22, 7, 60, 16, 13, 40, 30, 40, 20, 20].map((width) => ({ width })),
  }
}

function countsSheet({ content, paper }: PrintedPaper): Sheet<Blob> {
  const byReport = Map.groupBy(content.rows, ({ reportKey }) => reportKey)
  const lineOf = (title: string, counts: ReturnType<typeof countByStatus>, says: string): Cell[] => [
    textCell(title),
    ...statuses.map((status): Cell => ({ type: Number, value: counts[status] })),
    { type: Number, value: statuses.reduce((sum, status) => sum + counts[status], 0) },
    textCell(says),
  ]
  const reports = content.reports.map((report) =>
    lineOf(report.title, countByStatus({ rows: byReport.get(report.key) ?? [] }), report.claims.join(' ')),
  )
  return {
    ...{ sheet: 'Counts', stickyRowsCount: 1 },
    data: [
      ['Report', ...statuses, 'Shown', 'The paper says'].map(headCell),
      ...reports,
      lineOf('All reports', countByStatus(content), ''),
      [textCell(`${paper.marking}. ${paper.board}, meeting of`), dateCell(paper.meetingDate)],
    ],
    columns: [50, 8, 8, 8, 13, 8, 9, 8, 60].map((width) => ({ width })),
  }
}
