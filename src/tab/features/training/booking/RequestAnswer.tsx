import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Booking } from '../../../../domain/booking.ts'
import { sayStanding } from '../../../../domain/placeStanding.ts'
import { decideRequest } from '../../../../usecases/decideRequest.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useNow } from '../useNow.ts'
import { usePlaceAction } from '../usePlaceAction.ts'
import { usePlaceDeps } from '../usePlaceDeps.ts'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** A coordinator's answer to a request: yes at once, no with a reason. */
export function RequestAnswer({ booking, courseTitle }: { booking: Booking; courseTitle: string }) {
  const styles = useStyles()
  const { me } = useServices()
  const deps = usePlaceDeps()
  const now = useNow()
  const { act, busy, problem } = usePlaceAction()
  const [declining, setDeclining] = useState(false)
  const about = `${booking.personName}, ${courseTitle}`
  const agree = () =>
    act(
      () => decideRequest(deps, { bookingKey: booking.key, agreed: true, why: '', actor: me }),
      (got, run) => `${got.personName}: ${sayStanding(run, got, now)}`,
    )
  return (
    <div>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={busy}
          aria-label={`Agree: ${about}`}
          onClick={() => void agree()}
        >
          Agree
        </Button>
        {booking.state === 'requested' && (
          <DialogButton aria-label={`Decline: ${about}`} onClick={() => setDeclining(true)}>
            Decline
          </DialogButton>
        )}
      </div>
      {problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {declining && <DeclineDialog booking={booking} onClose={() => setDeclining(false)} />}
    </div>
  )
}

function DeclineDialog({ booking, onClose }: { booking: Booking; onClose: () => void }) {
  const { me } = useServices()
  const deps = usePlaceDeps()
  const { act, busy, problem } = usePlaceAction()
  const [why, setWhy] = useState('')
  const decline = async () => {
    const done = await act(
      () => decideRequest(deps, { bookingKey: booking.key, agreed: false, why, actor: me }),
      (got) => `Declined. ${got.personName} is told why.`,
    )
    if (done) onClose()
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void decline()
          }}
        >
          <DialogBody>
            <DialogTitle>Decline the request of {booking.personName}</DialogTitle>
            <DialogContent>
              <Field label="Why" required hint="They are told." validationMessage={problem}>
                <Textarea value={why} onChange={(_event, data) => setWhy(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {busy ? 'Saving…' : 'Decline'}
              </Button>
              <Button onClick={onClose}>Close</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
