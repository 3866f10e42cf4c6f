import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { writeDate } from '../../domain/calendarDays.ts'
import { sayDisagreement } from '../../domain/claimWords.ts'
import type { PaperLineItem } from '../../domain/paper.ts'
import type { PrintedPaper } from '../../domain/printedPaper.ts'
import type { Report } from '../../domain/report.ts'
import { bookmarkName, ownStyles } from '../ownLayout.ts'
import { sinceLastPaper, titleAndKey } from './wordFront.ts'
import { rowsTable } from './wordRows.ts'
import { numbering, styles } from './wordStyles.ts'
import { paragraph, runs, textLines } from './wordText.ts'

/**
 * A paper as a Word document in the layout that boards know: key, report heads with their count sentences, tables.
 * The styles of its paragraphs say what each is, see `ownLayout`.
 */
export async function writePaperWord(printed: PrintedPaper): Promise<Uint8Array> {
  const { board, meetingDate, marking } = printed.paper
  const title = `Recommendations from inspection reports, ${board}, ${writeDate(meetingDate)}`
  return pack(title, marking, `${board}, ${writeDate(meetingDate)}`, 'landscape', [
    ...titleAndKey(printed),
    ...sinceLastPaper(printed),
    ...reportsOf(printed),
  ])
}

/** Page size, marking above and below, and page numbers around what a document says. */
export async function pack(
  title: string,
  marking: string,
  foot: string,
  orientation: 'landscape' | 'portrait',
  children: readonly (Paragraph | Table)[],
): Promise<Uint8Array> {
  const document = new Document({
    ...{ title, creator: 'Follow-Through', description: marking, styles, numbering },
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: PageOrientation[orientationName(orientation)] },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        headers: {
          default: new Header({ children: [centred([new TextRun({ text: marking, bold: true })])] }),
        },
        footers: { default: footer(marking, foot) },
        children: [...children],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function orientationName(orientation: 'landscape' | 'portrait'): 'LANDSCAPE' | 'PORTRAIT' {
  return orientation === 'landscape' ? 'LANDSCAPE' : 'PORTRAIT'
}

function footer(marking: string, foot: string): Footer {
  const pages = new TextRun({
    children: [`${foot}, page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
    size: 16,
  })
  return new Footer({ children: [centred([pages]), centred([new TextRun({ text: marking, bold: true })])] })
}

function centred(children: readonly TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [...children] })
}

function reportsOf(printed: PrintedPaper): (Paragraph | Table)[] {
  const { reports, rows } = printed.content
  const byReport = Map.groupBy(rows, ({ reportKey }) => reportKey)
  const known = new Set(reports.map(({ key }) => key))
  return [
    ...reports.flatMap((report) => [...headOf(report, printed), ...tableOf(byReport.get(report.key) ?? [])]),
    ...[...byReport].flatMap(([key, own]) => (known.has(key) ? [] : [titleOf(key, key), rowsTable(own)])),
  ]
}

function tableOf(rows: readonly PaperLineItem[]): Table[] {
  return rows.length === 0 ? [] : [rowsTable(rows)]
}

function headOf(report: Report, { content }: PrintedPaper): Paragraph[] {
  const notes = content.disagreements?.[report.key] ?? []
  return [
    titleOf(report.title, report.key),
    ...(report.typeLine === '' ? [] : [paragraph(ownStyles.reportType, report.typeLine)]),
    ...(report.published.text === ''
      ? []
      : [paragraph(ownStyles.reportPublished, `Published ${report.published.text}`)]),
    ...report.claims.map((claim) => paragraph(ownStyles.reportCount, claim)),
    ...notes.map((note) =>
      paragraph(ownStyles.countNote, `The register does not bear this out: ${sayDisagreement(note)}.`),
    ),
    ...(report.narrative === ''
      ? []
      : textLines(report.narrative).map((line) => paragraph(ownStyles.reportNarrative, line))),
  ]
}

function titleOf(title: string, key: string): Paragraph {
  const bookmark = new Bookmark({ id: bookmarkName('report', key), children: runs(title) })
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [bookmark] })
}
