import { writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useExercisesStyles } from '../ExercisesPage.styles.ts'
import { timeWords } from '../exerciseWords.ts'

/** The dates of an officer's own unit. */
export function OfficerDates() {
  const styles = useExercisesStyles()
  const { exercises } = useServices()
  const rows = useRows('exercises', exercises)
  return (
    <div className={styles.page}>
      <ul className={styles.rows}>
        {rows.held?.rows.map(({ id, value }) => (
          <li key={id}>
            {value.unit}: {writeDateAndWeekday(value.date)}, {timeWords(value)}
          </li>
        ))}
      </ul>
    </div>
  )
}
