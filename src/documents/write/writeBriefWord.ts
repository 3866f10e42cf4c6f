import { HeadingLevel, Paragraph } from 'docx'
import type { ChaseRow, DatedRow, PrintedBrief } from '../../domain/brief.ts'
import { writeDate } from '../../domain/calendarDays.ts'
import type { PaperLineItem } from '../../domain/paper.ts'
import { statuses } from '../../domain/recommendation.ts'
import { frontParagraph, sayRow } from './wordFront.ts'
import { frontStyles } from './wordStyles.ts'
import { runs } from './wordText.ts'
import { pack } from './writePaperWord.ts'

/** So many lines below the headings of its sections fit one page; what is not named is counted. */
const mostLines = 50
const longestLine = 100

/** The brief as one page of Word: new, settled, re-opened, slipped, due in 30, 60 and 90 days, and whom to chase. */
export async function writeBriefWord(printed: PrintedBrief): Promise<Uint8Array> {
  const { board, meetingDate, marking } = printed.paper
  const title = `Brief for the ${board}, ${writeDate(meetingDate)}`
  const foot = `${board}, ${writeDate(meetingDate)}`
  const sections = sectionsOf(printed)
  const mostRows = rowsThatFit(sections.map(([, rows]) => rows.length))
  return pack(title, marking, foot, 'portrait', [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
    frontParagraph(frontStyles.small, `As of ${writeDate(printed.brief.asOf)}. ${sayCounts(printed)}`),
    ...sections.flatMap(([heading, rows]) => section(heading, rows, mostRows)),
  ])
}

function sayCounts({ brief }: PrintedBrief): string {
  const said = statuses
    .filter((status) => brief.counts[status] > 0)
    .map((status) => `${brief.counts[status]} ${status}`)
  return said.length === 0 ? 'The paper shows no recommendation.' : `The paper shows ${said.join(', ')}.`
}

function sectionsOf({ brief, reports }: PrintedBrief): readonly (readonly [string, readonly string[]])[] {
  const { hasPrevious, newGreen, newlyClosed, reopened, slipped, newRows } = brief.changes
  const say = (row: PaperLineItem) => sayRow(row, reports)
  const dated = (rows: readonly DatedRow[]) => rows.map(({ row, day }) => `${writeDate(day)}: ${say(row)}`)
  const changed: readonly (readonly [string, readonly string[]])[] = [
    ['New', newRows.map(({ row }) => say(row))],
    ['New green', newGreen.map(({ row }) => say(row))],
    ['Newly closed', newlyClosed.map(({ row }) => say(row))],
    ['Re-opened', reopened.map(({ row }) => say(row))],
    ['Slipped', slipped.map(({ row, days }) => `${days} ${days === 1 ? 'day' : 'days'}: ${say(row)}`)],
  ]
  return [
    // Without a paper before, nothing but what is green can be told.
    ...changed.filter(([heading]) => hasPrevious || heading === 'New green'),
    ['Overdue', dated(brief.overdue)],
    ['Due in 30 days', dated(brief.in30)],
    ['Due in 31 to 60 days', dated(brief.in60)],
    ['Due in 61 to 90 days', dated(brief.in90)],
    ['Waiting for others, to be chased', brief.chases.map((chase) => sayChase(chase, say))],
  ]
}

function sayChase({ row, day }: ChaseRow, say: (row: PaperLineItem) => string): string {
  const body = row.counterparty?.body ?? ''
  const who = body === '' ? '' : `${body}, `
  return `${who}${day === null ? 'no day set' : writeDate(day)}: ${say(row)}`
}

/** How many rows every section may name so that all of them fit the page. */
function rowsThatFit(lengths: readonly number[]): number {
  const linesAt = (most: number) =>
    lengths.reduce((lines, length) => lines + Math.min(length, most) + (length > most ? 1 : 0), 0)
  let most = Math.max(0, ...lengths)
  while (most > 0 && linesAt(most) > mostLines) most -= 1
  return most
}

function section(heading: string, rows: readonly string[], mostRows: number): Paragraph[] {
  const more = rows.length - mostRows
  return [
    frontParagraph(frontStyles.briefHeading, `${heading}: ${rows.length}`),
    ...rows.slice(0, mostRows).map((line) => frontParagraph(frontStyles.bullet, shortened(line))),
    ...(more > 0 ? [frontParagraph(frontStyles.bullet, `and ${more} more in the paper`)] : []),
  ]
}

/** Cut at a word, so that a long title takes no second line. */
function shortened(line: string): string {
  if (line.length <= longestLine) return line
  return `${line.slice(0, longestLine).replace(/\s+\S*$/, '')} …`
}
