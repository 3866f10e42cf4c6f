import type { RedReason } from './decide.ts'
import type { Recommendation, Status } from './recommendation.ts'

/** GREEN and NEW GREEN say the same of the work: it is implemented. */
export function isImplemented(status: Status): boolean {
  return status === 'GREEN' || status === 'NEW GREEN'
}

/** Nothing more is asked about the row, until somebody reopens it. */
export function isSettled(row: Pick<Recommendation, 'status'>): boolean {
  return isImplemented(row.status) || row.status === 'CLOSED'
}

const redWords: Readonly<Record<RedReason, string>> = {
  missed: 'Missed',
  cannot: 'Cannot be implemented',
  'will-not': 'Will not be implemented',
}

/** The rationale of a RED row as it is kept: which of the three reasons, where one was chosen, and why. */
export function writeRationale(why: string, reason?: RedReason): string {
  return reason ? `${redWords[reason]}: ${why.trim()}` : why.trim()
}

/** Which of the three reasons a rationale begins with; null for one in free words. */
export function redReasonOf(rationale: string): RedReason | null {
  for (const reason of ['missed', 'cannot', 'will-not'] as const)
    if (rationale.startsWith(`${redWords[reason]}: `)) return reason
  return null
}
