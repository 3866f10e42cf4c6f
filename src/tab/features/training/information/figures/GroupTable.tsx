import type { GroupFigures } from '../../../../../domain/managementInformation.ts'
import { useInformationStyles } from '../Information.styles.ts'
import { ofRegistered, sayDays } from './figureWords.ts'

const columns: readonly (readonly [string, (one: GroupFigures) => string | number])[] = [
  ['Registered', ({ registered }) => registered],
  ['Came', ({ attended }) => attended],
  ['Of registered', ofRegistered],
  ['No-shows', ({ noShows }) => noShows],
  ['Late cancellations', ({ lateCancelled }) => lateCancelled],
  ['Left waiting', ({ leftWaiting }) => leftWaiting],
  ['Median wait', ({ medianWait }) => sayDays(medianWait)],
  ['Kept', ({ allotted }) => allotted],
  ['Kept, unused', ({ allottedUnused }) => allottedUnused],
]

/** The people of each agency or borough, and the places that were kept for them. */
export function GroupTable(props: { readonly what: string; readonly groups: readonly GroupFigures[] }) {
  const styles = useInformationStyles()
  if (props.groups.length === 0) return <p className={styles.quiet}>Nobody was registered in this quarter.</p>
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{props.what}</th>
            {columns.map(([head]) => (
              <th key={head} scope="col" className={styles.number}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.groups.map((one) => (
            <tr key={one.name}>
              <th scope="row" className={styles.name}>
                {one.name || 'Not stated'}
              </th>
              {columns.map(([head, say]) => (
                <td key={head} className={styles.number}>
                  {say(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
