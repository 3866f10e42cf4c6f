import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarBody,
  mergeClasses,
  Select,
  Spinner,
} from '@fluentui/react-components'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { useCompletionStyles } from './CompletionsPage.styles.ts'
import type { StepProps } from './CompletionsPage.tsx'
import { importKinds } from './importKinds.ts'

const count = new Intl.NumberFormat('en-GB')

/** What each column means: guessed, remembered, or put right. */
export function ColumnsStep({ session, state }: StepProps) {
  const styles = useCompletionStyles()
  const heading = useShownFromTop()
  const { file, kind, remembered, busy } = state
  if (!file) return null
  const { meanings, needed } = importKinds[kind]
  const missing = needed.filter((one) => !file.columns.includes(one))
  const labels = new Map(meanings)
  return (
    <section className={styles.section}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        What the columns of {file.table.name} mean
      </h2>
      <p className={styles.says}>
        {count.format(file.table.lines.length)} lines.{' '}
        {remembered
          ? 'The columns are as somebody said of such a file before.'
          : 'Look whether this is right.'}
        {file.table.encodingGuessed &&
          ' The file is not in UTF-8 and was read as Windows text: look at the names.'}
      </p>
      <ColumnTable session={session} state={state} />
      {kind === 'staff' && (
        <Checkbox
          checked={file.complete}
          onChange={(_event, { checked }) => session.setComplete(checked === true)}
          label="The file names everybody: whoever is not in it has left"
        />
      )}
      {missing.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Say which column holds: {missing.map((one) => labels.get(one) ?? one).join('; ')}.
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={missing.length > 0 || busy !== ''}
          onClick={() => missing.length === 0 && busy === '' && void session.plan()}
        >
          See what would change
        </Button>
        <Button onClick={() => session.startAgain()}>Choose another file</Button>
        {busy !== '' && <Spinner size="tiny" label={busy} labelPosition="after" />}
      </div>
    </section>
  )
}

function ColumnTable({ session, state }: StepProps) {
  const styles = useCompletionStyles()
  const { file, kind } = state
  if (!file) return null
  const samples = file.table.lines.slice(0, 3)
  return (
    <div className={styles.scroll}>
      <table className={mergeClasses(styles.table, styles.columns)}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          {withKeys(file.table.headings, (heading) => heading).map(({ key, thing: heading }, index) => (
            <tr key={key}>
              <th scope="row">{heading || '(no heading)'}</th>
              <td>
                <Select
                  className={styles.select}
                  select={{ className: styles.select }}
                  aria-label={`What “${heading}” means`}
                  value={file.columns[index] ?? 'other'}
                  onChange={(_event, { value }) => session.setColumn(index, value)}
                >
                  <option value="other">Not used</option>
                  {importKinds[kind].meanings.map(([meaning, label]) => (
                    <option key={meaning} value={meaning}>
                      {label}
                    </option>
                  ))}
                </Select>
                <div className={styles.samples}>
                  {samples
                    .map(({ cells }) => cells[index]?.trim())
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
