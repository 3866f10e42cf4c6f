import { Button, mergeClasses } from '@fluentui/react-components'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { type KeyboardEvent, useRef, useState } from 'react'
import { columns } from './columns.tsx'
import { useGridStyles } from './RegisterGrid.styles.ts'
import type { ColumnName, RegisterView } from './view.ts'

export interface GridHeadProps {
  readonly shown: readonly ColumnName[]
  readonly sort: RegisterView['sort']
  readonly template: string
  readonly onSort: (by: ColumnName) => void
  /** Whether all shown rows are chosen, or some; null where rows cannot be chosen. */
  readonly chosen: boolean | 'mixed' | null
  readonly onChooseAll: () => void
}

const sortWords = { none: 'not sorted', ascending: 'sorted upwards', descending: 'sorted downwards' } as const

/** The headings of the grid: each sorts by its column. Tab stops at one of them, the arrows go along. */
export function GridHead({ shown, sort, template, onSort, chosen, onChooseAll }: GridHeadProps) {
  const styles = useGridStyles()
  const row = useRef<HTMLTableRowElement>(null)
  const [stop, setStop] = useState(0)
  const go = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = Math.max(0, Math.min(stop + step, shown.length - 1))
    setStop(next)
    row.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <thead className={styles.head}>
      <tr
        ref={row}
        className={styles.headRow}
        style={{ gridTemplateColumns: template }}
        aria-rowindex={1}
        onKeyDown={go}
      >
        {chosen !== null && (
          <th className={mergeClasses(styles.headCell, styles.tickCell)} scope="col">
            <input
              type="checkbox"
              className={styles.tick}
              ref={(box) => {
                if (box) box.indeterminate = chosen === 'mixed'
              }}
              checked={chosen === true}
              onChange={onChooseAll}
              aria-label="Choose all shown rows"
            />
          </th>
        )}
        {shown.map((name, index) => {
          const order = sort?.by === name ? (sort.down ? 'descending' : 'ascending') : 'none'
          return (
            <th key={name} className={styles.headCell} scope="col" aria-sort={order}>
              <Button
                appearance="transparent"
                size="small"
                className={styles.headButton}
                iconPosition="after"
                icon={
                  order === 'none' ? undefined : order === 'ascending' ? (
                    <ArrowUpRegular />
                  ) : (
                    <ArrowDownRegular />
                  )
                }
                tabIndex={index === Math.min(stop, shown.length - 1) ? 0 : -1}
                onFocus={() => setStop(index)}
                onClick={() => onSort(name)}
                title={`${columns[name].label}, ${sortWords[order]}`}
              >
                {columns[name].label}
              </Button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
