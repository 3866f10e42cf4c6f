import { MissingRow } from './MissingRow.tsx'
import { RecommendationDetail } from './RecommendationDetail.tsx'
import { ReportPage } from './ReportPage.tsx'
import { reportOfPlace } from './reportPlace.ts'
import { useRegisterRows } from './useRegisterRows.ts'

/** What an address of the register opens: a recommendation by the id of its list item, or a report by its key. */
export function OpenedItem({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const register = useRegisterRows()
  const reportKey = reportOfPlace(itemId)
  if (reportKey !== null) {
    const report = register.reports.get(reportKey)
    if (!report) return <MissingRow what="report" refreshing={register.refreshing} onClose={onClose} />
    return <ReportPage key={itemId} report={report} register={register} onClose={onClose} />
  }
  const row = [...register.rows.values()].find((one) => one.id === itemId)
  if (!row) return <MissingRow what="recommendation" refreshing={register.refreshing} onClose={onClose} />
  return <RecommendationDetail key={itemId} row={row} register={register} onClose={onClose} />
}
