import { type LogLine, wholeLog } from '../domain/changeLog.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import type { RowVersions, Stored } from './ports.ts'

export interface ReadHistoryDeps {
  readonly versions: RowVersions
}

/**
 * The whole history of a row, oldest first: Follow-Through's own log together with what was changed in SharePoint
 * itself. Throws `M365Error`; the log alone is then still in the row.
 */
export async function readHistory(
  deps: ReadHistoryDeps,
  row: Stored<Recommendation>,
): Promise<readonly LogLine[]> {
  return wholeLog(row.value.history, await deps.versions.ofRecommendation(row.id))
}
