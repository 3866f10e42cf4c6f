import type { PaperDoubt, PaperLine, PaperReading } from '../../domain/paperReading.ts'
import { statuses } from '../../domain/recommendation.ts'
import { claimDoubts } from './claims.ts'
import { readLines, type SourceLine } from './lines.ts'
import { readCell } from './markup.ts'
import { type ReportHead, readProse, untitledReport } from './reports.ts'
import { finishRows, type RowDraft, roleOf } from './rows.ts'
import { countWords, type WordCounts } from './seams.ts'
import { readStatus, readStatusKey, type StatusWords } from './statusWords.ts'
import { type Layout, type MappedLine, mapLine, readHeading } from './table.ts'
import { isSentenceCut, sentenceCut } from './textDoubts.ts'

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
}

/** A layout for rows that no heading introduces: the four columns that every such paper has. */
const usualLayout: Layout = {
  line: 0,
  columns: (['text', 'status', 'due', 'comment'] as const).map((name) => ({ name, heading: '' })),
}

/**
 * Reads a board paper of inspection recommendations from its tab-separated text.
 * It never fails: what it cannot place stands in the remainder, what it is not sure of carries a doubt.
 */
export function readPaperText(text: string): PaperReading {
  const lines = readLines(text)
  const headings = new Map(lines.flatMap((line) => pair(line, readHeading(line))))
  const firstTable = lines.findIndex((line) => headings.has(line))
  const words = readStatusKey(lines.slice(0, firstTable < 0 ? lines.length : firstTable))
  const progress: Progress = {
    ...{ words, heads: [], drafts: [], doubts: [], remainder: [], prose: [] },
    ...{ layout: null, current: null, bareHeading: null, hasProse: false },
  }
  for (const line of lines) {
    const layout = headings.get(line)
    if (line.cells === null) progress.prose.push(line)
    else if (layout) readTableHeading(progress, line, layout)
    else readTableLine(progress, line)
  }
  endProse(progress)
  bareHeadingDoubt(progress)
  return finish(
    progress,
    memo(() => countWords(text)),
  )
}

function pair(line: SourceLine, layout: Layout | null): [SourceLine, Layout][] {
  return layout ? [[line, layout]] : []
}

function memo(make: () => WordCounts): () => WordCounts {
  let made: WordCounts | null = null
  return () => {
    made ??= make()
    return made
  }
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
  const cells = source.cells ?? []
  const hasStatus =
    cells.length > 3 && cells.some((cell) => readStatus(readCell(cell).plain, progress.words) !== null)
  if (progress.layout === null && !hasStatus) {
    endProse(progress)
    readKeyLine(progress, source)
    return
  }
  const title = progress.heads.length === 0 ? progress.prose.at(-1) : undefined
  endProse(progress)
  if (progress.layout === null) headingMissing(progress, source.line)
  progress.bareHeading = null
  const mapped = mapLine(source, progress.layout ?? usualLayout, progress.words)
  const role = roleOf(mapped, progress.current, progress.words)
  if (role === 'begins') beginRow(progress, mapped, title)
  else if (role === 'continues') progress.current?.lines.push(mapped)
  else stray(progress, source)
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

function beginRow(progress: Progress, mapped: MappedLine, title: SourceLine | undefined): void {
  if (progress.heads.length === 0) addUntitled(progress, title, mapped.line)
  progress.current = { report: progress.heads.length - 1, lines: [mapped] }
  progress.drafts.push(progress.current)
}

function addUntitled(progress: Progress, title: SourceLine | undefined, line: number): void {
  const heads = [...progress.remainder].reverse()
  const above = title ?? heads.map(asProse).find(isShortTitle)
  addReport(progress, untitledReport(above, line))
  const index = progress.remainder.findIndex((other) => other.line === above?.line)
  if (index >= 0) progress.remainder.splice(index, 1)
}

function asProse({ line, text }: PaperLine): SourceLine {
  return { line, text, cells: text.includes('\t') ? [text] : null }
}

function isShortTitle({ text, cells }: SourceLine): boolean {
  return cells === null && text.length <= 200 && !/[.;:,]$/.test(text)
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
  progress.remainder.push(...block.aside.map(asRemainder))
  for (const line of block.before) readLooseLine(progress, line)
  for (const head of block.heads) addReport(progress, head)
}

/** Prose that introduces no report: above the first one it is the paper's own, later it was lost from a table. */
function readLooseLine(progress: Progress, line: SourceLine): void {
  progress.remainder.push(asRemainder(line))
  if (progress.heads.length === 0) return
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

function finish(progress: Progress, words: () => WordCounts): PaperReading {
  const rows = finishRows(progress.drafts, progress.words, words)
  const rowsByReport = Map.groupBy(rows, (row) => row.report)
  const claims = progress.heads.flatMap(({ report, claimLines }, index) => {
    const shown = countStatuses((rowsByReport.get(index) ?? []).map((row) => row.status))
    return claimDoubts(report.claims, claimLines, shown)
  })
  const unexplained = rows.filter((row) => row.status !== '' && !progress.words.inKey.has(row.status))
  const first = [...new Map(unexplained.toReversed().map((row) => [row.status, row])).values()]
  const notInKey =
    progress.words.inKey.size === 0 ? [] : first.map((row) => statusNotInKey(row.status, row.lines[0] ?? 0))
  return {
    reports: progress.heads.map((head) => head.report),
    rows,
    doubts: [...progress.doubts, ...claims, ...notInKey].sort((one, other) => one.line - other.line),
    remainder: progress.remainder.sort((one, other) => one.line - other.line),
    totals: {
      reports: progress.heads.length,
      rows: rows.length,
      byStatus: {
        ...Object.fromEntries(statuses.map((status) => [status, 0])),
        ...countStatuses(rows.map((row) => row.status)),
      },
    },
  }
}

function statusNotInKey(status: string, line: number): PaperDoubt {
  return {
    code: 'status-not-in-key',
    message: `${status} is used, but the paper's key does not explain it.`,
    line,
  }
}

function countStatuses(used: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const status of used) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
