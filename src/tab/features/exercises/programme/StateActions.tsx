import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import type { ExerciseState } from '../../../../domain/exercisePlan.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { changeState } from '../../../../usecases/planExercise.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { sayEntryRefusal } from './programmeWords.ts'
import { WhyDialog } from './WhyDialog.tsx'

/** Confirms an exercise, says that it was held, calls it off or brings it back. */
export function StateActions({ row, replace }: ExerciseSectionProps) {
  const today = useToday()
  const { change, trouble, busy } = useStateChange({ row, replace })
  const [asking, setAsking] = useState<ExerciseState | null>(null)
  const { status, date, invitation } = row.value
  const isOver = date <= today
  return (
    <>
      {status === 'planned' && !isOver && (
        <Button onClick={() => change('confirmed')} disabledFocusable={busy}>
          Confirm
        </Button>
      )}
      {(status === 'planned' || status === 'confirmed') && isOver && (
        <Button onClick={() => change('held')} disabledFocusable={busy}>
          It was held
        </Button>
      )}
      {(status === 'planned' || status === 'confirmed') && !invitation && (
        <DialogButton onClick={() => setAsking('cancelled')}>Call off</DialogButton>
      )}
      {status === 'cancelled' && <DialogButton onClick={() => setAsking('planned')}>Bring back</DialogButton>}
      {status === 'held' && (
        <Button onClick={() => change('planned')} disabledFocusable={busy}>
          It was not held after all
        </Button>
      )}
      {trouble !== '' && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      {asking && (
        <WhyDialog
          title={asking === 'cancelled' ? `Call off ${row.value.unit}` : `Bring back ${row.value.unit}`}
          explanation={
            asking === 'cancelled'
              ? 'Nobody has been invited, so nobody is told. The reason is kept in the history.'
              : 'It takes its place in the programme again. Look at what speaks against its day before you invite.'
          }
          action={asking === 'cancelled' ? 'Call it off' : 'Bring it back'}
          onDone={async (why) => change(asking, why)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

function useStateChange({ row, replace }: ExerciseSectionProps) {
  const { exercises, clock, me } = useServices()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const change = async (to: ExerciseState, why = ''): Promise<boolean> => {
    setBusy(true)
    setTrouble('')
    try {
      const outcome = await changeState({ exercises, clock }, { row, to, why, actor: me })
      if (outcome.ok) {
        replace(outcome.row)
        announce('Saved.')
        return true
      }
      if (outcome.code === 'changed-meanwhile') {
        replace(outcome.theirs)
        setTrouble(
          'Somebody else saved it in between. This is the exercise as it is now: press again if you still mean to.',
        )
      } else setTrouble(outcome.code === 'stopped' ? 'The rules stop it.' : sayEntryRefusal(outcome.code))
      return false
    } catch (thrown) {
      setTrouble(
        `${isM365Error(thrown) ? thrown.message : 'It could not be saved.'} Press again to try again.`,
      )
      return false
    } finally {
      setBusy(false)
    }
  }
  return { change, trouble, busy }
}
