import { daysBetween, type IsoDate, writeDaysLeft } from '../../domain/calendarDays.ts'
import { currentDueEntry, isMetMilestone, timesExtended, writeDeadline } from '../../domain/dueLedger.ts'
import { openDeadline, type Recommendation } from '../../domain/recommendation.ts'

/** A deadline ready to be shown. */
export interface DeadlineWords {
  readonly deadline: string
  /** `Deadline June 2021`, `Deadline to be set`, `No deadline set by HMICFRS`. */
  readonly sentence: string
  /** `due in 3 days`; null where the force has nothing to do or no day is set. */
  readonly left: string | null
  readonly overdue: boolean
  /** `extended twice`; null when it never was. */
  readonly extended: string | null
}

/** Says when a row is due, how long that is from today, and how often it was moved. */
export function deadlineWords(row: Pick<Recommendation, 'status' | 'due'>, today: IsoDate): DeadlineWords {
  const open = openDeadline(row)
  const days = open === null ? null : daysBetween(today, open)
  return {
    deadline: sayDeadline(row.due),
    sentence: deadlineSentence(sayDeadline(row.due)),
    left: days === null ? null : writeDaysLeft(days),
    overdue: days !== null && days < 0,
    extended: writeTimes(timesExtended(row.due)),
  }
}

function writeTimes(times: number): string | null {
  if (times === 0) return null
  if (times === 1) return 'extended once'
  return times === 2 ? 'extended twice' : `extended ${times} times`
}

/** A milestone that was met is no deadline, even where the paper gives no next one. */
function sayDeadline(due: Recommendation['due']): string {
  const last = due.at(-1)
  const met = last !== undefined && currentDueEntry(due) === null && isMetMilestone(last)
  return met ? 'No next deadline; the last one was met' : writeDeadline(due)
}

/** Values that are not dates already read as sentences, except for "To be set". */
function deadlineSentence(deadline: string): string {
  if (/^No (date|deadline|next)/i.test(deadline)) return deadline
  return `Deadline ${deadline.replace(/^To be/, 'to be')}`
}
