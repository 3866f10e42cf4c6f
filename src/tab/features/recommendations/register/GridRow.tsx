import { mergeClasses } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { type KeyboardEvent, type MouseEvent, memo } from 'react'
import type { IsoDate } from '../../../../domain/calendarDays.ts'
import { writePublished } from '../../../../domain/report.ts'
import { columns } from './columns.tsx'
import type { GroupLine, Line, RowLine } from './lines.ts'
import { lineName, sayCount, sayStatuses } from './lineWords.ts'
import { useGridStyles } from './RegisterGrid.styles.ts'
import { ReportLink } from './ReportLink.tsx'
import type { ColumnName } from './view.ts'

export interface GridRowProps {
  readonly line: Line
  readonly index: number
  readonly offset: number
  readonly height: number
  readonly template: string
  readonly shown: readonly ColumnName[]
  readonly words: readonly string[]
  readonly today: IsoDate
  readonly dense: boolean
  readonly grouped: boolean
  /** Null where rows cannot be chosen. */
  readonly chosen: boolean | null
  /** The cell that has the focus; null when the row has it as a whole, undefined when neither. */
  readonly focused: number | null | undefined
  readonly onFocus: (index: number, cell: number | null) => void
  readonly onPress: (line: Line) => void
  readonly onChoose: (line: Line, range: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** One line of the grid. Only what changes about a line draws it again: scrolling redraws none of those in view. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { line, index, grouped, chosen, focused } = props
  const styles = useGridStyles()
  const isRow = line.kind === 'row'
  return (
    <tr
      data-index={index}
      className={mergeClasses(
        styles.line,
        isRow ? styles.row : styles.group,
        isRow && chosen === true && styles.chosen,
      )}
      style={{
        transform: `translateY(${props.offset}px)`,
        height: props.height,
        gridTemplateColumns: props.template,
      }}
      aria-rowindex={index + 2}
      aria-level={grouped ? (isRow ? line.level : 1) : undefined}
      aria-posinset={grouped && isRow ? line.position : undefined}
      aria-setsize={grouped && isRow ? line.of : undefined}
      aria-expanded={line.kind === 'group' ? line.expanded : undefined}
      aria-selected={isRow && chosen !== null ? chosen : undefined}
      aria-label={lineName(line)}
      tabIndex={focused === null ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && props.onFocus(index, null)}
      onClick={(event: MouseEvent) => {
        if (chosen !== null && isRow && (event.shiftKey || event.ctrlKey || event.metaKey)) {
          return props.onChoose(line, event.shiftKey)
        }
        props.onPress(line)
      }}
      onKeyDown={props.onKeyDown}
    >
      {line.kind === 'row' && <Cells {...props} line={line} />}
      {line.kind === 'group' && (
        <GroupCell line={line} span={props.shown.length + 1} tabStop={focused === null} />
      )}
      {line.kind === 'unreadable' && (
        <td className={styles.groupCell} colSpan={props.shown.length + 1}>
          <span className={styles.groupTitle}>Item {line.row.id} could not be read</span>
          <span className={styles.quiet}>
            {line.row.reason} It is still in SharePoint as it was; ask an administrator to look at it.
          </span>
        </td>
      )}
    </tr>
  )
})

function Cells(props: GridRowProps & { readonly line: RowLine }) {
  const { line, shown, words, today, dense, chosen, focused, index } = props
  const styles = useGridStyles()
  return (
    <>
      {chosen !== null && (
        <td className={mergeClasses(styles.cell, styles.tickCell)}>
          <input
            type="checkbox"
            className={styles.tick}
            checked={chosen}
            tabIndex={-1}
            aria-label={`Choose ${line.item.reference}`}
            readOnly
            // The row would open, and a change event does not know of the Shift key.
            onClick={(event) => {
              event.stopPropagation()
              props.onChoose(line, event.shiftKey)
            }}
          />
        </td>
      )}
      {shown.map((name, cell) => {
        const { Cell } = columns[name]
        return (
          <td
            key={name}
            data-cell={cell}
            className={styles.cell}
            tabIndex={focused === cell ? 0 : -1}
            onFocus={(event) => event.target === event.currentTarget && props.onFocus(index, cell)}
          >
            <div className={dense ? styles.clampOne : styles.clampTwo}>
              <Cell item={line.item} words={words} today={today} />
            </div>
          </td>
        )
      })}
    </>
  )
}

function GroupCell({ line, span, tabStop }: { line: GroupLine; span: number; tabStop: boolean }) {
  const styles = useGridStyles()
  const counts = sayStatuses(line)
  return (
    <td className={styles.groupCell} colSpan={span}>
      <span className={styles.chevron} aria-hidden="true">
        {line.expanded ? <ChevronDownRegular /> : <ChevronRightRegular />}
      </span>
      <span className={styles.groupTitle}>{line.title}</span>
      <span className={styles.quiet}>
        {line.report && `${writePublished(line.report)} · `}
        {sayCount(line)}: {counts}
      </span>
      {line.report && <ReportLink report={line.report} tabStop={tabStop} />}
    </td>
  )
}
