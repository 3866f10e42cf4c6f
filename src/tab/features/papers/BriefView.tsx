import { makeStyles, tokens } from '@fluentui/react-components'
import { briefOf, type ChaseRow, type DatedRow } from '../../../domain/brief.ts'
import { writeDate, writeDaysLeft } from '../../../domain/calendarDays.ts'
import type { PrintedPaper } from '../../../domain/printedPaper.ts'
import { statuses } from '../../../domain/recommendation.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useToday } from '../../ui/services.tsx'
import { changeGroups } from './changeGroups.ts'
import { usePapersStyles } from './PapersPage.styles.ts'
import { RowLink, titleOf } from './rowLinks.tsx'
import type { SinceLastProps } from './SinceLast.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  counts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 22rem), 1fr))',
    gap: tokens.spacingHorizontalXXL,
  },
  title: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase400 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
  },
})

/** What a chief officer is told on one page; every line opens its row. */
export function BriefView({ printed, idOf }: SinceLastProps) {
  const styles = useStyles()
  const today = useToday()
  const brief = briefOf(printed.content, printed.changes, today)
  const dated = (rows: readonly DatedRow[]) =>
    rows.map(({ row, day, days }) => ({ row, says: `${writeDate(day)}, ${writeDaysLeft(days)}` }))
  return (
    <div className={styles.page}>
      <div className={styles.counts}>
        {statuses.map((status) => (
          <span key={status}>
            <StatusBadge status={status} /> {brief.counts[status]}
          </span>
        ))}
      </div>
      <div className={styles.columns}>
        {changeGroups(brief.changes)
          .filter(({ title, changes }) => changes.length > 0 && title !== 'Dropped out')
          .map(({ title, changes }) => (
            <BriefList key={title} title={title} lines={changes} printed={printed} idOf={idOf} />
          ))}
        <BriefList title="Overdue" lines={dated(brief.overdue)} printed={printed} idOf={idOf} />
        <BriefList title="Due within 30 days" lines={dated(brief.in30)} printed={printed} idOf={idOf} />
        <BriefList title="Due in 31 to 60 days" lines={dated(brief.in60)} printed={printed} idOf={idOf} />
        <BriefList title="Due in 61 to 90 days" lines={dated(brief.in90)} printed={printed} idOf={idOf} />
        <BriefList
          title="To be chased"
          lines={brief.chases.map((chase) => ({ row: chase.row, says: sayChase(chase) }))}
          printed={printed}
          idOf={idOf}
        />
      </div>
    </div>
  )
}

function sayChase({ row, day }: ChaseRow): string {
  const body = row.counterparty?.body || 'nobody is named'
  return `${body}; ${day === null ? 'no next chase is set' : `next chase ${writeDate(day)}`}`
}

function BriefList(props: {
  title: string
  lines: readonly { row: PrintedPaper['content']['rows'][number]; says: string }[]
  printed: PrintedPaper
  idOf: ReadonlyMap<string, string>
}) {
  const { title, lines, printed, idOf } = props
  const styles = useStyles()
  const frame = usePapersStyles()
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>
        {title} ({lines.length})
      </h3>
      {lines.length === 0 && <p className={frame.quiet}>None.</p>}
      <ul className={styles.list}>
        {lines.map(({ row, says }) => (
          <li key={row.key} className={styles.line}>
            <RowLink row={row} id={idOf.get(row.key)} /> {says && `· ${says}`}
            <div className={frame.small}>{titleOf(row, printed.content.reports)}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
