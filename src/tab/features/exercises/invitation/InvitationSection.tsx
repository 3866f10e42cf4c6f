import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import type { Exercise } from '../../../../domain/exercise.ts'
import type { Person } from '../../../../domain/roles.ts'
import { useServices } from '../../../ui/services.tsx'
import { usePanelStyles } from '../ExercisePanel.styles.ts'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import { whyNotInvite } from '../exerciseWords.ts'
import { InvitationDialog } from '../InvitationDialog.tsx'
import { OutcomeBar } from '../OutcomeBar.tsx'
import { useInvitation } from '../useInvitation.ts'

/** The way to the invitation, and what became of it. */
export function InvitationSection({ row, replace }: ExerciseSectionProps) {
  const { me } = useServices()
  const styles = usePanelStyles()
  const invitation = useInvitation(row, replace)
  return (
    <>
      <InviteActions exercise={row.value} me={me} onPreview={invitation.open} />
      <div role="status" className={styles.messages}>
        {invitation.outcome && !invitation.shown && <OutcomeBar outcome={invitation.outcome} />}
      </div>
      <InvitationDialog invitation={invitation} />
    </>
  )
}

function InviteActions(props: { exercise: Exercise; me: Person; onPreview: () => void }) {
  const { exercise, me, onPreview } = props
  const styles = usePanelStyles()
  const restoreFocus = useRestoreFocusTarget()
  const why = whyNotInvite(exercise, me)
  const begun = why === null && exercise.invitation?.state === 'sending'
  return (
    <div className={styles.actions}>
      <Button
        appearance="primary"
        onClick={onPreview}
        disabledFocusable={why !== null}
        aria-describedby={why === null ? undefined : 'why-not-invite'}
        {...restoreFocus}
      >
        Preview invitation
      </Button>
      {why !== null && (
        <span id="why-not-invite" className={styles.why}>
          {why}
        </span>
      )}
      {begun && (
        <span className={styles.why}>
          You began to send this invitation and it was not finished. Preview it and send it again: nobody gets
          it twice.
        </span>
      )}
    </div>
  )
}
