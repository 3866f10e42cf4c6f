import { Button, mergeClasses } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { placeCounts } from '../../../../domain/allotments.ts'
import { type IsoDate, writeDate, writeMonth } from '../../../../domain/calendarDays.ts'
import { type DatedRun, monthLater, titleOf, weeksOf } from './findRuns.ts'
import { useCalendarStyles } from './RunsPage.styles.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export interface RunCalendarProps {
  readonly runs: readonly DatedRun[]
  /** `YYYY-MM`. */
  readonly month: string
  readonly today: IsoDate
  readonly onMonth: (month: string) => void
  readonly onOpen: (key: string) => void
}

/** The dates of one month, day by day. */
export function RunCalendar({ runs, month, today, onMonth, onOpen }: RunCalendarProps) {
  const styles = useCalendarStyles()
  return (
    <section aria-label={`Dates in ${writeMonth(`${month}-01`)}`}>
      <div className={styles.head}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label="The month before"
          onClick={() => onMonth(monthLater(month, -1))}
        />
        <h2 className={styles.month} aria-live="polite">
          {writeMonth(`${month}-01`)}
        </h2>
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label="The next month"
          onClick={() => onMonth(monthLater(month, 1))}
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                <abbr title={day}>{day.slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, place) => (
                <td key={day ?? weekdays[place]} className={day === null ? styles.outside : undefined}>
                  {day !== null && (
                    <Day
                      day={day}
                      today={today}
                      runs={runs.filter(({ run }) => run.date === day)}
                      onOpen={onOpen}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Day(props: {
  day: IsoDate
  today: IsoDate
  runs: readonly DatedRun[]
  onOpen: (key: string) => void
}) {
  const { day, today, runs, onOpen } = props
  const styles = useCalendarStyles()
  const isToday = day === today
  return (
    <>
      <span className={isToday ? styles.today : styles.number}>
        {Number(day.slice(8))}
        {isToday && ' today'}
      </span>
      {runs.length > 0 && (
        <ul className={styles.runs} aria-label={writeDate(day)}>
          {runs.map((dated) => (
            <li key={dated.run.key}>
              <Entry dated={dated} today={today} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Entry(props: { dated: DatedRun; today: IsoDate; onOpen: (key: string) => void }) {
  const { dated, today, onOpen } = props
  const { run } = dated
  const styles = useCalendarStyles()
  const { free, booked, capacity } = placeCounts(run, today)
  const cancelled = run.status === 'cancelled'
  const over = cancelled || run.date < today
  const full = free === 0 ? 'full' : `${booked} of ${capacity}`
  return (
    <button
      type="button"
      className={mergeClasses(styles.run, free === 0 && styles.full, over && styles.over)}
      onClick={() => onOpen(run.key)}
    >
      <span className={cancelled ? styles.struck : undefined}>{titleOf(dated)}</span>
      <br />
      {cancelled ? 'cancelled' : `${run.start}, ${full}`}
    </button>
  )
}
