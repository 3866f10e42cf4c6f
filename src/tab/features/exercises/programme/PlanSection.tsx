import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { ukClock, writeDateAndWeekday, writeInstant } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { writeBoroughs } from '../../../../domain/invitationText.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { useToday } from '../../../ui/services.tsx'
import { useExercisePlace } from '../exercisePlace.ts'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { timeWords } from '../exerciseWords.ts'
import { ExerciseDialog } from './ExerciseDialog.tsx'
import { ExerciseHistory } from './ExerciseHistory.tsx'
import { FindingBars } from './FindingBars.tsx'
import { InternalNote } from './InternalNote.tsx'
import { usePlanStyles } from './Plan.styles.ts'
import { StateActions } from './StateActions.tsx'
import { useStandingFindings } from './useStandingFindings.ts'

/** What is planned for the day, what speaks against it, and every change of it. */
export function PlanSection({ row, replace }: ExerciseSectionProps) {
  const styles = usePlanStyles()
  const [changing, setChanging] = useState(false)
  const exercise = row.value
  const fixed = exercise.status === 'held' || exercise.status === 'cancelled'
  const findings = useStandingFindings(row)
  return (
    <div className={styles.stack}>
      <ChangedSince exercise={exercise} />
      <div className={styles.actions}>
        <DialogButton
          appearance="primary"
          onClick={() => setChanging(true)}
          disabledFocusable={fixed}
          aria-describedby={fixed ? 'plan-fixed' : undefined}
        >
          Change the plan
        </DialogButton>
        <StateActions row={row} replace={replace} />
      </div>
      {fixed && (
        <p id="plan-fixed" className={styles.quiet}>
          {exercise.status === 'held'
            ? 'The exercise was held, so its plan stays as it is.'
            : `It was called off${exercise.changedWhy ? `: ${exercise.changedWhy}` : ''}. Bring it back to change its plan.`}
        </p>
      )}
      <FindingBars findings={findings} />
      <Facts exercise={exercise} />
      {exercise.internalNote && <InternalNote text={exercise.internalNote} />}
      <ExerciseHistory history={exercise.history} />
      {changing && <ExerciseDialog row={row} onSaved={replace} onClose={() => setChanging(false)} />}
    </div>
  )
}

/** People hold an invitation that says something else than the plan. */
function ChangedSince({ exercise }: { exercise: Exercise }) {
  const { set } = useExercisePlace()
  const { invitation, history } = exercise
  const changed = history.findLast(({ field }) => field === 'date' || field === 'plan')
  if (invitation?.state !== 'sent' || !changed || changed.at <= invitation.at) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        The plan was changed on {writeInstant(changed.at)}, after the invitation was sent. Those invited still
        have what was sent then.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => set({ part: 'invitation' })}>
          See what they would be told
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

function Facts({ exercise }: { exercise: Exercise }) {
  const styles = usePlanStyles()
  const today = useToday()
  const { facilitators, scenarios, agenda, joining, onlinePart, mailbox } = exercise
  const text = (words: string) => <span className={styles.text}>{words}</span>
  const people = facilitators.map(({ name, address }) =>
    name === address ? name : `${name} ${address}`.trim(),
  )
  return (
    <FactList
      facts={[
        ['Day', `${writeDateAndWeekday(exercise.date)}${exercise.date < today ? ' (past)' : ''}`],
        ['Time', `${timeWords(exercise)} UK time (${ukClock(exercise.date)})`],
        ['Place', exercise.roomAddress ? `${exercise.venue} (${exercise.roomAddress})` : exercise.venue],
        ['Boroughs', writeBoroughs(exercise.boroughs)],
        ['Facilitators', people.length === 0 ? 'None named yet' : text(people.join('\n'))],
        ...(scenarios.length > 0 ? [['Scenarios', text(scenarios.join('\n'))] as const] : []),
        ...(onlinePart
          ? [['Online', `${onlinePart.start} to ${onlinePart.end}; in the room for the rest`] as const]
          : []),
        ['Agenda', agenda === '' ? 'None yet' : text(agenda)],
        ['Joining instructions', joining === '' ? 'None yet' : text(joining)],
        ['Invited from', mailbox === '' ? 'The calendar of whoever sends the invitation' : mailbox],
      ]}
    />
  )
}
