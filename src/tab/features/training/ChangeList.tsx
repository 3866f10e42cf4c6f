import { makeStyles, tokens } from '@fluentui/react-components'
import { writeInstant } from '../../../domain/calendarDays.ts'
import type { Change } from '../../../domain/recommendation.ts'
import { withKeys } from '../../ui/withKeys.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  change: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '&:first-child': { borderTop: 'none' },
  },
  who: { color: tokens.colorNeutralForeground2 },
})

/** Who changed what, when, from what to what and why; the newest first. */
export function ChangeList({ history, label }: { history: readonly Change[]; label: string }) {
  const styles = useStyles()
  const newestFirst = withKeys(history, (line) => `${line.at} ${line.to}`).toReversed()
  return (
    <ol className={styles.list} aria-label={label}>
      {newestFirst.map(({ key, thing: line }) => (
        <li key={key} className={styles.change}>
          <div>{line.from === '' ? line.to : `${line.from} → ${line.to || 'nothing'}`}</div>
          {line.why && <div>Why: {line.why}</div>}
          <div className={styles.who}>
            {line.by}, {writeInstant(line.at)}
          </div>
        </li>
      ))}
    </ol>
  )
}
