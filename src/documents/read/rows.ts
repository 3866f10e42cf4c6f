import type { PaperDoubt, PaperRow } from '../../domain/paperReading.ts'
import { readDueEntries } from './dueEntries.ts'
import { elementDoubts, readElements } from './elements.ts'
import { type LabelStyle, labelDoubts, labelOddities, labelStyle } from './kindLabels.ts'
import { kindOf, type RowLead, readLead } from './kinds.ts'
import type { CellText } from './markup.ts'
import { repeatedPhrases } from './repeatedPhrases.ts'
import { contentDoubts } from './rowDoubts.ts'
import type { RowDraft } from './rowLines.ts'
import { numberRows } from './rowNumbers.ts'
import { joinPieces, type Piece, type WordCounts } from './seams.ts'
import { readStatus, type StatusWords } from './statusWords.ts'
import type { MappedLine } from './table.ts'
import { textDoubts } from './textDoubts.ts'

/** Makes the rows of a paper from their lines: joined over pages, numbered, with the doubts of each. */
export function finishRows(
  drafts: readonly RowDraft[],
  statusWords: StatusWords,
  words: () => WordCounts,
): PaperRow[] {
  const read = drafts.map((draft) => finishRow(draft, statusWords, words))
  const oddities = labelOddities(read.map(({ style }) => style))
  const rows = read.map(({ row }, index) => ({
    ...row,
    doubts: [...row.doubts, ...labelDoubts(oddities[index], row.lines[0] ?? 0)],
  }))
  const byReport = Map.groupBy(rows, (row) => row.report)
  return [...byReport.values()].flatMap((own) => numberRows(own))
}

function finishRow(
  draft: RowDraft,
  statusWords: StatusWords,
  words: () => WordCounts,
): { readonly row: PaperRow; readonly style: LabelStyle } {
  const line = draft.lines[0]?.line ?? 0
  const lead = readLead(draft.lines[0]?.text.lines ?? [])
  const columns = joinColumns(draft, lead, words)
  const status = statusOf(draft, statusWords)
  const partStatuses = draft.lines.flatMap((own) => partStatusesOf(own, draft, statusWords))
  const texts = columns.text.lines.map(({ text }) => text)
  const row = {
    report: draft.report,
    number: draft.lines[0]?.number || lead.number,
    numberInferred: false,
    kind: kindOf({ ...lead, lines: texts }),
    status: status.word,
    text: texts.join('\n'),
    comment: columns.comment.lines.map(({ text }) => text).join('\n'),
    due: columns.due.entries,
    elements: readElements(texts, columns.comment.lines, partStatuses),
    lines: draft.lines.map((own) => own.line),
  }
  const doubts = [
    ...status.doubts,
    ...(lead.kind === null ? [kindMissing(line)] : []),
    ...shiftedLines(draft),
    ...Object.values(columns).flatMap((column) => column.doubts),
    ...textDoubts([columns.text.lines, columns.comment.lines, row.due.map(({ text }) => ({ text, line }))]),
    ...repeatedPhrases(columns.text.lines),
    ...repeatedPhrases(columns.comment.lines),
    ...elementDoubts(row.elements, partStatuses.length, line),
    ...contentDoubts({ ...row, comment: columns.comment.lines, dueLines: columns.due.lines, line }),
  ]
  return { row: { ...row, doubts }, style: labelStyle(lead, draft.lines[0]?.text, texts) }
}

/** The three columns that run over pages, each put together; number and kind are off the text. */
function joinColumns(draft: RowDraft, lead: RowLead, words: () => WordCounts) {
  const pieces = (cellOf: (line: MappedLine, index: number) => CellText): Piece[] =>
    draft.lines.map((line, index) => ({ line: line.line, cell: cellOf(line, index) }))
  const leadCell = (line: MappedLine): CellText => ({ ...line.text, lines: lead.lines })
  return {
    text: joinPieces(
      pieces((line, index) => (index === 0 ? leadCell(line) : line.text)),
      words,
    ),
    comment: joinPieces(
      pieces((line) => line.comment),
      words,
    ),
    due: readDueEntries(
      pieces((line) => line.due),
      words,
    ),
  }
}

function statusOf(draft: RowDraft, words: StatusWords): { word: string; doubts: PaperDoubt[] } {
  const first = draft.lines[0]
  const line = first?.line ?? 0
  const written = first?.status ?? ''
  const known = readStatus(written, words)
  if (known !== null) return { word: known, doubts: [] }
  if (written === '') {
    return { word: '', doubts: [{ code: 'status-missing', message: 'The row has no status.', line }] }
  }
  const message = `"${written.slice(0, 40)}" is not a status that this paper explains.`
  return { word: written.toUpperCase(), doubts: [{ code: 'status-unknown', message, line }] }
}

/** Statuses of the row's parts: those in other columns, and a status on a line that begins no row. */
function partStatusesOf(line: MappedLine, draft: RowDraft, words: StatusWords): string[] {
  const own = line === draft.lines[0] ? null : readStatus(line.status, words)
  return own === null ? [...line.partStatuses] : [own, ...line.partStatuses]
}

function shiftedLines(draft: RowDraft): PaperDoubt[] {
  return draft.lines
    .filter((line, index) => line.shifted || (index > 0 && line.status !== ''))
    .map(({ line }) => ({
      code: 'cells-shifted',
      message:
        'The cells of this line do not stand under their headings; they were sorted by what they hold.',
      line,
    }))
}

function kindMissing(line: number): PaperDoubt {
  return {
    code: 'kind-missing',
    message: 'The row does not say what it is; it was taken for a recommendation.',
    line,
  }
}
