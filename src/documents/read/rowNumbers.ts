import type { PaperDoubt, PaperRow } from '../../domain/paperReading.ts'
import { inferNumbers } from './missingNumbers.ts'

/** Gives the rows of one report the numbers that the paper left out, and says so at each. */
export function numberRows(rows: readonly PaperRow[]): PaperRow[] {
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
