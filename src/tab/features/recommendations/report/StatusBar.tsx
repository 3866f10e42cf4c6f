import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type Recommendation, type Status, statuses } from '../../../../domain/recommendation.ts'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    height: '20px',
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    printColorAdjust: 'exact',
  },
  part: {
    minWidth: '4px',
    ':not(:last-child)': {
      borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    },
  },
  RED: { backgroundColor: tokens.colorPaletteRedBackground3 },
  AMBER: { backgroundColor: tokens.colorPaletteYellowBackground3 },
  WHITE: { backgroundColor: tokens.colorNeutralBackground1 },
  newGreen: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  GREEN: { backgroundColor: tokens.colorPaletteGreenBackground2 },
  CLOSED: {
    backgroundColor: tokens.colorNeutralBackground3,
    backgroundImage: `repeating-linear-gradient(45deg, transparent 0 4px, ${tokens.colorNeutralStroke1} 4px 6px)`,
  },
  table: {
    alignSelf: 'flex-start',
    borderCollapse: 'collapse',
    '& td, & th': { textAlign: 'left', padding: '2px 16px 2px 0', fontWeight: 'normal' },
  },
  number: { fontVariantNumeric: 'tabular-nums' },
})

/** How many rows stand at each status, as a bar and as the table that says the same. */
export function StatusBar({ rows }: { rows: readonly Pick<Recommendation, 'status'>[] }) {
  const styles = useStyles()
  const counts = statuses.flatMap((status) => {
    const count = rows.filter((row) => row.status === status).length
    return count > 0 ? [{ status, count }] : []
  })
  const look: Readonly<Record<Status, string>> = {
    ...{ RED: styles.RED, AMBER: styles.AMBER, WHITE: styles.WHITE },
    ...{ 'NEW GREEN': styles.newGreen, GREEN: styles.GREEN, CLOSED: styles.CLOSED },
  }
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {counts.map(({ status, count }) => (
          <span
            key={status}
            className={mergeClasses(styles.part, look[status])}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      <table className={styles.table} aria-label="Rows at each status">
        <tbody>
          {counts.map(({ status, count }) => (
            <tr key={status}>
              <th scope="row">
                <StatusBadge status={status} size="small" />
              </th>
              <td className={styles.number}>{count}</td>
              <td className={styles.number}>{Math.round((count / rows.length) * 100)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
