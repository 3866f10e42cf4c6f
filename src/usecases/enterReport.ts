import {
  enterRecommendation,
  enterReport,
  type NewEntryRefusal,
  type NewRecommendation,
  type NewReport,
} from '../domain/newEntry.ts'
import type { Recommendation } from '../domain/recommendation.ts'
import type { Report } from '../domain/report.ts'
import type { Person } from '../domain/roles.ts'
import type { Clock, RecommendationStore, ReportStore, Stored } from './ports.ts'

export type Entered<T> =
  | { readonly ok: true; readonly row: Stored<T> }
  | { readonly ok: false; readonly code: NewEntryRefusal }

/**
 * Enters a report that did not come in with a paper. Refused when one of that title and month is there; a repeated
 * call after a lost answer finds its own. Throws `M365Error`.
 */
export async function addReport(
  deps: { readonly reports: Pick<ReportStore, 'all' | 'create'>; readonly clock: Pick<Clock, 'today'> },
  input: { readonly report: NewReport; readonly actor: Person },
): Promise<Entered<Report>> {
  const [reports, today] = await Promise.all([deps.reports.all(), deps.clock.today()])
  const last = Math.max(0, ...reports.rows.map((row) => row.value.order))
  const entered = enterReport(input.report, last + 1, input.actor, today)
  if (!entered.ok) return entered
  const { row, already } = await deps.reports.create(entered.value)
  const isOwn = row.value.importedAs === '' && row.value.typeLine === entered.value.typeLine
  return already && !isOwn ? { ok: false, code: 'already-there' } : { ok: true, row }
}

/**
 * Enters a recommendation of a report by hand. Refused when the report has one of that number; a repeated call after
 * a lost answer finds its own. Throws `M365Error`.
 */
export async function addRecommendation(
  deps: {
    readonly reports: Pick<ReportStore, 'byKey'>
    readonly recommendations: Pick<RecommendationStore, 'create'>
    readonly clock: Pick<Clock, 'now'>
  },
  input: {
    readonly recommendation: NewRecommendation
    /** Its place in the paper: after all rows that the screen has. */
    readonly order: number
    readonly actor: Person
  },
): Promise<Entered<Recommendation>> {
  const given = input.recommendation
  const [report, at] = await Promise.all([deps.reports.byKey(given.reportKey), deps.clock.now()])
  if (!report) return { ok: false, code: 'no-such-report' }
  const entered = enterRecommendation(given, report.value, input.order, input.actor, at)
  if (!entered.ok) return entered
  const { row, already } = await deps.recommendations.create(entered.value)
  const [first] = row.value.history
  const isOwn = first?.byObject === input.actor.objectId && row.value.text === entered.value.text
  return already && !isOwn ? { ok: false, code: 'already-there' } : { ok: true, row }
}
