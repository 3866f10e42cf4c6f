import type { PaperLine, PaperReading, PaperReport, PaperRow } from '../../domain/paperReading.ts'
import type { Element } from '../../domain/recommendation.ts'
import { bulletMark, ownStyles, readBookmarks, reportTitleStyle } from '../ownLayout.ts'
import { readDueEntry } from './dueEntries.ts'
import { readElements } from './elements.ts'
import type { OfficeParts } from './officeArchive.ts'
import { asJoined, countStatuses, kindOfLabel, readNumber, readPartStatus, readPublished } from './ownRows.ts'
import { contentDoubts } from './rowDoubts.ts'
import { textDoubts } from './textDoubts.ts'
import type { WordParagraph, WordTable } from './wordTree.ts'

/** A line of our table: its paragraphs from all cells. */
interface TableLine {
  readonly line: number
  readonly paragraphs: readonly WordParagraph[]
}

interface RowDraft {
  readonly report: number
  readonly main: TableLine
  readonly parts: TableLine[]
}

interface Walk {
  readonly reports: PaperReport[]
  readonly drafts: RowDraft[]
  readonly remainder: PaperLine[]
  /** By the number of the report. */
  readonly narratives: Map<number, readonly string[]>
  line: number
}

/** Whether a Word document may be a paper of ours: whether it has our styles. */
export function mayBeOurs(parts: OfficeParts): boolean {
  const styles = parts.get('word/styles.xml')
  return styles !== undefined && new TextDecoder().decode(styles).includes(ownStyles.due)
}

/**
 * Reads a paper that this product wrote, by the styles of its paragraphs: nothing is guessed, so it says what it
 * said. Null for any other document, and for one of ours whose styles were lost.
 */
export function readOwnWord(blocks: readonly (WordParagraph | WordTable)[]): PaperReading | null {
  if (!blocks.some((block) => block.kind === 'table' && block.rows.some(isMainRow))) return null
  const walk: Walk = { reports: [], drafts: [], remainder: [], narratives: new Map(), line: 0 }
  for (const block of blocks) {
    if (block.kind === 'paragraph') readParagraph(walk, block)
    else for (const cells of block.rows) readTableRow(walk, cells.flat(), isOwnTable(block))
  }
  const rows = walk.drafts.map(rowOf)
  return {
    reports: walk.reports,
    rows,
    doubts: [],
    remainder: walk.remainder,
    totals: { reports: walk.reports.length, rows: rows.length, byStatus: countStatuses(rows) },
  }
}

function isMainRow(cells: readonly (readonly WordParagraph[])[]): boolean {
  return cells.some((cell) => cell.some(({ style }) => style === ownStyles.number))
}

function isOwnTable({ rows }: WordTable): boolean {
  return rows.some(isMainRow)
}

function readParagraph(walk: Walk, paragraph: WordParagraph): void {
  walk.line += 1
  const report = walk.reports.at(-1)
  if (paragraph.style.toLowerCase() === reportTitleStyle) addReport(walk, paragraph)
  else if (report && readReportLine(walk, report, paragraph)) return
  else if (paragraph.text.trim() !== '') walk.remainder.push({ line: walk.line, text: paragraph.text })
}

function addReport(walk: Walk, { text, bookmarks }: WordParagraph): void {
  walk.reports.push({
    ...{ title: text, typeLine: '', claims: [], narrative: '', lines: [walk.line] },
    published: { text: '', date: null, precision: null },
    ...readBookmarks(bookmarks),
  })
}

function readReportLine(walk: Walk, report: PaperReport, { style, text }: WordParagraph): boolean {
  const change =
    style === ownStyles.reportNarrative ? narrativeWith(walk, text) : reportLine(report, style, text)
  if (change === null) return false
  walk.reports[walk.reports.length - 1] = {
    ...report,
    ...change,
    lines: [...report.lines, walk.line],
  }
  return true
}

/** The narrative's first line may be empty, so its lines are kept until the end. */
function narrativeWith(walk: Walk, text: string): Partial<PaperReport> {
  const lines = walk.narratives.get(walk.reports.length) ?? []
  walk.narratives.set(walk.reports.length, [...lines, text])
  return { narrative: [...lines, text].join('\n') }
}

