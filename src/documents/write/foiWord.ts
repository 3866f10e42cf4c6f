import { HeadingLevel, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import type { FoiAnswer, FoiTable } from '../../domain/foiAnswers.ts'
import { type FoiPack, hoursLimit } from '../../domain/foiPack.ts'
import { foiTitle, sayEffort, sayHours, sayScope } from '../../domain/foiWords.ts'
import { writeCount } from '../../domain/smallNumbers.ts'
import { frontParagraph } from './wordFront.ts'
import { headingRow } from './wordRows.ts'
import { frontStyles } from './wordStyles.ts'
import { runs } from './wordText.ts'
import { pack } from './writePaperWord.ts'

/** A pack of answers as Word: one heading for each question, the figures, how they were counted, what is not held. */
export async function writeFoiWord(foi: FoiPack): Promise<Uint8Array> {
  const title = foiTitle(foi)
  return pack(title, 'OFFICIAL', title, 'portrait', [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
    ...sayScope(foi).map((line) => frontParagraph(frontStyles.text, line)),
    ...foi.answers.flatMap(answerOf),
    frontParagraph(frontStyles.heading, 'What would have to be searched for'),
    frontParagraph(frontStyles.text, sayEffort(foi)),
    ...foi.answers
      .filter(({ hours }) => hours !== null)
      .map(({ number, hours, hoursFrom }) =>
        frontParagraph(frontStyles.bullet, `Question ${number}: ${sayHours(hours ?? 0)} (${hoursFrom})`),
      ),
    frontParagraph(
      frontStyles.note,
      `The limit is ${hoursLimit} hours (section 12 of the Freedom of Information Act 2000 and its fees regulations of 2004). The hours are estimates; whoever answers the request decides.`,
    ),
  ])
}

function answerOf(answer: FoiAnswer): (Paragraph | Table)[] {
  const { number, question, lines, table, counted, notHeld } = answer
  return [
    frontParagraph(frontStyles.heading, `${number}. ${question}`),
    ...lines.map((line) => frontParagraph(frontStyles.text, line)),
    ...(table ? [tableOf(table)] : []),
    ...(counted === '' ? [] : [frontParagraph(frontStyles.note, `How it is counted: ${counted}`)]),
    ...(notHeld === '' ? [] : [frontParagraph(frontStyles.text, `Not held: ${notHeld}`)]),
  ]
}

function tableOf({ heads, rows }: FoiTable): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [
      headingRow(['Course', ...heads, 'All years']),
      ...rows.map(
        ({ label, counts, total }) =>
          new TableRow({
            cantSplit: true,
            children: [
              cellOf(label),
              ...counts.map((count) => cellOf(count === null ? 'not held' : writeCount(count))),
              cellOf(total === null ? 'withheld' : writeCount(total)),
            ],
          }),
      ),
    ],
  })
}

const cellOf = (text: string) => new TableCell({ children: [frontParagraph(frontStyles.small, text)] })
