import { HeadingLevel, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import {
  type Bulletin,
  type BulletinRun,
  bulletinSummary,
  bulletinTitle,
  sayPlaces,
} from '../../domain/bulletin.ts'
import { writeDate, writeDateAndWeekday } from '../../domain/calendarDays.ts'
import { frontParagraph } from './wordFront.ts'
import { headingRow } from './wordRows.ts'
import { frontStyles } from './wordStyles.ts'
import { runs, textLines } from './wordText.ts'
import { pack } from './writePaperWord.ts'

/** A training bulletin as Word, to print or to send on. */
export async function writeBulletinWord(bulletin: Bulletin): Promise<Uint8Array> {
  const title = bulletinTitle(bulletin)
  const { editorial, free, coming, changes, since, until } = bulletin
  return pack(title, 'OFFICIAL', title, 'portrait', [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
    frontParagraph(frontStyles.text, bulletinSummary(bulletin)),
    ...(editorial === '' ? [] : textLines(editorial).map((line) => frontParagraph(frontStyles.text, line))),
    ...section('Free places', free, 'No date has a free place just now.'),
    ...section(
      `Also coming until ${writeDate(until)}`,
      coming.filter((run) => run.free === 0),
      'No other date is planned in these weeks.',
    ),
    frontParagraph(frontStyles.heading, `Changed since ${writeDate(since)}`),
    ...(changes.length === 0
      ? [frontParagraph(frontStyles.text, 'Nothing changed.')]
      : changes.map(({ text }) => frontParagraph(frontStyles.bullet, text))),
    frontParagraph(
      frontStyles.note,
      'People of the force book in Follow-Through; people of other agencies ask whoever books for their agency.',
    ),
  ])
}

function section(heading: string, lines: readonly BulletinRun[], nothing: string): (Paragraph | Table)[] {
  const head = frontParagraph(frontStyles.heading, heading)
  return lines.length === 0 ? [head, frontParagraph(frontStyles.text, nothing)] : [head, tableOf(lines)]
}

function tableOf(lines: readonly BulletinRun[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [3600, 2700, 2000, 1338],
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [
      headingRow(['Course', 'When', 'Where', 'Places']),
      ...lines.map((run) => {
        const { title, audience, date, start, end, venue } = run
        const forWhom = audience.length === 0 ? [] : [`For: ${audience.join('; ')}`]
        return new TableRow({
          cantSplit: true,
          children: [
            cellOf(title, ...forWhom),
            cellOf(writeDateAndWeekday(date), `${start} to ${end} UK time`),
            cellOf(venue),
            cellOf(sayPlaces(run)),
          ],
        })
      }),
    ],
  })
}

function cellOf(...lines: readonly string[]): TableCell {
  return new TableCell({ children: lines.map((line) => frontParagraph(frontStyles.small, line)) })
}
