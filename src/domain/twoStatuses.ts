import { daysBetween, type IsoDate, ukDay } from './calendarDays.ts'
import type { InspectorateWord } from './decisions.ts'
import type { Recommendation } from './recommendation.ts'
import { isImplemented } from './statusWords.ts'

/** The force's word and the inspectorate's beside each other. */
export interface TwoStatuses {
  /** The day on which the force turned it green, as far as the register knows. */
  readonly forceDone: IsoDate | null
  readonly inspectorate: InspectorateWord | null
  readonly inspectorateDone: IsoDate | null
  /**
   * Days from the force's green to the inspectorate's "complete"; up to today while it has not said so. Negative
   * when the inspectorate was first. Null until one of the two is known to be done on a day.
   */
  readonly days: number | null
}

/** Puts the two statuses beside each other: the inspectorate closes a recommendation, not the force. */
export function twoStatuses(
  row: Pick<Recommendation, 'status' | 'history' | 'inspectorate'>,
  today: IsoDate,
): TwoStatuses {
  const turned = row.history.findLast(
    (change) =>
      change.field === 'status' && /^(?:NEW )?GREEN\b/.test(change.to) && !/GREEN/.test(change.from),
  )
  const forceDone = isImplemented(row.status) && turned ? ukDay(turned.at) : null
  const inspectorate = row.inspectorate.at(-1) ?? null
  const inspectorateDone = inspectorate?.status === 'complete' ? inspectorate.on : null
  return { forceDone, inspectorate, inspectorateDone, days: daysApart(forceDone, inspectorateDone, today) }
}

function daysApart(force: IsoDate | null, inspectorate: IsoDate | null, today: IsoDate): number | null {
  if (force === null && inspectorate === null) return null
  return daysBetween(force ?? today, inspectorate ?? today)
}
