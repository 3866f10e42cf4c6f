import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  Spinner,
} from '@fluentui/react-components'
import type { Invitee } from '../../../domain/exercise.ts'
import { pastWords, people, personWords, whenWords } from './exerciseWords.ts'
import { InvitationBody } from './InvitationBody.tsx'
import { useDialogStyles } from './InvitationDialog.styles.ts'
import { OutcomeBar } from './OutcomeBar.tsx'
import type { Preview, useInvitation } from './useInvitation.ts'

/** Shows exactly what would be sent and to whom, and sends it. Nothing goes out without it. */
export function InvitationDialog({ invitation }: { invitation: ReturnType<typeof useInvitation> }) {
  const { preview, shown, sending, close } = invitation
  const styles = useDialogStyles()
  return (
    <Dialog
      open={shown}
      modalType={sending ? 'alert' : 'modal'}
      onOpenChange={(_event, data) => {
        if (!data.open && !sending) close()
      }}
    >
      <DialogSurface className={styles.surface}>
        {preview && (
          <DialogBody>
            <DialogTitle>Invitation for {preview.row.value.unit}</DialogTitle>
            {/* Focus begins on the text, not on Send; it also lets the keyboard scroll it. */}
            <DialogContent className={styles.content} tabIndex={0}>
              {preview.plan.inThePast && <PastWarning preview={preview} />}
              <div className={styles.columns}>
                <Recipients preview={preview} />
                <Mail preview={preview} />
              </div>
            </DialogContent>
            <Actions invitation={invitation} />
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  )
}

function PastWarning({ preview }: { preview: Preview }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{pastWords(preview.row.value)}</MessageBarBody>
    </MessageBar>
  )
}

function Actions({ invitation }: { invitation: ReturnType<typeof useInvitation> }) {
  const { outcome, sending, send, close } = invitation
  const styles = useDialogStyles()
  const failed = outcome?.tone === 'error' && !outcome.final
  const closing = outcome?.final === true && outcome.tone !== 'success'
  return (
    <>
      <DialogActions className={styles.actions} fluid position="start">
        <div role="status" className={styles.messages}>
          {sending && <Spinner size="tiny" label="Sending the invitation…" />}
          {outcome && outcome.tone !== 'success' && <OutcomeBar outcome={outcome} />}
        </div>
      </DialogActions>
      <DialogActions className={styles.actions}>
        {!closing && (
          <Button appearance="primary" disabledFocusable={sending} onClick={() => void send()}>
            {failed ? 'Try again' : 'Send invitation'}
          </Button>
        )}
        <Button disabledFocusable={sending} onClick={close}>
          {closing ? 'Close' : 'Not now'}
        </Button>
      </DialogActions>
    </>
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
      <p className={styles.quiet}>Nobody sees who else is invited.</p>
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

function Mail({ preview }: { preview: Preview }) {
  const { draft } = preview.plan
  const styles = useDialogStyles()
  return (
    <section>
      <h3 className={styles.heading}>What they will see</h3>
      <div className={styles.mail}>
        <p className={styles.subject}>{draft.subject}</p>
        <div className={styles.lines}>
          <div>{whenWords(draft)}</div>
          <div>{draft.location}</div>
        </div>
        <InvitationBody html={draft.bodyHtml} className={styles.body} />
      </div>
    </section>
  )
}
