import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  mergeClasses,
  ProgressBar,
  Select,
} from '@fluentui/react-components'
import { useState } from 'react'
import { type ContactMeaning, contactMeanings } from '../../../../../domain/contactColumns.ts'
import { hasDoubts, type PlannedContact } from '../../../../../domain/contactImport.ts'
import { useToday } from '../../../../ui/services.tsx'
import { withKeys } from '../../../../ui/withKeys.ts'
import { useDirectoryStyles } from '../Directory.styles.ts'
import { sayArea } from '../directoryWords.ts'
import { useImportStyles } from './Import.styles.ts'
import { meaningWords, sayDoubts, sayStep } from './importWords.ts'
import type { ContactImport } from './useContactImport.ts'

/** Lines that are drawn at first; the rest on request. */
const firstLines = 100

/** What the columns hold, and what would become of each line. Nothing is written yet. */
export function CheckStep({ session }: { session: ContactImport }) {
  const styles = useDirectoryStyles()
  const { table, missing, plan, toWrite } = session
  if (!table) return null
  return (
    <div className={styles.stack}>
      <section className={styles.card} aria-label="Columns">
        <h2 className={styles.subhead}>
          {table.name}: {table.lines.length} {table.lines.length === 1 ? 'line' : 'lines'}
        </h2>
        {table.encodingGuessed && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              The file is not UTF-8 and was read as Windows text. Look at names with accents before you go on.
            </MessageBarBody>
          </MessageBar>
        )}
        <Columns session={session} />
        {missing.length > 0 && (
          <MessageBar intent="warning" layout="multiline" politeness="assertive">
            <MessageBarBody>
              No column holds: {missing.map((one) => meaningWords[one].toLowerCase()).join(', ')}. Say above
              which one does.
            </MessageBarBody>
          </MessageBar>
        )}
      </section>
      {plan.length > 0 && <Plan plan={plan} />}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={toWrite === 0 || session.progress !== null}
          aria-describedby={toWrite === 0 ? 'nothing-to-bring-in' : undefined}
          onClick={() => void session.bringIn()}
        >
          {toWrite === 1 ? 'Bring in 1 line' : `Bring in ${toWrite} lines`}
        </Button>
        {session.progress ? (
          <Button onClick={session.stop}>Stop</Button>
        ) : (
          <Button onClick={session.startAgain}>Another file</Button>
        )}
        {toWrite === 0 && missing.length === 0 && (
          <span id="nothing-to-bring-in" className={styles.quiet}>
            No line of the file would change anything.
          </span>
        )}
      </div>
      {session.progress && (
        <Field
          validationState="none"
          validationMessage={`${session.progress.done} of ${session.progress.of}`}
        >
          <ProgressBar value={session.progress.done} max={Math.max(session.progress.of, 1)} />
        </Field>
      )}
    </div>
  )
}

function Columns({ session }: { session: ContactImport }) {
  const frame = useImportStyles()
  const { table, meanings } = session
  if (!table) return null
  return (
    <div className={frame.columns}>
      {withKeys(table.columns, ({ heading }) => heading).map(({ key, thing }, index) => (
        <Field
          key={key}
          label={thing.heading || `Column ${index + 1}`}
          hint={table.lines.find(({ cells }) => cells[index])?.cells[index]?.slice(0, 60)}
        >
          <Select
            value={meanings[index]}
            disabled={session.progress !== null}
            onChange={(_event, data) => {
              const meaning = contactMeanings.find((one) => one === data.value)
              if (meaning) session.setMeaning(index, meaning)
            }}
          >
            {contactMeanings.map((meaning: ContactMeaning) => (
              <option key={meaning} value={meaning}>
                {meaningWords[meaning]}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  )
}

function Plan({ plan }: { plan: readonly PlannedContact[] }) {
  const styles = useDirectoryStyles()
  const [all, setAll] = useState(false)
  const shown = all ? plan : plan.slice(0, firstLines)
  const doubtful = plan.filter(hasDoubts).length
  return (
    <section className={styles.card} aria-label="What would happen">
      <h2 className={styles.subhead}>What would happen</h2>
      {doubtful > 0 && (
        <span className={styles.quiet}>
          {doubtful === 1 ? 'One line is' : `${doubtful} lines are`} worth a look before you go on.
        </span>
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.onlyWide, styles.button)}>
                Line
              </th>
              <th scope="col">Partner</th>
              <th scope="col">What happens</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((planned) => (
              <PlanLine key={planned.row.line} planned={planned} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < plan.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            Show all {plan.length} lines
          </Button>
        </div>
      )}
    </section>
  )
}

function PlanLine({ planned }: { planned: PlannedContact }) {
  const styles = useDirectoryStyles()
  const frame = useImportStyles()
  const today = useToday()
  const { words, line } = planned.row
  return (
    <tr>
      <td className={styles.onlyWide}>{line}</td>
      <td>
        <div className={styles.strong}>{words.role || 'No role'}</div>
        <div>{[words.name || 'Vacant', words.organisation].filter(Boolean).join(', ')}</div>
        <div className={styles.small}>{[words.address, sayArea(words)].filter(Boolean).join(' · ')}</div>
      </td>
      <td>
        <div className={planned.step.does === 'refuse' ? frame.refused : undefined}>{sayStep(planned)}</div>
        {sayDoubts(planned, today).map((doubt) => (
          <div key={doubt} className={styles.small}>
            {doubt}
          </div>
        ))}
      </td>
    </tr>
  )
}
