import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Booking } from '../../../../domain/booking.ts'
import { writeDate } from '../../../../domain/calendarDays.ts'
import { withdraw } from '../../../../usecases/answerOffer.ts'
import { useServices } from '../../../ui/services.tsx'
import { usePlaceAction } from '../usePlaceAction.ts'
import { usePlaceDeps } from '../usePlaceDeps.ts'

export interface GiveBackDialogProps {
  readonly booking: Booking
  readonly courseTitle: string
  readonly onClose: () => void
}

/** Gives a place, or a place in the line, back. The reason helps whoever plans; it need not be given. */
export function GiveBackDialog({ booking, courseTitle, onClose }: GiveBackDialogProps) {
  const { me } = useServices()
  const deps = usePlaceDeps()
  const { act, busy, problem } = usePlaceAction()
  const [why, setWhy] = useState('')
  const own = booking.person === me.objectId
  const giveBack = async () => {
    const gone = await act(
      () => withdraw(deps, { bookingKey: booking.key, why, actor: me }),
      () => 'Given back. What became free is offered to whoever has waited longest.',
    )
    if (gone) onClose()
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void giveBack()
          }}
        >
          <DialogBody>
            <DialogTitle>{titleFor(booking, own)}</DialogTitle>
            <DialogContent>
              <p>
                {courseTitle}, {writeDate(booking.runDate)}.
                {booking.state !== 'waiting' &&
                  ' The place goes to whoever has waited longest. Asking again means joining the end of the line.'}
              </p>
              <Field label="Why (need not be given)">
                <Input value={why} onChange={(_event, data) => setWhy(data.value)} />
              </Field>
              {problem && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>{problem}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {busy ? 'Saving…' : pressFor(booking, own)}
              </Button>
              <Button onClick={onClose}>Keep it</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function titleFor({ state, personName }: Booking, own: boolean): string {
  if (state === 'waiting') return own ? 'Leave the waiting list' : `Take ${personName} off the waiting list`
  return own ? 'Give your place back' : `Free the place of ${personName}`
}

function pressFor({ state }: Booking, own: boolean): string {
  if (state === 'waiting') return own ? 'Leave the list' : 'Take them off'
  return own ? 'Give it back' : 'Free it'
}
