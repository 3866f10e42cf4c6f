import { mergeClasses } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { KeyboardEvent } from 'react'
import { writePublished } from '../../../domain/report.ts'
import { deadlineWords } from '../../ui/deadlineWords.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useToday } from '../../ui/services.tsx'
import { useListStyles } from './RegisterList.styles.ts'
import type { RegisterItem } from './register/items.ts'
import type { GroupLine, Line } from './register/lines.ts'
import { lineName, sayCount, sayStatuses } from './register/lineWords.ts'
import { Marked } from './register/Marked.tsx'
import { ReportLink } from './register/ReportLink.tsx'
import { excerptOf } from './register/search.ts'

export interface RegisterLineProps {
  readonly line: Line
  /** What was searched for. */
  readonly words: readonly string[]
  readonly index: number
  readonly offset: number
  readonly measure: (element: HTMLElement | null) => void
  readonly open: boolean
  /** The one line that Tab stops at. */
  readonly tabStop: boolean
  readonly onFocus: () => void
  readonly onAct: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** One line of the register: a report, a recommendation, or a row that could not be read. */
export function RegisterLine(props: RegisterLineProps) {
  const { line, words, index, offset, measure, open, tabStop, onFocus, onAct, onKeyDown } = props
  const styles = useListStyles()
  return (
    <tr
      ref={measure}
      data-index={index}
      className={mergeClasses(styles.line, line.kind === 'group' ? styles.report : styles.row)}
      style={{ transform: `translateY(${offset}px)` }}
      aria-rowindex={index + 1}
      aria-level={line.kind === 'row' ? line.level : 1}
      aria-posinset={line.kind === 'row' ? line.position : undefined}
      aria-setsize={line.kind === 'row' ? line.of : undefined}
      aria-expanded={line.kind === 'group' ? line.expanded : undefined}
      aria-selected={line.kind === 'row' ? open : undefined}
      aria-label={lineName(line)}
      tabIndex={tabStop ? 0 : -1}
      onFocus={onFocus}
      onClick={onAct}
      onKeyDown={onKeyDown}
    >
      <LineContent line={line} words={words} open={open} tabStop={tabStop} />
    </tr>
  )
}

function LineContent(props: Pick<RegisterLineProps, 'line' | 'words' | 'open' | 'tabStop'>) {
  const { line, words, open, tabStop } = props
  if (line.kind === 'group') return <GroupCell line={line} tabStop={tabStop} />
  if (line.kind === 'unreadable') return <UnreadableCell id={line.row.id} reason={line.row.reason} />
  return <RowCell item={line.item} words={words} open={open} />
}

function GroupCell({ line, tabStop }: { line: GroupLine; tabStop: boolean }) {
  const styles = useListStyles()
  const counts = sayStatuses(line)
  return (
    <td className={styles.reportCell}>
      <span className={styles.chevron} aria-hidden="true">
        {line.expanded ? <ChevronDownRegular /> : <ChevronRightRegular />}
      </span>
      <div className={styles.reportText}>
        <div className={styles.reportTitle}>{line.title}</div>
        <div className={styles.quiet}>
          {line.report && `${writePublished(line.report)} · `}
          {sayCount(line)}: {counts}
          {line.report && (
            <>
              {' · '}
              <ReportLink report={line.report} tabStop={tabStop} />
            </>
          )}
        </div>
        {line.expanded && line.report && line.report.claims.length > 0 && (
          <div className={mergeClasses(styles.quiet, styles.claim)}>{line.report.claims.join(' ')}</div>
        )}
      </div>
    </td>
  )
}

function RowCell({ item, words, open }: { item: RegisterItem; words: readonly string[]; open: boolean }) {
  const styles = useListStyles()
  const row = item.row.value
  const excerpt = excerptOf(row, words)
  return (
    <td className={mergeClasses(styles.card, open && styles.cardOpen)}>
      <div className={styles.top}>
        <span className={styles.reference}>
          <Marked text={item.reference} words={words} />
          {row.numberInferred && <span className={styles.inferred}> (number inferred)</span>}
        </span>
        <StatusBadge status={row.status} />
      </div>
      <div className={styles.text}>
        {excerpt.from === 'progress' && <span className={styles.quiet}>Progress: </span>}
        <Marked text={excerpt.text} words={words} />
      </div>
      <DueLine item={item} />
    </td>
  )
}

function DueLine({ item }: { item: RegisterItem }) {
  const styles = useListStyles()
  const words = deadlineWords(item.row.value, useToday())
  return (
    <div className={styles.quiet}>
      {words.sentence}
      {words.left && (
        <>
          {' · '}
          <span className={words.overdue ? styles.overdue : styles.soon}>{words.left}</span>
        </>
      )}
      {words.extended && ` · ${words.extended}`}
      {` · ${item.owner}`}
    </div>
  )
}

function UnreadableCell({ id, reason }: { id: string; reason: string }) {
  const styles = useListStyles()
  return (
    <td className={styles.card}>
      <div className={styles.reference}>Item {id} could not be read</div>
      <div className={styles.quiet}>
        {reason} It is still in SharePoint as it was; ask an administrator to look at it.
      </div>
    </td>
  )
}
