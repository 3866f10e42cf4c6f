import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Booking } from '../../../../domain/booking.ts'
import { isHopeful } from '../../../../domain/bookingLadder.ts'
import { writeDate } from '../../../../domain/calendarDays.ts'
import { answerOffer } from '../../../../usecases/answerOffer.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useNow } from '../useNow.ts'
import { usePlaceAction } from '../usePlaceAction.ts'
import { usePlaceDeps } from '../usePlaceDeps.ts'
import { sayBooked } from './BookDialog.tsx'
import { GiveBackDialog } from './GiveBackDialog.tsx'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** What somebody can do about a booking: answer an offer, give a place back, leave the line. */
export function BookingActions({ booking, courseTitle }: { booking: Booking; courseTitle: string }) {
  const styles = useStyles()
  const { me } = useServices()
  const deps = usePlaceDeps()
  const now = useNow()
  const { act, busy, problem } = usePlaceAction()
  const [leaving, setLeaving] = useState(false)
  const own = booking.person === me.objectId
  if (!isHopeful(booking.state) || booking.runDate < now.slice(0, 10)) return null
  const answer = (accept: boolean) =>
    act(
      () => answerOffer(deps, { bookingKey: booking.key, accept, actor: me }),
      (got, run) =>
        accept ? sayBooked(got, run, now) : 'Declined. The place goes to the next person who waits.',
    )
  const about = `${courseTitle}, ${writeDate(booking.runDate)}, ${booking.personName}`
  return (
    <>
      <div className={styles.actions}>
        {booking.state === 'offered' && (
          <>
            <Button
              appearance={own ? 'primary' : 'secondary'}
              disabledFocusable={busy}
              aria-label={`${own ? 'Take the place' : 'Take it for them'}: ${about}`}
              onClick={() => void answer(true)}
            >
              {own ? 'Take the place' : 'Take it for them'}
            </Button>
            <Button
              disabledFocusable={busy}
              aria-label={`Decline the place: ${about}`}
              onClick={() => void answer(false)}
            >
              Decline
            </Button>
          </>
        )}
        {booking.state !== 'offered' && (
          <DialogButton aria-label={`${leaveWords(booking, own)}: ${about}`} onClick={() => setLeaving(true)}>
            {leaveWords(booking, own)}
          </DialogButton>
        )}
      </div>
      {problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {leaving && (
        <GiveBackDialog booking={booking} courseTitle={courseTitle} onClose={() => setLeaving(false)} />
      )}
    </>
  )
}

function leaveWords({ state }: Booking, own: boolean): string {
  if (state === 'waiting') return own ? 'Leave the waiting list' : 'Take off the list'
  if (state === 'booked') return own ? 'Give the place back' : 'Free this place'
  return 'Withdraw the request'
}
