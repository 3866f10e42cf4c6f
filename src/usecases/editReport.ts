import type { Report } from '../domain/report.ts'
import { changeReport, type ReportChange, type ReportRefusal } from '../domain/reportChange.ts'
import type { Person } from '../domain/roles.ts'
import type { ReportStore, Stored } from './ports.ts'

export type EditReportOutcome =
  | { readonly ok: true; readonly report: Stored<Report> }
  | { readonly ok: false; readonly code: ReportRefusal }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Report> }

/**
 * Changes a report's statutory clocks or facts. Refused with a code by the rules, or when somebody saved since the
 * version in `etag`. Throws `M365Error`; the report is then as it was or as it was wanted.
 */
export async function editReport(
  deps: { readonly reports: Pick<ReportStore, 'get' | 'save'> },
  input: {
    readonly id: string
    readonly etag: string
    readonly change: ReportChange
    readonly actor: Person
  },
): Promise<EditReportOutcome> {
  const current = await deps.reports.get(input.id)
  if (current.etag !== input.etag) {
    return isAsWanted(current.value, input.change)
      ? { ok: true, report: current }
      : { ok: false, code: 'changed-meanwhile', theirs: current }
  }
  const decided = changeReport(current.value, input.change, input.actor)
  if (!decided.ok) return decided
  const saved = await deps.reports.save({ id: input.id, etag: input.etag }, decided.next)
  return saved.ok ? { ok: true, report: saved.row } : saved
}

/** An earlier attempt whose answer was lost left the very clock that was wanted. */
function isAsWanted(report: Report, change: ReportChange): boolean {
  if (change.does !== 'add-clock' && change.does !== 'change-clock') return false
  const wanted = JSON.stringify({ ...change.clock, note: change.clock.note.trim() })
  return report.clocks.some((clock) => JSON.stringify(clock) === wanted)
}
