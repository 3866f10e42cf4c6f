import { mayInvite } from '../../../../domain/roles.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices } from '../../../ui/services.tsx'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { whyNotInvite } from '../exerciseWords.ts'
import { CallOffDialog, useCallOff } from './CallOffDialog.tsx'
import { ChangeDialog } from './ChangeDialog.tsx'
import { InvitationDialog } from './InvitationDialog.tsx'
import { InvitationFacts } from './InvitationFacts.tsx'
import { useSectionStyles } from './InvitationSection.styles.ts'
import { OutcomeBar } from './OutcomeBar.tsx'
import { SentActions } from './SentActions.tsx'
import { useChange } from './useChange.ts'
import { useInvitation } from './useInvitation.ts'
import { useInvitationInputs } from './useInvitationInputs.ts'
import { WordsOfInvitation } from './WordsOfInvitation.tsx'

/** The invitation of an exercise: sending it, what the invited do not know yet, late joiners, and calling it off. */
export function InvitationSection({ row, replace }: ExerciseSectionProps) {
  const { me } = useServices()
  const styles = useSectionStyles()
  const inputs = useInvitationInputs()
  const invitation = useInvitation(row, replace, inputs)
  const change = useChange(row, replace, inputs)
  const callOff = useCallOff(row, replace, inputs)
  const exercise = row.value
  const sent = exercise.invitation?.state === 'sent' ? exercise.invitation : null
  // One of them is newer than the others: each forgets its own when it is opened.
  const said = [invitation, change, callOff].find(({ outcome, shown }) => outcome && !shown)?.outcome
  const forgetOthers = () => {
    for (const { close } of [invitation, change, callOff]) close()
  }
  return (
    <div className={styles.section}>
      <div role="status" className={styles.messages}>
        {said && <OutcomeBar outcome={said} />}
      </div>
      <InvitationFacts exercise={exercise} />
      {sent ? (
        <SentActions
          row={row}
          replace={replace}
          invitation={sent}
          change={change}
          callOff={callOff}
          before={forgetOthers}
        />
      ) : (
        <InviteActions
          row={row}
          onPreview={() => {
            forgetOthers()
            invitation.open()
          }}
        />
      )}
      {mayInvite(me) && <WordsOfInvitation exercise={exercise} inputs={inputs} />}
      <InvitationDialog invitation={invitation} />
      {sent && <ChangeDialog unit={exercise.unit} invitation={sent} change={change} />}
      <CallOffDialog exercise={exercise} callOff={callOff} />
    </div>
  )
}

function InviteActions({ row, onPreview }: Pick<ExerciseSectionProps, 'row'> & { onPreview: () => void }) {
  const { me } = useServices()
  const styles = useSectionStyles()
  const why = whyNotInvite(row.value, me)
  const begun = why === null && row.value.invitation?.state === 'sending'
  return (
    <div className={styles.actions}>
      <DialogButton
        appearance="primary"
        onClick={onPreview}
        disabledFocusable={why !== null}
        aria-describedby={why === null ? undefined : 'why-not-invite'}
      >
        Preview invitation
      </DialogButton>
      {why !== null && (
        <span id="why-not-invite" className={styles.quiet}>
          {why}
        </span>
      )}
      {begun && (
        <span className={styles.quiet}>
          This invitation was begun and not finished. Preview it and send it again: nobody gets it twice.
        </span>
      )}
    </div>
  )
}
