import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { writeDate } from '../../../domain/calendarDays.ts'
import type { PrintedPaper } from '../../../domain/printedPaper.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { changeGroups, type ShownChange } from './changeGroups.ts'
import { firstWords } from './firstWords.ts'
import { usePapersStyles } from './PapersPage.styles.ts'
import { RowLink, titleOf } from './rowLinks.tsx'

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalM} 0`,
    listStyleType: 'none',
    padding: 0,
  },
  figure: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalXS },
  number: { fontSize: tokens.fontSizeBase600, fontWeight: tokens.fontWeightSemibold },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  about: { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(9rem, 14rem) 1fr auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
    '@media (max-width: 600px)': { gridTemplateColumns: '1fr' },
  },
  said: { whiteSpace: 'nowrap', '@media (max-width: 600px)': { whiteSpace: 'normal' } },
})

export interface SinceLastProps {
  readonly printed: PrintedPaper
  readonly idOf: ReadonlyMap<string, string>
}

/** What changed from the last paper to this one, none of it typed; each line opens its row. */
export function SinceLast({ printed, idOf }: SinceLastProps) {
  const styles = useStyles()
  const groups = changeGroups(printed.changes)
  return (
    <div className={styles.groups}>
      <div>
        <Compared printed={printed} />
        <ul className={styles.figures} aria-label="Changes in figures">
          {groups.map((group) => (
            <li key={group.title} className={styles.figure}>
              <span className={styles.number}>{group.changes.length}</span> {group.title.toLowerCase()}
            </li>
          ))}
        </ul>
      </div>
      {groups
        .filter((group) => group.changes.length > 0)
        .map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className={styles.title}>
              {group.title} ({group.changes.length})
            </h3>
            <p className={styles.about}>{group.about}</p>
            <ul className={styles.list}>
              {group.changes.map((change) => (
                <ChangeLine
                  key={change.row.key}
                  change={change}
                  printed={printed}
                  id={idOf.get(change.row.key)}
                />
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function Compared({ printed: { changes, previousMeeting } }: { printed: PrintedPaper }): ReactNode {
  const styles = usePapersStyles()
  if (!changes.hasPrevious || previousMeeting === null) {
    return (
      <p className={styles.quiet}>
        This is the first paper for this board, so there is nothing to compare it with. NEW GREEN stands as it
        was read in.
      </p>
    )
  }
  return <p className={styles.quiet}>Compared with the paper of {writeDate(previousMeeting)}.</p>
}

function ChangeLine(props: { change: ShownChange; printed: PrintedPaper; id: string | undefined }) {
  const { change, printed, id } = props
  const styles = useStyles()
  const own = usePapersStyles()
  return (
    <li className={styles.line}>
      <span>
        <RowLink row={change.row} id={id} />
        <div className={own.small}>{titleOf(change.row, printed.content.reports)}</div>
      </span>
      <span>{firstWords(change.row.text)}</span>
      <span className={styles.said}>
        <StatusBadge status={change.row.status} size="small" /> {change.says}
      </span>
    </li>
  )
}
