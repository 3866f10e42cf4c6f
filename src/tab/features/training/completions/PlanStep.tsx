import { Button, MessageBar, MessageBarBody, Select, Spinner } from '@fluentui/react-components'
import { countOutcomes } from '../../../../domain/trainingTable.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { useCompletionStyles } from './CompletionsPage.styles.ts'
import type { StepProps } from './CompletionsPage.tsx'
import { Counts } from './Counts.tsx'

/** Reasons that are listed before anything is written; all of them are in the file at the end. */
const mostReasons = 12

/** What would change, before anything is written. */
export function PlanStep({ session, state }: StepProps) {
  const styles = useCompletionStyles()
  const heading = useShownFromTop()
  const { plan, busy } = state
  if (!plan) return null
  const { fresh, changed, leavers, others } = plan
  const counts = countOutcomes(others)
  const writes = fresh + changed + leavers
  // Lines to mend are kept even where nothing else is brought in.
  const nothing = writes === 0 && counts.refused === 0
  const lines = writes === 1 ? '1 line' : `${writes.toLocaleString('en-GB')} lines`
  const label = writes === 0 ? 'Keep the lines to mend' : `Bring in ${lines}`
  return (
    <section className={styles.section}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        What would change
      </h2>
      <Counts
        counts={[
          ['new', fresh],
          ['corrected', changed],
          ...(leavers > 0 ? ([['have left', leavers]] as const) : []),
          ['there already', counts.unchanged],
          ['left out', counts.skipped],
          ['to be mended', counts.refused],
        ]}
      />
      <UnknownCourses session={session} state={state} />
      <Reasons state={state} />
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={nothing || busy !== ''}
          onClick={() => !nothing && busy === '' && void session.run()}
        >
          {nothing ? 'Nothing to bring in' : label}
        </Button>
        <Button onClick={() => session.back()}>Back to the columns</Button>
        {busy !== '' && <Spinner size="tiny" label={busy} labelPosition="after" />}
      </div>
    </section>
  )
}

/** What the file calls courses, for a person to say which they are. */
function UnknownCourses({ session, state }: StepProps) {
  const styles = useCompletionStyles()
  const services = useServices()
  const courses = useRows('courses', services.courses).held?.rows ?? []
  const unknown = state.plan?.unknownCourses ?? []
  if (unknown.length === 0) return null
  return (
    <div className={styles.section}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          The catalogue does not know {unknown.length === 1 ? 'this course' : 'these courses'}. Say which{' '}
          {unknown.length === 1 ? 'it is' : 'they are'}; it is remembered for the next file.
        </MessageBarBody>
      </MessageBar>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Lines</th>
            <th scope="col">Is</th>
          </tr>
        </thead>
        <tbody>
          {unknown.slice(0, 30).map(({ word, lines }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td>{lines}</td>
              <td>
                <Select
                  aria-label={`What “${word}” is`}
                  value={state.file?.courseWords[word.trim().toLowerCase().replace(/\s+/g, ' ')] ?? ''}
                  onChange={(_event, { value }) => session.setCourse(word, value)}
                >
                  <option value="">Not a course of ours</option>
                  {courses.map(({ value }) => (
                    <option key={value.key} value={value.key}>
                      {value.title}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <Button onClick={() => void session.plan()}>Look at the lines again</Button>
      </div>
    </div>
  )
}

function Reasons({ state }: Pick<StepProps, 'state'>) {
  const styles = useCompletionStyles()
  const refused = (state.plan?.others ?? []).filter(({ outcome }) => outcome === 'refused')
  if (refused.length === 0) return null
  return (
    <div className={styles.section}>
      <p className={styles.says}>
        Lines that cannot be brought in as they are. They are kept, to be mended here or in the file:
      </p>
      <ul className={styles.list}>
        {refused.slice(0, mostReasons).map(({ line, note }) => (
          <li key={line}>
            Line {line}: {note}
          </li>
        ))}
        {refused.length > mostReasons && (
          <li>and {(refused.length - mostReasons).toLocaleString('en-GB')} more</li>
        )}
      </ul>
    </div>
  )
}
