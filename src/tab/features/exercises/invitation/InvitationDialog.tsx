import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Invitee } from '../../../../domain/exercise.ts'
import { useServices } from '../../../ui/services.tsx'
import { pastWords, people, personWords } from '../exerciseWords.ts'
import { useDialogStyles } from './InvitationDialog.styles.ts'
import { MailPreview } from './MailPreview.tsx'
import { leakWords } from './outcomeWords.ts'
import { SendDialog } from './SendDialog.tsx'
import type { Preview, useInvitation } from './useInvitation.ts'

/** Shows exactly what would be sent and to whom, and sends it. Nothing goes out without it. */
export function InvitationDialog({ invitation }: { invitation: ReturnType<typeof useInvitation> }) {
  const { preview, send } = invitation
  const { me } = useServices()
  const styles = useDialogStyles()
  if (!preview) return null
  const { row, plan, leaks } = preview
  return (
    <SendDialog
      title={`Invitation for ${row.value.unit}`}
      sending={invitation}
      label="Send invitation"
      busyLabel="Sending the invitation…"
      refusal={leaks.length > 0 ? 'It cannot be sent while partners could read that.' : null}
      onSend={() => void send()}
    >
      {leaks.length > 0 && <Warning tone="error" text={leakWords(leaks)} />}
      {plan.inThePast && <Warning tone="warning" text={pastWords(row.value)} />}
      <div className={styles.columns}>
        <Recipients preview={preview} />
        <MailPreview draft={plan.draft} from={row.value.mailbox || me.name} />
      </div>
    </SendDialog>
  )
}

function Warning({ tone, text }: { tone: 'error' | 'warning'; text: string }) {
  return (
    <MessageBar intent={tone} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  )
}

function Recipients({ preview }: { preview: Preview }) {
  const { required, optional, notInvited, draft } = preview.plan
  const styles = useDialogStyles()
  const room = draft.attendees.find((one) => one.type === 'resource')
  return (
    <section>
      <h3 className={styles.heading}>This will e-mail {people(required.length + optional.length)}</h3>
      <Names title="Required" invitees={required} />
      <Names title="Optional" invitees={optional} />
      {room && <p className={styles.quiet}>{room.name} is booked as the room.</p>}
      <p className={styles.quiet}>
        {draft.showAttendees ? 'They see who else is invited.' : 'Nobody sees who else is invited.'}
      </p>
      {notInvited.length > 0 && (
        <>
          <h4 className={styles.group}>Gets nothing</h4>
          <ul className={styles.names}>
            {notInvited.map((one) => (
              <li key={`${one.role} ${one.organisation}`}>
                {one.role}: {one.state === 'known' ? 'no address' : personWords(one).toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Names({ title, invitees }: { title: string; invitees: readonly Invitee[] }) {
  const styles = useDialogStyles()
  if (invitees.length === 0) return null
  return (
    <>
      <h4 className={styles.group}>
        {title} ({invitees.length})
      </h4>
      <ul className={styles.names}>
        {invitees.map((one) => (
          <li key={one.address}>
            {one.name}, <span className={styles.quiet}>{one.role}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
