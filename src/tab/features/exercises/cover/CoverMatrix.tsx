import { Link } from '@fluentui/react-components'
import { writeDate } from '../../../../domain/calendarDays.ts'
import { coverMatrix } from '../../../../domain/coverMatrix.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useExercisePlace } from '../exercisePlace.ts'
import { StandingMark } from '../standing/StandingMark.tsx'
import { useCoverStyles } from './Cover.styles.ts'

/** Units against roles: how each role of each unit stands. It is a table, so that it reads as well as it looks. */
export function CoverMatrix({ rows }: { rows: readonly Stored<Exercise>[] }) {
  const styles = useCoverStyles()
  const { openExercise } = useExercisePlace()
  const matrix = coverMatrix(rows.map(({ value }) => value))
  const idOf = (key: string) => rows.find(({ value }) => value.key === key)?.id ?? ''
  return (
    <section aria-labelledby="cover-matrix">
      <h2 className={styles.heading} id="cover-matrix">
        Units and roles
      </h2>
      {/* The links in it take the focus, so that the keyboard can move a table wider than the window. */}
      <div className={styles.scroll}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col" className={styles.row}>
                Unit
              </th>
              {matrix.roles.map(({ role, required }) => (
                <th key={role} scope="col">
                  {role}
                  {!required && <span className={styles.small}>optional</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.units.map(({ exercise, unit, date, cells }) => (
              <tr key={exercise}>
                <th scope="row" className={styles.row}>
                  <Link as="button" onClick={() => openExercise(idOf(exercise), 'answers')}>
                    {unit}
                  </Link>
                  <span className={styles.small}>{writeDate(date)}</span>
                </th>
                {cells.map(({ role, standing }) => (
                  <td key={role} className={styles.cell}>
                    {standing === null ? (
                      <span className={styles.small}>–</span>
                    ) : (
                      <StandingMark standing={standing} quiet />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
