import { mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Figure } from '../../../domain/figures.ts'
import { FigureButton } from './FigureButton.tsx'
import { usePanelStyles } from './Panel.styles.ts'

export interface Bar {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly figure: Figure
  /** `alarm` is striped as well as red; `quiet` is what needs nobody's eye. */
  readonly look?: 'alarm' | 'quiet'
  /** What stands in the further columns. */
  readonly more?: readonly ReactNode[]
}

export interface BarTableProps {
  /** Names the first column and the count. */
  readonly heads: readonly [what: string, count: string]
  readonly moreHeads?: readonly string[]
  readonly bars: readonly Bar[]
}

/** Bars that are a table at the same time: each line has its words, its length and its number. */
export function BarTable({ heads, moreHeads = [], bars }: BarTableProps) {
  const styles = usePanelStyles()
  const longest = Math.max(1, ...bars.map((bar) => bar.count))
  return (
    <div className={styles.scroll}>
      <table className={mergeClasses(styles.table, moreHeads.length > 0 && styles.lined)}>
        <thead className={styles.head}>
          <tr>
            <th scope="col">{heads[0]}</th>
            <td aria-hidden="true" />
            <th scope="col" className={styles.number}>
              {heads[1]}
            </th>
            {moreHeads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <BarLine key={bar.key} bar={bar} longest={longest} moreHeads={moreHeads} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BarLine({ bar, longest, moreHeads }: { bar: Bar; longest: number; moreHeads: readonly string[] }) {
  const styles = usePanelStyles()
  const look = bar.look === 'alarm' ? styles.barAlarm : bar.look === 'quiet' ? styles.barQuiet : undefined
  return (
    <tr>
      <th scope="row" className={styles.label}>
        {bar.label}
      </th>
      <td aria-hidden="true">
        <div className={styles.track}>
          {bar.count > 0 && (
            <div
              className={mergeClasses(styles.bar, look)}
              style={{ width: `${(100 * bar.count) / longest}%` }}
            />
          )}
        </div>
      </td>
      <td className={styles.number}>
        <FigureButton count={bar.count} figure={bar.figure} says={bar.label} />
      </td>
      {moreHeads.map((head, index) => (
        <td key={head}>{bar.more?.[index]}</td>
      ))}
    </tr>
  )
}
