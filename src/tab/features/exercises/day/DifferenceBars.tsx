import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import {
  acceptDifference,
  differenceKey,
  keptDifferences,
  type OutlookDifference,
} from '../../../../domain/outlookDifference.ts'
import { undoInOutlook } from '../../../../usecases/undoInOutlook.ts'
import { useServices } from '../../../ui/services.tsx'
import { differenceWords } from '../afterwardsWords.ts'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { usePlacesStyles } from './Places.styles.ts'
import type { ExerciseChange } from './useExerciseChange.ts'

/** What somebody changed in Outlook itself, each to be accepted or undone. */
export function DifferenceBars({
  row,
  change,
}: Pick<ExerciseSectionProps, 'row'> & { change: ExerciseChange }) {
  const styles = usePlacesStyles()
  const differences = keptDifferences(row.value)
  return (
    <div role="status" className={styles.messages}>
      {differences.map((one) => (
        <DifferenceBar key={differenceKey(one)} difference={one} row={row} change={change} />
      ))}
    </div>
  )
}

function DifferenceBar(props: {
  difference: OutlookDifference
  row: ExerciseSectionProps['row']
  change: ExerciseChange
}) {
  const { difference, row, change } = props
  const { exercises, calendars, clock, me } = useServices()
  const words = differenceWords(difference)
  const accept = () => change.by((exercise, act) => acceptDifference(exercise, difference, act), 'Saved.')
  const undo = () =>
    change.with(
      () => undoInOutlook({ exercises, calendars, clock }, { row, difference, actor: me }),
      'Put back.',
    )
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Changed in Outlook</MessageBarTitle>
        {words.says} {words.undo}: {words.undoing}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={accept} disabledFocusable={change.busy}>
          {words.accept}
        </Button>
        <Button size="small" onClick={undo} disabledFocusable={change.busy}>
          {words.undo}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
