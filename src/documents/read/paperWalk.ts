import type { PaperDoubt, PaperLine } from '../../domain/paperReading.ts'
import type { SourceLine } from './lines.ts'
import { readCell } from './markup.ts'
import { type ReportHead, readProse, untitledReport } from './reports.ts'
import { type RowDraft, roleOf } from './rowLines.ts'
import { readStatus, readStatusKey, type StatusWords } from './statusWords.ts'
import { type Layout, type MappedLine, mapLine, readHeading } from './table.ts'
import { isSentenceCut, sentenceCut } from './textDoubts.ts'

/** What a walk through a paper finds, before its rows are put together. */
export interface WalkedPaper {
  readonly words: StatusWords
  readonly heads: readonly ReportHead[]
  readonly drafts: readonly RowDraft[]
  readonly doubts: readonly PaperDoubt[]
  readonly remainder: readonly PaperLine[]
}

/** The paper as far as it has been read. */
interface Progress {
  readonly words: StatusWords
  readonly heads: ReportHead[]
  readonly drafts: RowDraft[]
  readonly doubts: PaperDoubt[]
  readonly remainder: PaperLine[]
  prose: SourceLine[]
  layout: Layout | null
  current: RowDraft | null
  /** The heading that has no row under it yet. */
  bareHeading: number | null
  hasProse: boolean
  /** The last short line of prose that introduces no report. */
  lastProse: SourceLine | null
}

/** A layout for rows that no heading introduces: the four columns that every such paper has. */
const usualLayout: Layout = {
  line: 0,
  columns: (['text', 'status', 'due', 'comment'] as const).map((name) => ({ name, heading: '' })),
}

/** Goes through the lines of a paper and gives each its place: a report, a row or the remainder. */
export function walkPaper(lines: readonly SourceLine[]): WalkedPaper {
  const headings = new Map(lines.flatMap((line) => pair(line, readHeading(line))))
  const firstTable = lines.findIndex((line) => headings.has(line))
  const words = readStatusKey(lines.slice(0, firstTable < 0 ? lines.length : firstTable))
  const progress: Progress = {
    ...{ words, heads: [], drafts: [], doubts: [], remainder: [], prose: [] },
    ...{ layout: null, current: null, bareHeading: null, hasProse: false, lastProse: null },
  }
  for (const line of lines) {
    const layout = headings.get(line)
    if (line.cells === null) progress.prose.push(line)
    else if (layout) readTableHeading(progress, line, layout)
    else readTableLine(progress, line)
  }
  endProse(progress)
  bareHeadingDoubt(progress)
  return progress
}

function pair(line: SourceLine, layout: Layout | null): [SourceLine, Layout][] {
  return layout ? [[line, layout]] : []
}

function readTableHeading(progress: Progress, line: SourceLine, layout: Layout): void {
  endProse(progress)
  bareHeadingDoubt(progress)
  progress.layout = layout
  progress.bareHeading = line.line
  progress.remainder.push(asRemainder(line))
}

function bareHeadingDoubt(progress: Progress): void {
  if (progress.bareHeading === null) return
  const message = 'A table heading has no row under it.'
  progress.doubts.push({ code: 'header-without-rows', message, line: progress.bareHeading })
  progress.bareHeading = null
}

function readTableLine(progress: Progress, source: SourceLine): void {
  if (progress.layout === null && !isLikeRow(source, progress.words)) {
    endProse(progress)
    readKeyLine(progress, source)
    return
  }
  endProse(progress)
  if (progress.layout === null) headingMissing(progress, source.line)
  progress.bareHeading = null
  const mapped = mapLine(source, progress.layout ?? usualLayout, progress.words)
  const role = roleOf(mapped, progress.current)
  if (role === 'begins') beginRow(progress, mapped)
  else if (role === 'continues') progress.current?.lines.push(mapped)
  else stray(progress, source)
}

/** Four cells or more with a status among them: a row, even where its heading was lost. */
function isLikeRow({ cells }: SourceLine, words: StatusWords): boolean {
  return (
    (cells ?? []).length > 3 && (cells ?? []).some((cell) => readStatus(readCell(cell).plain, words) !== null)
  )
}

function headingMissing(progress: Progress, line: number): void {
  progress.layout = usualLayout
  progress.doubts.push({ code: 'header-missing', message: 'A table begins here without a heading.', line })
}

/** A line of the status key, or of another table that is not about recommendations. */
function readKeyLine(progress: Progress, source: SourceLine): void {
  progress.remainder.push(asRemainder(source))
  if (isSentenceCut(source.text)) progress.doubts.push(sentenceCut(source.text, source.line))
}

function beginRow(progress: Progress, mapped: MappedLine): void {
  if (progress.heads.length === 0) addUntitled(progress, mapped.line)
  progress.current = { report: progress.heads.length - 1, lines: [mapped] }
  progress.drafts.push(progress.current)
}

/** Rows under no introduction: the last short line of prose above them is taken for the report's title. */
function addUntitled(progress: Progress, line: number): void {
  const title = progress.lastProse
  addReport(progress, untitledReport(title ?? undefined, line))
  const index = progress.remainder.findIndex((other) => other.line === title?.line)
  if (index >= 0) progress.remainder.splice(index, 1)
}

function stray(progress: Progress, source: SourceLine): void {
  progress.remainder.push(asRemainder(source))
  const message = 'This line goes on with a row, but there is none above it. It was kept in the remainder.'
  progress.doubts.push({ code: 'continuation-without-row', message, line: source.line })
}

function endProse(progress: Progress): void {
  if (progress.prose.length === 0) return
  const block = readProse(progress.prose, !progress.hasProse)
  progress.prose = []
  progress.hasProse = true
  for (const line of block.aside) progress.remainder.push(asRemainder(line))
  for (const line of block.before) readLooseLine(progress, line)
  for (const head of block.heads) addReport(progress, head)
}

/** Prose that introduces no report: above the first one it is the paper's own, later it was lost from a table. */
function readLooseLine(progress: Progress, line: SourceLine): void {
  progress.remainder.push(asRemainder(line))
  if (progress.heads.length === 0) {
    if (line.text.length <= 200 && !/[.;:,]$/.test(line.text)) progress.lastProse = line
    return
  }
  const message = 'This text stands between tables and belongs to no row. It was kept in the remainder.'
  progress.doubts.push({ code: 'text-outside-table', message, line: line.line })
}

function addReport(progress: Progress, head: ReportHead): void {
  progress.heads.push(head)
  progress.doubts.push(...head.doubts)
  progress.current = null
}

function asRemainder({ line, text }: SourceLine): PaperLine {
  return { line, text }
}
