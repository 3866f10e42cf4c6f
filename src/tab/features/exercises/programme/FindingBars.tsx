import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import type { Finding } from '../../../../domain/programmeRules.ts'
import { sayFinding } from './programmeWords.ts'

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    ':empty': { display: 'none' },
  },
})

/** What is said about a field that is empty is said when somebody saves, not while they are still typing. */
const later: ReadonlySet<string> = new Set([
  'no-type',
  'no-unit',
  'no-boroughs',
  'not-a-date',
  'not-a-time',
  'no-venue',
])

/** What speaks against a day, as it is looked up; read out as it changes. */
export function FindingBars({ findings }: { findings: readonly Finding[] }) {
  const styles = useStyles()
  return (
    <div className={styles.bars} role="status">
      {findings
        .filter(({ code }) => !later.has(code))
        .map((finding) => (
          <MessageBar
            key={`${finding.code} ${finding.about}`}
            intent={finding.stops ? 'error' : 'warning'}
            layout="multiline"
          >
            <MessageBarBody>{sayFinding(finding)}</MessageBarBody>
          </MessageBar>
        ))}
    </div>
  )
}
