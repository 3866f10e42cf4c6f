import type { PaperDoubt, PaperReading, PaperRow } from '../../domain/paperReading.ts'
import { statuses } from '../../domain/recommendation.ts'
import { claimDoubts } from './claims.ts'
import { readLines, type SourceLine } from './lines.ts'
import { type WalkedPaper, walkPaper } from './paperWalk.ts'
import { finishRows } from './rows.ts'
import { countWords, type WordCounts } from './seams.ts'

/**
 * Reads a board paper of inspection recommendations from its tab-separated text.
 * It never fails: what it cannot place stands in the remainder, what it is not sure of carries a doubt.
 */
export function readPaperText(text: string): PaperReading {
  return readPaperLines(readLines(text), () => text)
}

/** Reads such a paper from lines that come from elsewhere. @param text all of it, asked for once at the most */
export function readPaperLines(lines: readonly SourceLine[], text: () => string): PaperReading {
  const paper = walkPaper(lines)
  const rows = finishRows(
    paper.drafts,
    paper.words,
    memo(() => countWords(text())),
  )
  const reports = paper.heads.map((head) => head.report)
  const doubts = [...paper.doubts, ...disagreeingClaims(paper, rows), ...unexplainedStatuses(paper, rows)]
  return {
    reports,
    rows,
    doubts: doubts.sort((one, other) => one.line - other.line),
    remainder: paper.remainder.toSorted((one, other) => one.line - other.line),
    totals: {
      reports: reports.length,
      rows: rows.length,
      byStatus: { ...Object.fromEntries(statuses.map((status) => [status, 0])), ...countStatuses(rows) },
    },
  }
}

function memo(make: () => WordCounts): () => WordCounts {
  let made: WordCounts | null = null
  return () => {
    made ??= make()
    return made
  }
}

function disagreeingClaims(paper: WalkedPaper, rows: readonly PaperRow[]): PaperDoubt[] {
  const rowsByReport = Map.groupBy(rows, (row) => row.report)
  return paper.heads.flatMap(({ report, claimLines }, index) =>
    claimDoubts(report.claims, claimLines, countStatuses(rowsByReport.get(index) ?? [])),
  )
}

/** A status that the paper uses and its key does not explain, once, where it is first used. */
function unexplainedStatuses({ words }: WalkedPaper, rows: readonly PaperRow[]): PaperDoubt[] {
  if (words.inKey.size === 0) return []
  const firstUse = new Map<string, number>()
  for (const { status, lines } of rows) {
    if (status !== '' && !words.inKey.has(status) && !firstUse.has(status))
      firstUse.set(status, lines[0] ?? 0)
  }
  return [...firstUse].map(([status, line]) => ({
    code: 'status-not-in-key',
    message: `${status} is used, but the paper's key does not explain it.`,
    line,
  }))
}

function countStatuses(rows: readonly PaperRow[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1)
  return Object.fromEntries(counts)
}
