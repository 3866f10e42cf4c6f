import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { type ImportResult, importOutcomes } from '../../../../domain/importPlan.ts'
import { asError } from '../../../ui/asError.ts'
import { useNavigation } from '../../../ui/navigation.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import { useServices } from '../../../ui/services.tsx'
import { usePapersStyles } from '../PapersPage.styles.ts'
import { useImportStyles } from './Import.styles.ts'
import type { StepProps } from './ImportWizard.tsx'
import { outcomeWords } from './importWords.ts'

/** What the import did, row by row as a file to keep; what it did not reach can be gone on with. */
export function ResultStep({ session, state }: StepProps) {
  const styles = useImportStyles()
  const { open } = useNavigation()
  const { report } = state
  if (!report) return null
  const troubled = report.results.filter(({ outcome }) => outcome === 'failed' || outcome === 'refused')
  const unfinished = report.results.filter(
    ({ outcome }) => outcome === 'failed' || outcome === 'not-done',
  ).length
  return (
    <div className={styles.section}>
      <MessageBar intent={unfinished > 0 ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>
          {unfinished > 0
            ? `${unfinished} of ${report.results.length} are not in yet; everything else is, and stays. Go on to bring in the rest.`
            : 'The paper is in the register.'}
        </MessageBarBody>
      </MessageBar>
      <ResultTable results={report.results} />
      {troubled.length > 0 && <Troubles results={troubled} />}
      <div className={styles.row}>
        {unfinished > 0 && (
          <Button
            appearance="primary"
            disabledFocusable={state.busy !== ''}
            onClick={() => void session.resume()}
          >
            Go on
          </Button>
        )}
        <ResultFile session={session} state={state} />
        <Button onClick={() => open('recommendations', null, '')}>Open the register</Button>
        <Button onClick={session.startAgain}>Import another paper</Button>
      </div>
    </div>
  )
}

function ResultTable({ results }: { results: readonly ImportResult[] }) {
  const frame = usePapersStyles()
  const count = (what: ImportResult['what'], outcome: ImportResult['outcome']) =>
    results.filter((one) => one.what === what && one.outcome === outcome).length
  const seen = importOutcomes.filter((outcome) => results.some((one) => one.outcome === outcome))
  return (
    <table className={frame.table} aria-label="Result of the import">
      <thead>
        <tr>
          <th scope="col">What became of them</th>
          <th scope="col">Rows</th>
          <th scope="col">Reports</th>
        </tr>
      </thead>
      <tbody>
        {seen.map((outcome) => (
          <tr key={outcome}>
            <th scope="row">{outcomeWords[outcome]}</th>
            <td>{count('row', outcome)}</td>
            <td>{count('report', outcome)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Troubles({ results }: { results: readonly ImportResult[] }) {
  const styles = useImportStyles()
  return (
    <ul className={styles.doubts} aria-label="What could not be brought in">
      {results.slice(0, 50).map(({ what, key, note }) => (
        <li key={`${what} ${key}`}>
          {key}: {note}
        </li>
      ))}
      {results.length > 50 && <li>and {results.length - 50} more; all of them are in the result file</li>}
    </ul>
  )
}

function ResultFile({ state }: StepProps) {
  const { paperReader } = useServices()
  const [failed, setFailed] = useState('')
  const { report, name } = state
  const save = async () => {
    if (!report) return
    try {
      setFailed('')
      saveFile(await paperReader.resultFile(report), `import-of-${fileWords(name)}.csv`)
    } catch (thrown) {
      setFailed(
        `The file could not be written: ${asError(thrown).message} The import itself is not affected.`,
      )
    }
  }
  return (
    <>
      <Button onClick={() => void save()}>Download the result file</Button>
      {failed !== '' && <span role="alert">{failed}</span>}
    </>
  )
}

function fileWords(name: string): string {
  return (
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? 'paper'
  )
}
