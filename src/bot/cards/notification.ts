import { writeReference } from '../../domain/recommendation.ts'
import { writeClock } from '../../domain/reminderReasons.ts'
import type { DeadlineLine } from '../../usecases/ports.ts'
import { oneLine } from './cardText.ts'

/** What a lock screen may show: references and report titles, at most 150 characters. */
export function notificationText(lines: readonly DeadlineLine[]): string {
  const [first] = lines
  if (!first) return 'Deadlines in Follow-Through'
  const rest = lines.length > 1 ? `, and ${lines.length - 1} more` : ''
  const title = oneLine(first.reportTitle, 60)
  return `${oneLine(referenceOf(first), 70)}${title === '' ? '' : ` – ${title}`}${rest}`
}

/** What a line is about: a row by its kind and number, or a duty of a report. */
export function referenceOf({ row, clock, training }: DeadlineLine): string {
  if (row !== null) return writeReference(row)
  if (training) return `Training: ${training.title}`
  return clock === null ? 'A duty' : writeClock(clock.kind)
}
