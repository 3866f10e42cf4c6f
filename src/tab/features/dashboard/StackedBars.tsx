import { mergeClasses, useArrowNavigationGroup } from '@fluentui/react-components'
import { type Status, statuses } from '../../../domain/recommendation.ts'
import { type Stack, stackTotal, stackWords, statusesIn } from './chartParts.ts'
import { FigureButton, useOpenFigure } from './FigureButton.tsx'
import { usePanelStyles } from './Panel.styles.ts'
import { useStatusLooks } from './statusLooks.styles.ts'

/** What each pattern means. */
export function StatusKey({ shown }: { shown: readonly Status[] }) {
  const styles = usePanelStyles()
  const looks = useStatusLooks()
  return (
    <ul className={styles.legend} aria-label="Key">
      {shown.map((status) => (
        <li key={status} className={styles.key}>
          <span className={mergeClasses(styles.swatch, looks.base, looks[status])} aria-hidden="true" />
          {status}
        </li>
      ))}
    </ul>
  )
}

/** Bars made of statuses. One stop of the Tab key; the arrow keys go from piece to piece. */
export function StackedBars({ what, stacks }: { what: string; stacks: readonly Stack[] }) {
  const styles = usePanelStyles()
  const group = useArrowNavigationGroup({ axis: 'grid-linear', memorizeCurrent: true })
  const longest = Math.max(1, ...stacks.map(stackTotal))
  return (
    <>
      <StatusKey shown={statusesIn(stacks)} />
      <table className={mergeClasses(styles.table, styles.stacks)} {...group}>
        <thead className={styles.head}>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">Rows by status</th>
            <th scope="col" className={styles.paperOnly}>
              In words
            </th>
          </tr>
        </thead>
        <tbody>
          {stacks.map((stack) => (
            <tr key={stack.key}>
              <th scope="row" className={styles.label}>
                {stack.label}
              </th>
              <td>
                <StackedBar stack={stack} longest={longest} />
              </td>
              <td className={styles.paperOnly}>{stackWords(stack)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Narrower pieces have no room for their number; it stands in their name and in the table. */
const roomForNumber = 0.05

/** One bar, its pieces as long as they have rows. */
export function StackedBar({ stack, longest }: { stack: Stack; longest: number }) {
  const styles = usePanelStyles()
  const looks = useStatusLooks()
  const openFigure = useOpenFigure()
  return (
    <div className={styles.track}>
      {statuses.map((status) => {
        const count = stack.counts.get(status) ?? 0
        if (count === 0) return null
        return (
          <button
            key={status}
            type="button"
            className={mergeClasses(styles.segment, looks.base, looks[status])}
            style={{ width: `${(100 * count) / longest}%` }}
            title={`${status}: ${count}`}
            aria-label={`${stack.label}, ${status}: ${count}, open these rows`}
            onClick={() => openFigure([...stack.figure, ['status', status]])}
          >
            {count / longest >= roomForNumber && <span className={styles.pill}>{count}</span>}
          </button>
        )
      })}
    </div>
  )
}

/** The same as numbers, each of which opens its rows. */
export function StackTable({ what, stacks }: { what: string; stacks: readonly Stack[] }) {
  const styles = usePanelStyles()
  const shown = statusesIn(stacks)
  return (
    <table className={mergeClasses(styles.table, styles.lined)}>
      <thead className={styles.head}>
        <tr>
          <th scope="col">{what}</th>
          {shown.map((status) => (
            <th key={status} scope="col" className={styles.number}>
              {status}
            </th>
          ))}
          <th scope="col" className={styles.number}>
            All
          </th>
        </tr>
      </thead>
      <tbody>
        {stacks.map((stack) => (
          <tr key={stack.key}>
            <th scope="row">{stack.label}</th>
            {shown.map((status) => (
              <td key={status} className={styles.number}>
                <FigureButton
                  count={stack.counts.get(status) ?? 0}
                  figure={[...stack.figure, ['status', status]]}
                  says={`${stack.label}, ${status}`}
                />
              </td>
            ))}
            <td className={styles.number}>
              <FigureButton count={stackTotal(stack)} figure={stack.figure} says={stack.label} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
