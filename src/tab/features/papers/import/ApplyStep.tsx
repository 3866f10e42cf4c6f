import { Button, Field, ProgressBar } from '@fluentui/react-components'
import { useImportStyles } from './Import.styles.ts'
import type { StepProps } from './ImportWizard.tsx'

/** How far the writing has come; it can be stopped, and goes on while another place of the tab is open. */
export function ApplyStep({ session, state }: StepProps) {
  const styles = useImportStyles()
  const { done, of } = state.progress
  return (
    <div className={styles.section}>
      <Field
        validationState="none"
        validationMessage={state.stopping ? 'Stopping after the rows that are under way…' : undefined}
        label={`Bringing it in: ${done} of ${of}`}
      >
        <ProgressBar value={of === 0 ? 0 : done / of} />
      </Field>
      <p className={styles.text}>
        You can look at another place of Follow-Through meanwhile. If you close the window, import the same
        file again: rows that are in already are recognised.
      </p>
      <div>
        <Button disabledFocusable={state.stopping} onClick={session.stop}>
          Stop
        </Button>
      </div>
    </div>
  )
}
