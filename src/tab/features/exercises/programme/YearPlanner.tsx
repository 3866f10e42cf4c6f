import { mergeClasses } from '@fluentui/react-components'
import { weekday } from '../../../../domain/bankHolidays.ts'
import { addDays, type IsoDate, lastDayOfMonth, writeMonth } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { standingOf } from '../../../../domain/programme.ts'
import { schoolHolidayOn } from '../../../../domain/schoolHolidays.ts'
import { holidayOn } from '../../../../domain/workingDays.ts'
import { daysOffOf } from '../../../../usecases/planExercise.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useProgrammeStyles } from './Programme.styles.ts'
import { shortDay, standingWords, weekdayAndDay } from './programmeWords.ts'
import { useStandingLooks } from './standingLooks.styles.ts'
import type { Programme } from './useProgramme.ts'
import { usePlannerStyles } from './YearPlanner.styles.ts'

/** The year as twelve small months: the days that are taken, bank holidays and the usual school holidays. */
export function YearPlanner({ programme }: { programme: Programme }) {
  const styles = usePlannerStyles()
  const frame = useProgrammeStyles()
  return (
    <>
      <div className={styles.months}>
        {Array.from({ length: 12 }, (_, index) => (
          <Month key={String(index)} month={index + 1} programme={programme} />
        ))}
      </div>
      <ul className={frame.legend}>
        <li>
          <span className={mergeClasses(frame.swatch, styles.holiday)} aria-hidden="true" />
          Bank holiday
        </li>
        <li>
          <span className={mergeClasses(frame.swatch, styles.school)} aria-hidden="true" />
          Usual school holiday; each authority sets its own
        </li>
      </ul>
    </>
  )
}

const weekdayLetters = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

function Month({ month, programme }: { month: number; programme: Programme }) {
  const styles = usePlannerStyles()
  const first: IsoDate = `${programme.year}-${String(month).padStart(2, '0')}-01`
  const count = Number(lastDayOfMonth(programme.year, month).slice(8))
  const days = Array.from({ length: count }, (_, index) => addDays(first, index))
  const taken = programme.ofYear
    .filter(({ value }) => value.date.startsWith(first.slice(0, 7)))
    .sort((a, b) => a.value.date.localeCompare(b.value.date))
  return (
    <section>
      <h2 className={styles.title}>{writeMonth(first)}</h2>
      <div className={styles.days}>
        {weekdayLetters.map((letter) => (
          <span key={letter} className={styles.head} aria-hidden="true">
            {letter}
          </span>
        ))}
        {days.map((day) => (
          <Day
            key={day}
            day={day}
            rows={taken.filter(({ value }) => value.date === day)}
            programme={programme}
          />
        ))}
      </div>
      <ul className={styles.units} aria-hidden="true">
        {taken.map(({ id, value }) => (
          <li key={id}>
            {shortDay(value.date)}: {value.unit}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Day(props: { day: IsoDate; rows: readonly Stored<Exercise>[]; programme: Programme }) {
  const { day, rows, programme } = props
  const styles = usePlannerStyles()
  const looks = useStandingLooks()
  const column = { gridColumn: weekday(day) }
  const number = String(Number(day.slice(8)))
  const [row] = rows
  if (row) {
    const standing = standingOf(row.value, programme.today)
    const others = rows.length > 1 ? `, and ${rows.length - 1} more` : ''
    return (
      <button
        type="button"
        style={column}
        className={mergeClasses(styles.day, styles.exercise, looks[standing])}
        title={row.value.unit}
        aria-label={`${weekdayAndDay(day)}: ${row.value.unit}, ${standingWords[standing]}${others}`}
        data-row={row.id}
        onClick={() => programme.open(row.id)}
      >
        {number}
      </button>
    )
  }
  const bank = holidayOn(day, daysOffOf(programme.settings))
  const school = schoolHolidayOn(day)
  return (
    <span
      style={column}
      title={bank ?? school?.name}
      className={mergeClasses(
        styles.day,
        weekday(day) > 5 && styles.weekend,
        school !== null && styles.school,
        bank !== null && styles.holiday,
        day === programme.today && styles.today,
      )}
    >
      {number}
    </span>
  )
}
