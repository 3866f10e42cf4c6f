import { Button, ProgressBar } from '@fluentui/react-components'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { useCompletionStyles } from './CompletionsPage.styles.ts'
import type { StepProps } from './CompletionsPage.tsx'

/** How far it has got; it can be stopped between one batch and the next. */
export function RunningStep({ session, state }: StepProps) {
  const styles = useCompletionStyles()
  const heading = useShownFromTop()
  const { progress, stopping } = state
  const { done, of } = progress
  const says = `${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} lines are in`
  return (
    <section className={styles.section}>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        Bringing it in
      </h2>
      <ProgressBar value={of === 0 ? undefined : done / of} thickness="large" aria-label={says} />
      <p className={styles.says}>{says}. You may look at other places meanwhile.</p>
      <div>
        <Button disabledFocusable={stopping} onClick={() => session.stop()}>
          {stopping ? 'Stopping…' : 'Stop'}
        </Button>
      </div>
    </section>
  )
}
