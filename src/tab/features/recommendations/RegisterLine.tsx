import { mergeClasses } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { KeyboardEvent } from 'react'
import { writePublished } from '../../../domain/report.ts'
import { deadlineWords } from '../../ui/deadlineWords.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useToday } from '../../ui/services.tsx'
import type { RegisterEntry, RegisterItem } from './findRows.ts'
import { useListStyles } from './RegisterList.styles.ts'

export interface RegisterLineProps {
  readonly entry: RegisterEntry
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
  const { entry, index, offset, measure, open, tabStop, onFocus, onAct, onKeyDown } = props
  const styles = useListStyles()
  return (
    <tr
      ref={measure}
      data-index={index}
      className={mergeClasses(styles.line, entry.kind === 'report' ? styles.report : styles.row)}
      style={{ transform: `translateY(${offset}px)` }}
      aria-rowindex={index + 1}
      aria-level={entry.kind === 'row' ? 2 : 1}
      aria-posinset={entry.kind === 'row' ? entry.position : undefined}
      aria-setsize={entry.kind === 'row' ? entry.of : undefined}
      aria-expanded={entry.kind === 'report' ? entry.expanded : undefined}
      aria-selected={entry.kind === 'row' ? open : undefined}
      aria-label={lineName(entry)}
      tabIndex={tabStop ? 0 : -1}
      onFocus={onFocus}
      onClick={onAct}
      onKeyDown={onKeyDown}
    >
      <LineContent entry={entry} open={open} />
    </tr>
  )
}

function lineName(entry: RegisterEntry): string | undefined {
  if (entry.kind === 'report') return `${entry.title}, ${countWords(entry)}`
  if (entry.kind === 'unreadable') return `Item ${entry.row.id} could not be read`
  return `${entry.item.reference}, ${entry.item.report?.title ?? 'report unknown'}, ${entry.item.row.value.status}`
}

function countWords(entry: Extract<RegisterEntry, { kind: 'report' }>): string {
  if (entry.shown < entry.total) return `${entry.shown} of ${entry.total} shown`
  return entry.total === 1 ? '1 recommendation' : `${entry.total} recommendations`
}

function LineContent({ entry, open }: { entry: RegisterEntry; open: boolean }) {
  if (entry.kind === 'report') return <ReportCell entry={entry} />
  if (entry.kind === 'unreadable') return <UnreadableCell id={entry.row.id} reason={entry.row.reason} />
  return <RowCell item={entry.item} open={open} />
}

function ReportCell({ entry }: { entry: Extract<RegisterEntry, { kind: 'report' }> }) {
  const styles = useListStyles()
  const counts = entry.counts.map(([status, count]) => `${count} ${status}`).join(', ')
  return (
    <td className={styles.reportCell}>
      <span className={styles.chevron} aria-hidden="true">
        {entry.expanded ? <ChevronDownRegular /> : <ChevronRightRegular />}
      </span>
      <div className={styles.reportText}>
        <div className={styles.reportTitle}>{entry.title}</div>
        <div className={styles.quiet}>
          {entry.report && `${writePublished(entry.report)} · `}
          {countWords(entry)}: {counts}
        </div>
        {entry.expanded && entry.report && entry.report.claims.length > 0 && (
          <div className={mergeClasses(styles.quiet, styles.claim)}>{entry.report.claims.join(' ')}</div>
        )}
      </div>
    </td>
  )
}

function RowCell({ item, open }: { item: RegisterItem; open: boolean }) {
  const styles = useListStyles()
  const row = item.row.value
  return (
    <td className={mergeClasses(styles.card, open && styles.cardOpen)}>
      <div className={styles.top}>
        <span className={styles.reference}>
          {item.reference}
          {row.numberInferred && <span className={styles.inferred}> (number inferred)</span>}
        </span>
        <StatusBadge status={row.status} />
      </div>
      <div className={styles.text}>{row.text}</div>
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
