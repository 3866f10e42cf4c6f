import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import type { Invitation } from '../../../../domain/exercise.ts'
import { mayInvite, type Person } from '../../../../domain/roles.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices } from '../../../ui/services.tsx'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import type { CallOff } from './CallOffDialog.tsx'
import { ChangesToSend } from './ChangesToSend.tsx'
import { useSectionStyles } from './InvitationSection.styles.ts'
import { LateJoinerDialog } from './LateJoinerDialog.tsx'
import type { InvitationChange } from './useChange.ts'

export interface SentActionsProps extends ExerciseSectionProps {
  readonly invitation: Invitation
  readonly change: InvitationChange
  readonly callOff: CallOff
  /** Called before a window opens, so that an older sentence goes. */
  readonly before: () => void
}

/** What can be done once people are invited. */
export function SentActions({ row, replace, invitation, change, callOff, before }: SentActionsProps) {
  const { me } = useServices()
  const styles = useSectionStyles()
  const [adding, setAdding] = useState(false)
  const why = whyNotChange(invitation, me)
  const cancelled = row.value.status === 'cancelled'
  const described = why === null ? undefined : 'why-not-change'
  return (
    <>
      {cancelled && !callOff.begun && (
        <Warning text="The plan says that this exercise is called off, and the invited do not know it yet." />
      )}
      {callOff.begun && (
        <Warning
          text={`${callOff.begun.byName} began to call it off on ${writeInstant(callOff.begun.at)}, and it was not finished. Calling it off again finishes it; nobody is told twice.`}
        />
      )}
      {!cancelled && !callOff.begun && (
        <ChangesToSend
          change={change}
          refusal={why}
          before={before}
          knowsTold={invitation.told !== undefined}
        />
      )}
      <div className={styles.actions}>
        {!cancelled && (
          <DialogButton
            onClick={() => {
              before()
              setAdding(true)
            }}
            disabledFocusable={why !== null}
            aria-describedby={described}
          >
            Add somebody late
          </DialogButton>
        )}
        <DialogButton
          onClick={() => {
            before()
            callOff.open()
          }}
          disabledFocusable={why !== null}
          aria-describedby={described}
        >
          Call it off
        </DialogButton>
        {why !== null && (
          <span id="why-not-change" className={styles.quiet}>
            {why}
          </span>
        )}
      </div>
      {adding && (
        <LateJoinerDialog
          row={row}
          replace={replace}
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false)
            change.open()
          }}
        />
      )}
    </>
  )
}

function Warning({ text }: { text: string }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  )
}

/** Why what was sent can't be changed by this person; null when it can. */
function whyNotChange(invitation: Invitation, me: Person): string | null {
  if (!mayInvite(me)) return 'Only exercise coordinators change invitations.'
  if (invitation.organiser === me.objectId || invitation.mailbox) return null
  return `The event is in the calendar of ${invitation.organiserName}, who alone can change it.`
}
