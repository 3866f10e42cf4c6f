import type { Booking } from '../../../../domain/booking.ts'
import { isHopeful } from '../../../../domain/bookingLadder.ts'
import { type Instant, writeInstant } from '../../../../domain/calendarDays.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { sayStanding, standingOf } from '../../../../domain/placeStanding.ts'
import { ordinal } from '../../../../domain/placeWords.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { BookingActions } from '../booking/BookingActions.tsx'
import { RequestAnswer } from '../booking/RequestAnswer.tsx'
import { sayGroup, stateWords } from '../placeWords.ts'
import { useNow } from '../useNow.ts'
import { usePeopleStyles } from './PersonRow.styles.ts'

/** One person on a date: where they stand and why, every step so far, and what can be done about it. */
export function PersonRow({ booking, run, course }: { booking: Booking; run: CourseRun; course: Course }) {
  const styles = usePeopleStyles()
  const now = useNow()
  const asks = booking.state === 'requested' || booking.state === 'approved'
  const says = sayShortly(run, booking, now)
  return (
    <div className={styles.row}>
      <div className={styles.who}>
        <div>
          <span className={styles.name}>{booking.personName}</span>{' '}
          <span className={styles.quiet}>{sayGroup(booking.organisation, booking.borough)}</span>
        </div>
        {says && <div>{says}</div>}
        <details>
          <summary className={styles.ladder}>
            <span className={styles.small}>Asked {writeInstant(booking.requestedAt)}; every step</span>
          </summary>
          <ol className={styles.steps}>
            {withKeys(booking.steps, ({ at, to }) => `${at} ${to}`).map(({ key, thing: step }) => (
              <li key={key}>
                {stateWords[step.to]}, {writeInstant(step.at)}, {step.by}
                {step.why !== '' && `: ${step.why}`}
              </li>
            ))}
          </ol>
        </details>
      </div>
      {asks && <RequestAnswer booking={booking} courseTitle={course.title} />}
      {!asks && isHopeful(booking.state) && <BookingActions booking={booking} courseTitle={course.title} />}
    </div>
  )
}

/** Why the first in line waits goes for the others, too: they only say which place in the line is theirs. */
function sayShortly(run: CourseRun, booking: Booking, now: Instant): string | null {
  if (booking.state === 'booked') return null
  const position = standingOf(run, booking, now)?.position ?? 1
  return position > 1 ? `${ordinal(position)} in line` : sayStanding(run, booking, now)
}
