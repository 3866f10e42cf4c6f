import { type DueEntry, isMetMilestone } from '../../domain/dueLedger.ts'
import type { PaperDoubt } from '../../domain/paperReading.ts'
import { reliance } from './crossReferences.ts'
import { writtenMonths } from './dates.ts'
import type { JoinedLine } from './seams.ts'

/** The parts of a row that its doubts are read from. */
export interface DoubtedRow {
  readonly number: string
  readonly status: string
  readonly text: string
  readonly comment: readonly JoinedLine[]
  readonly due: readonly DueEntry[]
  /** The entries of `due` with their source lines. */
  readonly dueLines: readonly JoinedLine[]
  readonly line: number
}

/** Doubts about what a row says, where its own columns do not agree: for a person to settle, never mended here. */
export function contentDoubts(row: DoubtedRow): PaperDoubt[] {
  const doubts: PaperDoubt[] = []
  const isGreen = row.status === 'GREEN' || row.status === 'NEW GREEN'
  const line = row.line
  if (row.text === '') doubts.push({ code: 'empty-text', message: 'The row has no text.', line })
  if (row.comment.length === 0)
    doubts.push({ code: 'empty-comment', message: 'The row has no comment.', line })
  if (isGreen && row.comment.length === 0) {
    const message = `The row is ${row.status}, but nothing in it says how that was shown.`
    doubts.push({ code: 'green-without-evidence', message, line })
  }
  if (isGreen) {
    doubts.push(...laterDates(row), ...workThatContinues(row))
    doubts.push(...reliance(row.status, row.number, [...row.comment, ...row.dueLines]))
  }
  const last = row.due.at(-1)
  if (last && isMetMilestone(last) && !isGreen && row.status !== 'CLOSED') {
    const message = `The last entry, "${last.text.slice(0, 80)}", has been met and no next date is set.`
    doubts.push({ code: 'no-next-date', message, line })
  }
  return doubts
}

function laterDates(row: DoubtedRow): PaperDoubt[] {
  const deadline = row.due.findLast((entry) => entry.date !== null)
  if (!deadline?.date) return []
  for (const { text, line } of row.comment) {
    const later = writtenMonths(text).find(
      (written) => written.date !== null && written.date > (deadline.date ?? ''),
    )
    if (later) {
      const message = `The row is ${row.status} with the deadline "${deadline.text.slice(0, 80)}", but its comment speaks of ${later.text}.`
      return [{ code: 'green-before-later-date', message, line }]
    }
  }
  return []
}

function workThatContinues(row: DoubtedRow): PaperDoubt[] {
  const found = row.comment.find(({ text }) =>
    /\bwill continue to\b|\bis still required\b|\byet to be\b/i.test(text),
  )
  if (!found) return []
  const message = `The row is ${row.status}, but its comment says that work goes on.`
  return [{ code: 'green-work-continues', message, line: found.line }]
}
