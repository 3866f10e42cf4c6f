import { writeReference } from '../../domain/recommendation.ts'
import type { DeadlineLine } from '../../usecases/ports.ts'
import { oneLine } from './cardText.ts'

/** What a lock screen may show: references and report titles, at most 150 characters. */
export function notificationText(lines: readonly DeadlineLine[]): string {
  const [first] = lines
  if (!first) return 'Deadlines in Follow-Through'
  const rest = lines.length > 1 ? `, and ${lines.length - 1} more` : ''
  const title = oneLine(first.reportTitle, 80)
  return `${oneLine(writeReference(first.row), 40)}${title === '' ? '' : ` – ${title}`}${rest}`
}