function reportLine(report: PaperReport, style: string, text: string): Partial<PaperReport> | null {
  switch (style) {
    case ownStyles.reportType:
      return { typeLine: text }
    case ownStyles.reportPublished:
      return { published: readPublished(text.replace(/^Published /, '')) }
    case ownStyles.reportCount:
      return { claims: [...report.claims, text] }
    default:
      return null
  }
}

function readTableRow(walk: Walk, paragraphs: readonly WordParagraph[], isOwn: boolean): void {
  walk.line += 1
  const line = { line: walk.line, paragraphs }
  const draft = walk.drafts.at(-1)
  const isHeading = paragraphs.every(({ style }) => !isRowStyle(style))
  if (!isOwn || isHeading) {
    walk.remainder.push({ line: walk.line, text: paragraphs.map(({ text }) => text).join('\t') })
  } else if (paragraphs.some(({ style }) => style === ownStyles.number)) {
    walk.drafts.push({ report: walk.reports.length - 1, main: line, parts: [] })
  } else draft?.parts.push(line)
}

const rowStyles = new Set<string>(Object.values(ownStyles).filter((name) => /row|part/i.test(name)))

function isRowStyle(style: string): boolean {
  return rowStyles.has(style)
}

function rowOf({ report, main, parts }: RowDraft): PaperRow {
  const own = readerOf(main)
  const lines = [
    ...own.lines(ownStyles.text, ownStyles.textBullet, ownStyles.undivided),
    ...parts.flatMap((part) => readerOf(part).lines(ownStyles.partLine, ownStyles.partLineBullet)),
  ]
  const comments = own.lines(ownStyles.comment, ownStyles.commentBullet)
  const row = {
    ...{ report, ...readNumber(own.text(ownStyles.number)) },
    kind: kindOfLabel(own.text(ownStyles.kind)),
    status: own.text(ownStyles.status).trim().toUpperCase(),
    text: lines.join('\n'),
    comment: comments.join('\n'),
    due: own.lines(ownStyles.due).map(readDueEntry),
    elements: elementsOf(lines, comments, main, parts),
    lines: [main.line, ...parts.map(({ line }) => line)],
    ...readBookmarks(main.paragraphs.flatMap(({ bookmarks }) => bookmarks)),
  }
  return { ...row, doubts: doubtsOf(row, comments, main.line) }
}

/** The texts of one table line by style. */
function readerOf({ paragraphs }: TableLine) {
  const lines = (...names: readonly string[]): string[] =>
    paragraphs
      .filter(({ style }) => names.includes(style))
      .map(({ style, text }) => (/ bullet$/.test(style) ? `${bulletMark}${text}` : text))
  return { lines, text: (name: string) => lines(name).join('\n') }
}

function elementsOf(
  lines: readonly string[],
  comments: readonly string[],
  main: TableLine,
  parts: readonly TableLine[],
): Element[] {
  const isOwn = parts.some(({ paragraphs }) => paragraphs.some(({ style }) => style === ownStyles.partLabel))
  if (isOwn) return parts.map((part) => ownElement(part))
  if (main.paragraphs.some(({ style }) => style === ownStyles.undivided)) return []
  const read = readElements(lines, comments.map(asJoined), [])
  if (parts.length === 0) return read
  return parts.map((part, index) => {
    const { label = '', text = '', comment = '' } = read[index] ?? {}
    return {
      label,
      text,
      status: readPartStatus(readerOf(part).text(ownStyles.partStatus)),
      comment: commentOf(part) ?? comment,
    }
  })
}

function ownElement(part: TableLine): Element {
  const own = readerOf(part)
  return {
    label: own.text(ownStyles.partLabel),
    text: own.text(ownStyles.partText),
    status: readPartStatus(readerOf(part).text(ownStyles.partStatus)),
    comment: commentOf(part) ?? '',
  }
}

function commentOf(part: TableLine): string | null {
  const lines = readerOf(part).lines(ownStyles.partComment)
  return lines.length === 0 ? null : lines.join('\n')
}

function doubtsOf(
  row: Pick<PaperRow, 'number' | 'status' | 'text' | 'due'>,
  comments: readonly string[],
  line: number,
): PaperRow['doubts'] {
  const at = (texts: readonly string[]) => texts.map((text) => ({ ...asJoined(text), line }))
  const dueLines = at(row.due.map(({ text }) => text))
  return [
    ...textDoubts([at(row.text.split('\n')), at(comments), dueLines]),
    ...contentDoubts({ ...row, comment: at(comments), dueLines, line }),
  ]
}
