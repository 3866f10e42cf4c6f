import type { Report } from '../../../domain/report.ts'
import type { Stored } from '../../../usecases/ports.ts'
import type { RegisterRows } from './useRegisterRows.ts'

export interface ReportPageProps {
  readonly report: Stored<Report>
  readonly register: RegisterRows
  readonly onClose: () => void
}

/** One report: where it comes from, what it claims, its clocks, and its recommendations. */
export function ReportPage({ report }: ReportPageProps) {
  return <article aria-label={report.value.title}>{report.value.title}</article>
}
