import type { DeadlineLine } from '../../src/usecases/ports.ts'
import { aRecommendation, owner } from './register.ts'

/** A line for Daniel Okafor about the row with the number 8, due in fourteen days. */
export function aLine(changes: Partial<DeadlineLine> = {}): DeadlineLine {
  const row = changes.row === undefined ? aRecommendation() : changes.row
  return {
    key: 'hate-crime-2018-07/8|before-14|2021-06-30|00000000-0000-4000-8000-000000000002',
    rule: 'before-14',
    occurrence: 1,
    recommendation: row?.key ?? 'hate-crime-2018-07',
    rowRef: row === null ? '' : '1',
    row,
    clock: null,
    deadline: '2021-06-30',
    daysLeft: 14,
    extended: 0,
    reason: {
      ...{ person: owner.name, rung: 'holder', postTitle: 'T/DCI Crime' },
      ...{ because: 'owns', other: '', silence: 0 },
    },
    reportTitle: 'Understanding the difference',
    ...changes,
  }
}
