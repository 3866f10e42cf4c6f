import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import { differencesBetween } from '../../../../domain/differences.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useDialogStyles } from '../../../ui/form/FormDialog.styles.ts'
import { changedOutside } from '../editWords.ts'
import { fieldLabels, shorten } from '../fieldWords.ts'
import type { useDecision } from './useDecision.ts'

export interface DecisionConflictProps {
  readonly decision: ReturnType<typeof useDecision>
  readonly base: Stored<Recommendation>
  readonly theirs: Stored<Recommendation>
  readonly onClose: () => void
}

/** Somebody saved first: what this person saw, what it says now, and what to do with what was typed. */
export function DecisionConflict({ decision, base, theirs, onClose }: DecisionConflictProps) {
  const styles = useDialogStyles()
  const differences = differencesBetween(base.value, theirs.value)
  return (
    <div className={styles.conflict}>
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>Somebody saved this row before you</MessageBarTitle>
          {whoSaved(base.value, theirs.value)}. What you typed stays in the fields above, and nothing is lost.
        </MessageBarBody>
      </MessageBar>
      {differences.length > 0 && (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <caption hidden>What they changed</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">When you opened it</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ field, from, to }) => (
                <tr key={field}>
                  <th scope="row">{fieldLabels[field]}</th>
                  <td>{shorten(from) || 'nothing'}</td>
                  <td>{shorten(to) || 'nothing'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          onClick={() => void decision.saveOnTop()}
          disabledFocusable={decision.saving}
        >
          Save mine on top of theirs
        </Button>{' '}
        <Button onClick={decision.takeTheirs}>Keep theirs</Button>{' '}
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  )
}

function whoSaved(base: Recommendation, theirs: Recommendation): string {
  const newest = theirs.history.length > base.history.length ? theirs.history.at(-1) : undefined
  return newest ? `${newest.by} saved on ${writeInstant(newest.at)}` : changedOutside
}
