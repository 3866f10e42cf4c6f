import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type IsoDate, writeDate, writeMonth } from '../../../domain/calendarDays.ts'
import { currentDeadline, currentDueEntry, type DueEntry, isMetMilestone } from '../../../domain/dueLedger.ts'
import { withKeys } from '../../ui/withKeys.ts'
import { useDetailStyles } from './RecommendationDetail.styles.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    position: 'relative',
    padding: `0 0 ${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    // The line from this mark to the next one.
    '::before': {
      content: '""',
      position: 'absolute',
      left: '5px',
      top: '14px',
      bottom: '-6px',
      borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    },
    ':last-child::before': { display: 'none' },
  },
  mark: {
    position: 'absolute',
    left: 0,
    top: '4px',
    width: '12px',
    height: '12px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  markNow: { backgroundColor: tokens.colorBrandBackground, border: `2px solid ${tokens.colorBrandStroke1}` },
  markMet: { backgroundColor: tokens.colorNeutralStrokeAccessible },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  date: { fontWeight: tokens.fontWeightSemibold },
})

/** The due column of the paper as a timeline: what was set first, each change, and what holds now. */
export function DueTimeline({ due }: { due: readonly DueEntry[] }) {
  const styles = useDetailStyles()
  const timeline = useStyles()
  const current = currentDeadline(due) === null ? due.at(-1) : currentDueEntry(due)
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>Due history</h3>
      {due.length === 0 && <div className={styles.quiet}>The paper gives no deadline.</div>}
      <ol className={timeline.list} aria-label="Due history">
        {withKeys(due, (entry) => entry.text).map(({ key, thing: entry }) => (
          <TimelineEntry key={key} entry={entry} first={entry === due[0]} current={entry === current} />
        ))}
      </ol>
    </section>
  )
}

function TimelineEntry({ entry, first, current }: { entry: DueEntry; first: boolean; current: boolean }) {
  const styles = useDetailStyles()
  const timeline = useStyles()
  const met = isMetMilestone(entry)
  return (
    <li className={timeline.entry} aria-current={current ? 'true' : undefined}>
      <span
        aria-hidden="true"
        className={mergeClasses(timeline.mark, met && timeline.markMet, current && timeline.markNow)}
      />
      <div className={timeline.head}>
        <span className={timeline.date}>{entryTitle(entry)}</span>
        <span className={styles.quiet}>{first ? 'First set' : verbWords(entry.verb)}</span>
        {met && (
          <Badge appearance="tint" color="success" shape="rounded">
            Met
          </Badge>
        )}
        {current && (
          <Badge appearance="tint" shape="rounded">
            Now
          </Badge>
        )}
      </div>
      {entry.text !== entryTitle(entry) && <div className={styles.quiet}>“{entry.text}”</div>}
    </li>
  )
}

function verbWords(verb: DueEntry['verb']): string {
  switch (verb) {
    case 'extended-to':
      return 'Extended'
    case 'reset-to':
      return 'Reset'
    case 'and':
      return 'A second deadline'
    case 'new-deadline':
      return 'New deadline'
    default:
      return 'Changed'
  }
}

function entryTitle(entry: DueEntry): string {
  if (entry.date === null) return entry.text
  return writeEntryDate(entry.date, entry.precision)
}

function writeEntryDate(date: IsoDate, precision: DueEntry['precision']): string {
  return precision === 'month' ? writeMonth(date) : writeDate(date)
}
