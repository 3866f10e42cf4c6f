import type { IsoDate } from './calendarDays.ts'
import { isOpenForForce, type Recommendation } from './recommendation.ts'
import { farthestOffset, type ReminderPolicies } from './reminderPolicy.ts'
import { fellOn } from './trainingDecisions.ts'
import { type DaysOff, workingDaysAfter } from './workingDays.ts'

/** The last deadline that a run on this day has to look at. */
export function reminderHorizon(today: IsoDate, policies: ReminderPolicies, daysOff: DaysOff): IsoDate {
  return workingDaysAfter(today, farthestOffset(policies), daysOff)
}

/**
 * The day since which a row waits for something that only reminders watch, or null: a decision that was asked for, or
 * a demonstration period that is over, or training that a green row rests on and that has fallen. It stands in a column of its own, so that a run finds such rows.
 */
export function waitingSince(row: Recommendation): IsoDate | null {
  if (!isOpenForForce(row)) return fellOn(row)
  const { signOff, extensionRequest, demonstrationUntil } = row
  const since = [
    extensionRequest?.askedAt.slice(0, 10) ?? null,
    signOff && signOff.state !== 'declined' ? signOff.askedAt.slice(0, 10) : null,
    demonstrationUntil,
  ].filter((day) => day !== null)
  return since.sort()[0] ?? null
}
