import { HeadingLevel, Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } from 'docx'
import { writeDate } from '../../domain/calendarDays.ts'
import type { PaperLineItem } from '../../domain/paper.ts'
import type { PrintedPaper } from '../../domain/printedPaper.ts'
import { writeReference } from '../../domain/recommendation.ts'
import type { Report } from '../../domain/report.ts'
import { statusKey } from '../../domain/statusKey.ts'
import { statusFills } from './statusLook.ts'
import { headingRow } from './wordRows.ts'
import { asListItem, type FrontStyle, frontStyles, styleId } from './wordStyles.ts'
import { runs } from './wordText.ts'

/** A paragraph of the first pages. */
export function frontParagraph(style: FrontStyle, text: string): Paragraph {
  const numbering = style === frontStyles.bullet ? { numbering: asListItem } : {}
  return new Paragraph({ style: styleId(style), children: runs(text), ...numbering })
}

/** Title, board, cut-off and the key of the statuses. */
export function titleAndKey({ paper }: PrintedPaper): (Paragraph | Table)[] {
  const draft = paper.state === 'draft' ? 'Draft. ' : ''
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs('Recommendations from inspection reports') }),
    frontParagraph(frontStyles.text, `${paper.board}, ${writeDate(paper.meetingDate)}`),
    frontParagraph(
      frontStyles.text,
      `${draft}The register as it stood at the end of ${writeDate(paper.cutOff)}.`,
    ),
    frontParagraph(frontStyles.heading, 'What the statuses mean'),
    keyTable(),
    frontParagraph(
      frontStyles.note,
      'A number in square brackets is not printed in the report; it was worked out from its place.',
    ),
  ]
}

function keyTable(): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [2400, 12170],
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [
      headingRow(['Status', 'Meaning']),
      ...statusKey.map(([status, meaning]) => {
        const shading = { type: ShadingType.CLEAR, fill: statusFills[status], color: 'auto' }
        return new TableRow({
          cantSplit: true,
          children: [
            new TableCell({ shading, children: [frontParagraph(frontStyles.tableHead, status)] }),
            new TableCell({ children: [frontParagraph(frontStyles.small, meaning)] }),
          ],
        })
      }),
    ],
  })
}

/** What changed since the last paper, one line for each kind of change; nothing where there was no paper. */
export function sinceLastPaper({ changes, content, previousMeeting }: PrintedPaper): Paragraph[] {
  if (!changes.hasPrevious || previousMeeting === null) return []
  const say = (row: PaperLineItem) => sayRow(row, content.reports)
  const { newGreen, newlyClosed, reopened, slipped, droppedOut, newRows } = changes
  const gone = droppedOut.filter(({ why }) => why === 'gone')
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['New green', newGreen.map(({ row }) => say(row))],
    ['Newly closed', newlyClosed.map(({ row }) => say(row))],
    ['Re-opened', reopened.map(({ row, before }) => `${say(row)}, ${before} before`)],
    ['Slipped', slipped.map(({ row, days }) => `${say(row)}, by ${days} ${days === 1 ? 'day' : 'days'}`)],
    ['New', newRows.map(({ row }) => say(row))],
    ['No longer held', gone.map(({ row }) => say(row))],
  ]
  const reported = droppedOut.length - gone.length
  return [
    frontParagraph(frontStyles.heading, `Since the paper of ${writeDate(previousMeeting)}`),
    ...lines.map(([name, rows]) =>
      frontParagraph(
        frontStyles.text,
        `${name}: ${rows.length}${rows.length > 0 ? ` (${rows.join('; ')})` : ''}`,
      ),
    ),
    frontParagraph(frontStyles.text, `Reported before and not shown again: ${reported}`),
  ]
}

/** A row in a line of text: its kind, number and report. */
export function sayRow(row: PaperLineItem, reports: readonly Report[]): string {
  const title = reports.find(({ key }) => key === row.reportKey)?.title ?? row.reportKey
  return `${writeReference(row)}, ${title}`
}
