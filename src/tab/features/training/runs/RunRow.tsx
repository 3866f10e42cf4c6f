import { mergeClasses } from '@fluentui/react-components'
import { placeCounts } from '../../../../domain/allotments.ts'
import { type IsoDate, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import { bookingsLacking } from '../../../../domain/runChanges.ts'
import { PlacesBar } from '../PlacesBar.tsx'
import { sayHeld, sayPlaces, sayTimes } from '../placeWords.ts'
import { type DatedRun, titleOf } from './findRuns.ts'
import { useRunsStyles } from './RunsPage.styles.ts'

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })

export interface RunRowProps {
  readonly dated: DatedRun
  readonly today: IsoDate
  /** Below a course its title goes without saying: the day is told in full instead. */
  readonly byDate?: boolean
  /** Says what only coordinators have to see to. */
  readonly coordinates: boolean
  readonly onOpen: (key: string) => void
}

/** One date: the day, the course, where and when, and how its places stand. */
export function RunRow({ dated, byDate, today, coordinates, onOpen }: RunRowProps) {
  const styles = useRunsStyles()
  const { run } = dated
  const counts = placeCounts(run, today)
  const cancelled = run.status === 'cancelled'
  const over = run.status === 'held' || run.date < today
  const lacking = coordinates && run.status === 'open' && !over ? bookingsLacking(run) : 0
  return (
    <button type="button" className={styles.run} onClick={() => onOpen(run.key)}>
      <span className={styles.day}>
        <span className={styles.small}>{weekday.format(Date.parse(run.date))}</span>
        <span className={styles.number}>{Number(run.date.slice(8))}</span>
        {run.date === today && <span className={styles.small}>today</span>}
      </span>
      <span className={styles.what}>
        <span className={mergeClasses(styles.title, cancelled && styles.struck)}>
          {byDate ? writeDateAndWeekday(run.date) : titleOf(dated)}
        </span>
        <span className={styles.quiet}>
          {sayTimes(run)}
          {run.venue !== '' && `, ${run.venue}`}
        </span>
        {cancelled && <span className={styles.flag}>Cancelled: {run.changedWhy}</span>}
        {run.status === 'planned' && <span className={styles.quiet}>Not open for bookings yet</span>}
        {lacking > 0 && (
          <span className={styles.flag}>
            {lacking} more {lacking === 1 ? 'booking is' : 'bookings are'} needed for it to be held
          </span>
        )}
      </span>
      {!cancelled && (
        <span className={styles.places}>
          <PlacesBar counts={counts} over={over} />
          <span className={styles.small}>{over ? sayHeld(counts) : sayPlaces(counts)}</span>
        </span>
      )}
    </button>
  )
}
