import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useDialogStyles } from './InvitationDialog.styles.ts'
import { OutcomeBar } from './OutcomeBar.tsx'
import type { Sending } from './useSending.ts'

export interface SendDialogProps {
  readonly title: string
  readonly sending: Pick<Sending, 'shown' | 'sending' | 'outcome' | 'close'>
  /** What the button says, and what is said while it works. */
  readonly label: string
  readonly busyLabel: string
  /** Why it cannot be sent now; null when it can. */
  readonly refusal?: string | null
  readonly onSend: () => void
  /** Shown beside the button when our plan may be sent over a change made in Outlook. */
  readonly onOverrule?: () => void
  readonly children: ReactNode
}

/** Shows exactly what would be sent and to whom, and sends it. Nothing goes out without such a window. */
export function SendDialog(props: SendDialogProps) {
  const { title, sending: state, children } = props
  const styles = useDialogStyles()
  return (
    <Dialog
      open={state.shown}
      modalType={state.sending ? 'alert' : 'modal'}
      onOpenChange={(_event, data) => {
        if (!data.open && !state.sending) state.close()
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          {/* Focus begins on the text, not on Send; it also lets the keyboard scroll it. */}
          <DialogContent className={styles.content} tabIndex={0}>
            {children}
          </DialogContent>
          <Actions {...props} />
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Actions(props: SendDialogProps) {
  const { sending: state, label, busyLabel, refusal = null, onSend, onOverrule } = props
  const { outcome, sending, close } = state
  const styles = useDialogStyles()
  const failed = outcome?.tone === 'error' && !outcome.final
  const closing = outcome?.final === true && outcome.tone !== 'success'
  return (
    <>
      <DialogActions className={styles.actions} fluid position="start">
        <div role="status" className={styles.messages}>
          {sending && <Spinner size="tiny" label={busyLabel} />}
          {outcome && outcome.tone !== 'success' && <OutcomeBar outcome={outcome} />}
          {refusal !== null && !outcome && (
            <span id="why-not-send" className={styles.quiet}>
              {refusal}
            </span>
          )}
        </div>
      </DialogActions>
      <DialogActions className={styles.actions}>
        {!closing && (
          <Button
            appearance="primary"
            disabledFocusable={sending || refusal !== null}
            aria-describedby={refusal === null ? undefined : 'why-not-send'}
            onClick={onSend}
          >
            {failed ? 'Try again' : label}
          </Button>
        )}
        {outcome?.mayOverrule && onOverrule && (
          <Button disabledFocusable={sending} onClick={onOverrule}>
            Send it all the same
          </Button>
        )}
        <Button disabledFocusable={sending} onClick={close}>
          {closing ? 'Close' : 'Not now'}
        </Button>
      </DialogActions>
    </>
  )
}
