import { mergeClasses } from '@fluentui/react-components'
import { timesExtended, writeDeadline } from '../../../domain/dueLedger.ts'
import type { Slipped } from '../../../domain/overview.ts'
import { writeReference } from '../../../domain/recommendation.ts'
import { useNavigation } from '../../ui/navigation.tsx'
import { usePanelStyles } from './Panel.styles.ts'
import type { OverviewData } from './useOverview.ts'

const mostShown = 5

/** The rows whose deadline has moved furthest; each opens. */
export function SlippedRows({ data }: { data: OverviewData }) {
  const styles = usePanelStyles()
  const { slipped } = data.overview
  if (slipped.length === 0) return null
  return (
    <table className={mergeClasses(styles.table, styles.lined)}>
      <thead className={styles.head}>
        <tr>
          <th scope="col">Moved furthest</th>
          <th scope="col" className={styles.number}>
            Days
          </th>
          <th scope="col" className={styles.number}>
            Times
          </th>
          <th scope="col">Now due</th>
        </tr>
      </thead>
      <tbody>
        {slipped.slice(0, mostShown).map((one) => (
          <SlippedLine key={one.row.key} one={one} data={data} />
        ))}
      </tbody>
    </table>
  )
}

function SlippedLine({ one: { row, days }, data }: { one: Slipped; data: OverviewData }) {
  const styles = usePanelStyles()
  const { open } = useNavigation()
  const title = data.around.reports.get(row.reportKey)?.title ?? row.reportKey
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={styles.figure}
          onClick={() => open('recommendations', data.idOf.get(row.key) ?? null)}
        >
          {writeReference(row)}
        </button>
        <div className={styles.head}>{title}</div>
      </th>
      <td className={styles.number}>{days}</td>
      <td className={styles.number}>{timesExtended(row.due)}</td>
      <td>{writeDeadline(row.due)}</td>
    </tr>
  )
}
