import { mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { bookingKey, isHopeful } from '../../../../domain/bookingLadder.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { sayStanding } from '../../../../domain/placeStanding.ts'
import { closedFor } from '../../../../domain/places.ts'
import { refreshEvery } from '../../../ui/freshness.ts'
import { useServices } from '../../../ui/services.tsx'
import { BookButton } from '../booking/BookButton.tsx'
import { BookingActions } from '../booking/BookingActions.tsx'
import { useNow } from '../useNow.ts'
import { useRunPageStyles } from './RunPage.styles.ts'

/** Where the signed-in person stands on a date and why, and what they can do about it. */
export function MyPlace({ run, course }: { run: CourseRun; course: Course }) {
  const styles = useRunPageStyles()
  const { me, bookings } = useServices()
  const now = useNow()
  const key = bookingKey(run.key, { person: me.objectId, address: '' })
  const own = useQuery({
    queryKey: ['training', 'booking', key],
    queryFn: () => bookings.byKey(key),
    refetchInterval: refreshEvery,
  })
  const booking = own.data?.value ?? null
  const hopes = booking !== null && isHopeful(booking.state)
  if (own.isPending || (!booking && closedFor(run, now) !== null)) return null
  return (
    <section className={mergeClasses(styles.section, styles.mine)}>
      <h3 className={styles.heading}>My place</h3>
      {booking && <p className={styles.plain}>{sayStanding(run, booking, now)}</p>}
      {booking && hopes && <BookingActions booking={booking} courseTitle={course.title} />}
      {!hopes && (
        <>
          {!booking && <p className={styles.quiet}>You have no place on this date.</p>}
          <div className={styles.actions}>
            <BookButton run={run} course={course} />
          </div>
        </>
      )}
    </section>
  )
}
