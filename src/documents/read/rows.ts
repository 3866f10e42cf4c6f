import type { PaperDoubt, PaperRow } from '../../domain/paperReading.ts'
import { readDueEntries } from './dueEntries.ts'
import { elementDoubts, readElements } from './elements.ts'
import { kindOf, readLead } from './kinds.ts'
import { inferNumbers } from './missingNumbers.ts'
import { contentDoubts } from './rowDoubts.ts'
import { joinPieces, type WordCounts } from './seams.ts'
import { readStatus, type StatusWords } from './statusWords.ts'
import type { MappedLine } from './table.ts'
import { textDoubts } from './textDoubts.ts'

/** The lines of the paper that make up one row, the first of which begins it. */
export interface RowDraft {
  readonly report: number
  readonly lines: MappedLine[]
}

/** What a table line is to the rows: the beginning of one, more of the last one, or neither. */
export type LineRole = 'begins' | 'continues' | 'stray'

/** Decides the role of a table line. A line without a status goes on with the row above it. */
export function roleOf(line: MappedLine, current: RowDraft | null, words: StatusWords): LineRole {
  const lead = readLead(line.text.lines)
  const number = line.number || lead.number
  const says = number !== '' || line.text.plain !== ''
  if (line.status !== '') {
    const isKnown = readStatus(line.status, words) !== null
    const looksLikeStatus = isKnown || line.status.length <= 30
    return says && looksLikeStatus ? 'begins' : current ? 'continues' : 'begins'
  }
  if (current === null) return says ? 'begins' : 'stray'
  const own = current.lines[0]
  const ownNumber = own ? own.number || readLead(own.text.lines).number : ''
  const isNew = number !== '' && number !== ownNumber && (lead.kind !== null || line.due.plain !== '')
  return isNew ? 'begins' : 'continues'
}

/** Makes the rows of a paper from their lines: joined over pages, numbered, with the doubts of each. */
export function finishRows(
  drafts: readonly RowDraft[],
  statusWords: StatusWords,
  words: () => WordCounts,
): PaperRow[] {
  const rows = drafts.map((draft) => finishRow(draft, statusWords, words))
  const byReport = Map.groupBy(rows, (row) => row.report)
  return [...byReport.values()].flatMap((own) => numberRows(own))
}

function finishRow(draft: RowDraft, statusWords: StatusWords, words: () => WordCounts): PaperRow {
  const first = draft.lines[0]
  const lead = readLead(first?.text.lines ?? [])
  const text = joinPieces(
    draft.lines.map((line, index) => ({
      line: line.line,
      cell: index === 0 ? { ...line.text, lines: lead.lines } : line.text,
    })),
    words,
  )
  const comment = joinPieces(
    draft.lines.map((line) => ({ line: line.line, cell: commentOf(line, draft) })),
    words,
  )
  const due = readDueEntries(
    draft.lines.map((line) => ({ line: line.line, cell: line.due })),
    words,
  )
  const status = statusOf(draft, statusWords)
  const partStatuses = draft.lines.flatMap((line) => partStatusesOf(line, draft, statusWords))
  const texts = text.lines.map((line) => line.text)
  const elements = readElements(texts, comment.lines, partStatuses)
  const line = first?.line ?? 0
  const row = { status: status.word, text: texts.join('\n'), due: due.entries, line }
  return {
    report: draft.report,
    number: first?.number || lead.number,
    numberInferred: false,
    kind: kindOf({ ...lead, lines: texts }),
    ...{ status: row.status, text: row.text, due: row.due, elements },
    comment: comment.lines.map((commented) => commented.text).join('\n'),
    doubts: [
      ...status.doubts,
      ...(lead.kind === null ? [kindMissing(line)] : []),
      ...shiftedLines(draft),
      ...[text, comment, due].flatMap((column) => column.doubts),
      ...textDoubts([text.lines, comment.lines, due.entries.map((entry) => ({ text: entry.text, line }))]),
      ...elementDoubts(elements, partStatuses.length, line),
      ...contentDoubts({ ...row, comment: comment.lines }),
    ],
    lines: draft.lines.map((own) => own.line),
  }
}

/** A status column that holds a sentence is taken for a shifted comment, so that nothing of it goes. */
function commentOf(line: MappedLine, draft: RowDraft): MappedLine['comment'] {
  const isShifted = line !== draft.lines[0] && line.status.length > 30
  if (!isShifted) return line.comment
  return { ...line.comment, lines: [line.status, ...line.comment.lines] }
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

function numberRows(rows: readonly PaperRow[]): PaperRow[] {
  const inferred = inferNumbers(
    rows.map((row) => ({ number: row.number, text: `${row.text}\n${row.comment}` })),
  )
  const seen = new Set<string>()
  return rows.map((row, index) => {
    const found = inferred[index]
    const number = found?.number ?? row.number
    const doubts = numberDoubts(row, number, found?.reason, seen.has(number))
    seen.add(number)
    return {
      ...row,
      number,
      numberInferred: Boolean(found),
      doubts: [...row.doubts, ...doubts].sort((one, other) => one.line - other.line),
    }
  })
}

function numberDoubts(
  row: PaperRow,
  number: string,
  reason: string | undefined,
  isRepeated: boolean,
): PaperDoubt[] {
  const line = row.lines[0] ?? 0
  if (number === '') {
    return [{ code: 'number-missing', message: 'The row has no number and none could be told.', line }]
  }
  const doubts: PaperDoubt[] = []
  if (reason) {
    const message = `The row has no number; ${number} was inferred from this: ${reason}.`
    doubts.push({ code: 'number-inferred', message, line })
  }
  if (isRepeated) {
    const message = `The number ${number} stands at two rows of this report.`
    doubts.push({ code: 'number-repeated', message, line })
  }
  return doubts
}
