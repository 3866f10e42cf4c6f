import { ToggleButton } from '@fluentui/react-components'
import { type ReactNode, useId, useState } from 'react'
import { usePanelStyles } from './Panel.styles.ts'

export interface PanelProps {
  readonly title: string
  /** What there is to see, in one sentence. */
  readonly says: string
  readonly children: ReactNode
  /** The same as numbers. Left out where the chart is a table itself. */
  readonly table?: ReactNode
  readonly after?: ReactNode
}

/** One question about the register: a title, what there is to see, a chart, and the same as a table. */
export function Panel({ title, says, children, table, after }: PanelProps) {
  const styles = usePanelStyles()
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.top}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {table && (
          <ToggleButton
            className={styles.screenOnly}
            size="small"
            appearance="subtle"
            checked={asTable}
            onClick={() => setAsTable(!asTable)}
            aria-describedby={id}
          >
            As a table
          </ToggleButton>
        )}
      </div>
      <p className={styles.says}>{says}</p>
      {table && asTable ? <div className={styles.scroll}>{table}</div> : children}
      {after}
    </section>
  )
}
