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
} from '@fluentui/react-components'
import type { Booking } from '../../../../domain/booking.ts'
import { ukClock, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { sayStanding } from '../../../../domain/placeStanding.ts'
import { requestPlace } from '../../../../usecases/requestPlace.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { useServices } from '../../../ui/services.tsx'
import { count } from '../placeWords.ts'
import { useNow } from '../useNow.ts'
import { usePlaceAction } from '../usePlaceAction.ts'
import { useMe, usePlaceDeps } from '../usePlaceDeps.ts'

export interface BookDialogProps {
  readonly run: CourseRun
  readonly course: Course
  /** What the button said that opened it. */
  readonly title: string
  /** Nothing is free for them: they would wait. */
  readonly waits: boolean
  /** A coordinator has to agree. */
  readonly asks: boolean
  readonly onClose: () => void
}

/** Day, time and place once more, and what pressing the button does. Nothing has to be typed. */
export function BookDialog({ run, course, title, waits, asks, onClose }: BookDialogProps) {
  const { me } = useServices()
  const deps = usePlaceDeps()
  const now = useNow()
  const { booker, ready } = useMe()
  const { act, busy, problem } = usePlaceAction()
  const book = async () => {
    const booking = await act(
      () => requestPlace(deps, { runKey: run.key, booker, actor: me, note: '' }),
      (got, on) => sayBooked(got, on, now),
    )
    if (booking) onClose()
  }
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <strong>{course.title}</strong>
            <FactList
              facts={[
                ['Day', writeDateAndWeekday(run.date)],
                ['Time', `${run.start} to ${run.end} UK time (${ukClock(run.date)})`],
                ['Place', run.venue === '' ? 'Not settled yet' : run.venue],
                ['For', `${booker.personName}, ${booker.organisation}`],
              ]}
            />
            <p>{whatHappens(run, asks, waits)}</p>
            {problem && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={busy || !ready} onClick={() => void book()}>
              {busy
                ? 'Booking…'
                : !ready
                  ? 'One moment…'
                  : asks
                    ? 'Ask for this place'
                    : waits
                      ? 'Join the list'
                      : 'Book this place'}
            </Button>
            <Button onClick={onClose}>Not now</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function whatHappens(run: CourseRun, asks: boolean, waits: boolean): string {
  if (asks) return 'A training coordinator has to agree; you are told as soon as they have.'
  if (!waits) return 'The place is yours at once, and the date comes into your Outlook calendar.'
  const before = run.waiting.length
  const line =
    before === 0 ? 'You would be first in line.' : `${count(before, 'person waits', 'people wait')} already.`
  return `${line} The place that becomes free next is offered to whoever has waited longest; you then have some time to say yes or no.`
}

/** What is said once it is done. */
export function sayBooked(booking: Booking, run: CourseRun, now: string): string {
  return booking.state === 'booked'
    ? 'Booked. The date comes into your Outlook calendar.'
    : sayStanding(run, booking, now)
}
