import { inferDecisions } from './inferDecisions.ts'
import { linkInference } from './inferLinks.ts'
import type { Recommendation } from './recommendation.ts'
import type { Report } from './report.ts'

/**
 * Gives rows that come new into the register what their own words tell: whether they apply to the force, whom they
 * address and wait for, and which other rows they hang together with. Rows that the register holds keep what people
 * decided, so this is for new ones only.
 * @param known all rows that may be referred to, these among them
 */
export function withInferences(
  rows: readonly Recommendation[],
  reports: readonly Pick<Report, 'key' | 'title'>[],
  known: readonly Pick<Recommendation, 'key' | 'reportKey' | 'number'>[] = rows,
): readonly Recommendation[] {
  const linksOf = linkInference(known, reports)
  return rows.map((row) => ({ ...row, ...inferDecisions(row), links: linksOf(row) }))
}
