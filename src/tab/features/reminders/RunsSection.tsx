import { MessageBar, MessageBarBody, mergeClasses } from '@fluentui/react-components'
import { writeDate, writeInstant } from '../../../domain/calendarDays.ts'
import type { RunRecord } from '../../../usecases/runRecord.ts'
import { withKeys } from '../../ui/withKeys.ts'
import { countsOf, leftOut, outcomeWords, sayEnd } from './deliveryWords.ts'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { Section } from './Section.tsx'

/** The newest runs; one of them is chosen. */
export function RunsSection(props: {
  runs: readonly RunRecord[]
  silence: string | null
  chosen: RunRecord | undefined
  onChoose: (run: RunRecord) => void
}) {
  const { runs, silence, chosen, onChoose } = props
  const styles = useRemindersStyles()
  return (
    <Section
      title="Runs"
      about="The newest first. A run happens once a day, and whenever an administrator asks for one."
    >
      {silence && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            {firstSentence(silence)} Ask the administrator whether the service is running; nothing is lost,
            and the next run sends what is due.
          </MessageBarBody>
        </MessageBar>
      )}
      {runs.length === 0 ? (
        <p className={styles.quiet}>
          No run has been recorded yet. The first one shows here when it has ended.
        </p>
      ) : (
        // The list scrolls, so the keyboard must be able to reach it; the buttons in it are its stops.
        <ul className={mergeClasses(styles.list, styles.runs, styles.scroll)} aria-label="Runs">
          {runs.map((run) => (
            <li key={run.run}>
              <RunButton run={run} chosen={run === chosen} onChoose={() => onChoose(run)} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const lower = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`
const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const firstSentence = (text: string) => `${text.split('. ')[0]}.`

function RunButton({ run, chosen, onChoose }: { run: RunRecord; chosen: boolean; onChoose: () => void }) {
  const styles = useRemindersStyles()
  return (
    <button
      type="button"
      className={mergeClasses(styles.run, chosen && styles.chosen)}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span className={styles.name}>{writeInstant(run.startedAt)}</span>
      <span>{countsOf(run)}</span>
      {run.stopped !== null && <span className={styles.bad}>Ended early</span>}
    </button>
  )
}

/** How one run ended, and whom it did not tell. */
export function RunSection({ run }: { run: RunRecord }) {
  const styles = useRemindersStyles()
  const untold = withKeys(run.notTold, (one) => `${one.person} ${one.rows.join(' ')}`)
  return (
    <Section
      title={`The run of ${writeInstant(run.startedAt)}`}
      about={`For ${writeDate(run.today)}, in reminders: ${lower(countsOf(run))}.`}
    >
      <p className={styles.quiet}>{sayEnd(run)}</p>
      {leftOut(run).map((sentence) => (
        <p key={sentence} className={styles.quiet}>
          {sentence}
        </p>
      ))}
      {untold.length > 0 && (
        <ul className={styles.list} aria-label="Whom the run did not tell">
          {untold.map(({ key, thing }) => (
            <li key={key}>
              <span className={styles.name}>{thing.person}</span>
              <div className={styles.bad}>{capital(outcomeWords[thing.outcome])}</div>
              <div>{thing.reason}</div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
