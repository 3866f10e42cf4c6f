import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { countOutcomes, toMend } from '../../../../domain/trainingTable.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useServices } from '../../../ui/services.tsx'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { useCompletionStyles } from './CompletionsPage.styles.ts'
import type { StepProps } from './CompletionsPage.tsx'
import { Counts } from './Counts.tsx'

/** What became of every line, with the files to keep. */
export function ImportResult({ session, state }: StepProps) {
  const styles = useCompletionStyles()
  const heading = useShownFromTop()
  const { trainingFiles } = useServices()
  const { results, file, kind, stopping } = state
  const counts = countOutcomes(results)
  const open = results.filter(toMend).length
  const name = file?.table.name.replace(/\.\w+$/, '') ?? kind
  return (
    <section className={styles.section}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {stopping ? 'The import was stopped' : 'The import is done'}
      </h2>
      <Counts
        counts={[
          ['brought in', counts.new],
          ['corrected', counts.changed],
          ['there already', counts.unchanged],
          ['left out', counts.skipped],
          ['to be mended', counts.refused + counts.failed],
          ...(counts['not-reached'] > 0 ? ([['not reached', counts['not-reached']]] as const) : []),
        ]}
      />
      <MessageBar intent={open + counts['not-reached'] > 0 ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>
          {open > 0
            ? `${open.toLocaleString('en-GB')} lines are not in. Mend them here or in their file and import that; what is in stays in.`
            : counts['not-reached'] > 0
              ? 'Import the same file again for the lines that were not reached; what is in stays in.'
              : 'Every line is in.'}{' '}
          The cover is counted anew within a minute or two.
        </MessageBarBody>
      </MessageBar>
      <div className={styles.row}>
        <Button onClick={async () => saveFile(await trainingFiles.results(results), `${name} - result.csv`)}>
          What became of each line (CSV)
        </Button>
        {open > 0 && file && (
          <Button
            onClick={async () =>
              saveFile(await trainingFiles.rejects(file.table, results), `${name} - to mend.csv`)
            }
          >
            The lines to mend (CSV)
          </Button>
        )}
        <Button appearance="primary" onClick={() => session.startAgain()}>
          {open > 0 && kind === 'completions' ? 'Mend them here' : 'Import another file'}
        </Button>
      </div>
    </section>
  )
}
