import type { IsoDate } from '../domain/calendarDays.ts'
import type { AfterCutOff } from '../domain/paper.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import { isChangedAfter, rowAsAt } from '../domain/rowAsAt.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import type { RowVersions, Stored } from './ports.ts'

/** Each row looked up is one request; the same pace as for the parts of a paper. */
const atATime = 4

/** More changed rows than this come from an import after the cut-off, and waiting for each would take minutes. */
export const mostLookedUp = 400

export interface RowsAtCutOff {
  readonly rows: readonly Recommendation[]
  readonly after: AfterCutOff
}

/**
 * The rows of the register as they stood at the end of the cut-off. Those that Follow-Through changed later are asked
 * of SharePoint's versions; where no version reaches back, or there are too many, a row stays as it is now and is
 * named. Throws `M365Error`.
 */
export async function rowsAtCutOff(
  { versions }: { readonly versions: RowVersions },
  rows: readonly Pick<Stored<Recommendation>, 'id' | 'value'>[],
  cutOff: IsoDate,
): Promise<RowsAtCutOff> {
  const later = rows.filter(({ value }) => isChangedAfter(value, cutOff))
  const found = await fewAtOnce(later.slice(0, mostLookedUp), atATime, async ({ id }) =>
    rowAsAt(await versions.ofRecommendation(id), cutOff),
  )
  const then = new Map(found.flatMap((row) => (row ? [[row.key, row] as const] : [])))
  const keys = later.map(({ value }) => value.key)
  return {
    rows: rows.map(({ value }) => then.get(value.key) ?? value),
    after: { asThen: keys.filter((key) => then.has(key)), asNow: keys.filter((key) => !then.has(key)) },
  }
}
