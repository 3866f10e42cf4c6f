import { Badge, mergeClasses } from '@fluentui/react-components'
import { writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import { sayStanding } from '../../../../domain/placeStanding.ts'
import { BookingActions } from '../booking/BookingActions.tsx'
import { sayGroup, stateWords } from '../placeWords.ts'
import { useTrainingPlace } from '../trainingPlace.ts'
import { useNow } from '../useNow.ts'
import { useMineStyles } from './MyTraining.styles.ts'
import type { Mine, PlacedBooking } from './useMine.ts'

/** The dates on which the person has a place, is offered one or waits; offers first, because they end. */
export function OwnPlaces({ mine }: { mine: Mine }) {
  const styles = useMineStyles()
  if (mine.own.length === 0) return null
  const offers = mine.own.filter(({ booking }) => booking.state === 'offered')
  const others = mine.own.filter(({ booking }) => booking.state !== 'offered')
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>My places</h2>
      <Cards places={[...offers, ...others]} />
    </section>
  )
}

/** Places that the person has arranged for people without an account. */
export function ArrangedSection({ mine }: { mine: Mine }) {
  const styles = useMineStyles()
  if (mine.arranged.length === 0) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>Places I arranged for others</h2>
      <Cards places={mine.arranged} named />
    </section>
  )
}

function Cards({ places, named = false }: { places: readonly PlacedBooking[]; named?: boolean }) {
  const styles = useMineStyles()
  return (
    <ul className={styles.cards}>
      {places.map((placed) => (
        <li key={placed.booking.key}>
          <PlaceCard placed={placed} named={named} />
        </li>
      ))}
    </ul>
  )
}

function PlaceCard({ placed, named }: { placed: PlacedBooking; named: boolean }) {
  const styles = useMineStyles()
  const now = useNow()
  const { openRun } = useTrainingPlace()
  const { booking, run, course } = placed
  const title = course?.title ?? booking.courseKey
  const offered = booking.state === 'offered'
  return (
    <article className={mergeClasses(styles.card, offered && styles.soon)}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <button type="button" className={styles.linkLike} onClick={() => openRun(booking.runKey)}>
            {title}
          </button>
        </h3>
        <Badge
          appearance="tint"
          color={booking.state === 'booked' ? 'success' : offered ? 'warning' : 'informative'}
        >
          {stateWords[booking.state]}
        </Badge>
      </div>
      {named && (
        <p className={styles.plain}>
          {booking.personName}, {sayGroup(booking.organisation, booking.borough)}
        </p>
      )}
      <p className={styles.plain}>
        <span className={styles.day}>{writeDateAndWeekday(booking.runDate)}</span>
        {run && `, ${run.start} to ${run.end}${run.venue === '' ? '' : `, ${run.venue}`}`}
      </p>
      {run && booking.state !== 'booked' && <p className={styles.quiet}>{sayStanding(run, booking, now)}</p>}
      <BookingActions booking={booking} courseTitle={title} />
    </article>
  )
}
