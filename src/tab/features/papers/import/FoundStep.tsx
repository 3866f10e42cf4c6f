import { Button, Field, Input, Spinner } from '@fluentui/react-components'
import { useId } from 'react'
import type { PaperDoubt } from '../../../../domain/paperReading.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { useImportStyles } from './Import.styles.ts'
import type { StepProps } from './ImportWizard.tsx'
import { formatWords } from './importWords.ts'
import { StatusWords } from './StatusWords.tsx'

/** What was found in the file and what it was taken for; every guess can be corrected. */
export function FoundStep({ session, state }: StepProps) {
  const styles = useImportStyles()
  const { found, busy, name } = state
  const whyNot = useId()
  if (!found) return null
  const { totals, doubts } = found.reading
  const nothing = totals.rows === 0
  return (
    <div className={styles.section}>
      <p className={styles.text}>
        {found.format === 'excel' || found.format === 'html' ? 'An' : 'A'} {formatWords[found.format]} paper
        with {totals.reports} {totals.reports === 1 ? 'report' : 'reports'} and {totals.rows}{' '}
        {totals.rows === 1 ? 'row' : 'rows'} (
        {Object.entries(totals.byStatus)
          .map(([status, count]) => `${status} ${count}`)
          .join(', ')}
        ).
        {state.remembered && ' The columns are read as somebody said they mean when such a file came before.'}
      </p>
      <Field label="Name of the paper" hint="It stands in the history of every row that this import changes.">
        <Input value={name} onChange={(_event, data) => session.rename(data.value)} />
      </Field>
      {found.tables.map((table) => (
        <ColumnTable key={`${table.name} ${table.line}`} table={table} session={session} state={state} />
      ))}
      {found.statusWords.length > 0 && <StatusWords session={session} state={state} />}
      <Doubts doubts={doubts} />
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={busy !== '' || nothing}
          aria-describedby={nothing ? whyNot : undefined}
          onClick={() => void session.makePlan()}
        >
          Show what would change
        </Button>
        <Button onClick={session.startAgain}>Choose another file</Button>
        {busy !== '' && (
          <Spinner size="tiny" label={busy === 'reading' ? 'Reading again' : 'Comparing with the register'} />
        )}
      </div>
      {nothing && (
        <span id={whyNot}>
          No row was found. Say which column holds the recommendation, or choose another file.
        </span>
      )}
    </div>
  )
}

function Doubts({ doubts }: { doubts: readonly PaperDoubt[] }) {
  const styles = useImportStyles()
  if (doubts.length === 0) return null
  return (
    <section className={styles.card} aria-label="Doubts about the paper">
      <h3 className={styles.heading}>Doubts about the paper as a whole ({doubts.length})</h3>
      <ul className={styles.doubts}>
        {withKeys(doubts, ({ message, line }) => `${line} ${message}`).map(({ key, thing }) => (
          <li key={key}>
            Line {thing.line}: {thing.message}
          </li>
        ))}
      </ul>
      <p className={styles.text}>Doubts about single rows stand beside them in the next step.</p>
    </section>
  )
}
