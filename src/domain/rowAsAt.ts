import { type IsoDate, ukDay } from './calendarDays.ts'
import type { RowVersion } from './changeLog.ts'
import type { Recommendation } from './recommendation.ts'

/** Whether Follow-Through wrote something to a row after the end of a day, UK time. */
export function isChangedAfter({ history }: Pick<Recommendation, 'history'>, day: IsoDate): boolean {
  const newest = history.at(-1)
  return newest !== undefined && ukDay(newest.at) > day
}

/**
 * A row as it stood at the end of a day, UK time: the newest version of that day or before. Null when there is none
 * that can be read: the row was not there yet, or SharePoint has dropped the version.
 * @param versions in any order
 */
export function rowAsAt(versions: readonly RowVersion[], day: IsoDate): Recommendation | null {
  const newest = versions
    .filter(({ at }) => ukDay(at) <= day)
    .reduce<RowVersion | null>((best, one) => (best && best.number > one.number ? best : one), null)
  return newest?.value ?? null
}
