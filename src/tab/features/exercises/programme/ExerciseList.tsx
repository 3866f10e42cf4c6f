import { mergeClasses } from '@fluentui/react-components'
import { writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import { type Exercise, roleCover } from '../../../../domain/exercise.ts'
import { writeBoroughs } from '../../../../domain/invitationText.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { SearchLine } from '../../../ui/SearchLine.tsx'
import { useExercisesStyles } from '../ExercisesPage.styles.ts'
import { timeWords } from '../exerciseWords.ts'
import { RoleCoverBar } from '../RoleCoverBar.tsx'
import { StateWord } from '../StateWord.tsx'
import type { Month } from './months.ts'

export interface ExerciseListProps {
  readonly months: readonly Month[]
  readonly found: number
  readonly total: number
  readonly search: string
  readonly onSearch: (text: string) => void
  readonly openId: string | null
  readonly onOpen: (id: string) => void
}

/** The year's exercises by month, with a search by borough. */
export function ExerciseList(props: ExerciseListProps) {
  const { months, found, total, search, onSearch, openId, onOpen } = props
  return (
    <>
      <SearchLine
        label="Search by borough"
        search={search}
        onSearch={onSearch}
        found={found}
        total={total}
        nouns={['exercise', 'exercises']}
      />
      {found === 0 && (
        <Empty
          title="No exercise there"
          action={{ label: 'Show all exercises', onClick: () => onSearch('') }}
        >
          No exercise takes place in a borough or unit whose name contains “{search.trim()}”.
        </Empty>
      )}
      {months.map((month) => (
        <MonthOfExercises key={month.title} month={month} openId={openId} onOpen={onOpen} />
      ))}
    </>
  )
}

function MonthOfExercises(props: { month: Month; openId: string | null; onOpen: (id: string) => void }) {
  const { month, openId, onOpen } = props
  const styles = useExercisesStyles()
  return (
    <section className={mergeClasses(styles.month, openId !== null && styles.monthBeside)}>
      <h2 className={styles.monthTitle}>{month.title}</h2>
      <ul className={styles.rows}>
        {month.rows.map((row) => (
          <li key={row.id}>
            <ExerciseRow row={row} openId={openId} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ExerciseRow(props: { row: Stored<Exercise>; openId: string | null; onOpen: (id: string) => void }) {
  const { row, openId, onOpen } = props
  const open = row.id === openId
  const exercise = row.value
  const styles = useExercisesStyles()
  return (
    <button
      type="button"
      className={mergeClasses(styles.row, openId === null && styles.rowAcross, open && styles.rowOpen)}
      aria-current={open ? 'true' : undefined}
      data-row={row.id}
      onClick={() => onOpen(row.id)}
    >
      <span className={styles.what}>
        <span className={styles.date}>{writeDateAndWeekday(exercise.date)}</span>
        <span className={styles.unit}>{exercise.unit}</span>
        <span className={styles.quiet}>
          {exercise.venue}, {timeWords(exercise)} · {boroughsInRow(exercise)}
        </span>
      </span>
      <StateWord exercise={exercise} />
      <RoleCoverBar cover={roleCover(exercise)} brief />
    </button>
  )
}

/** Most units are called by their boroughs; saying them twice would only make the row longer. */
function boroughsInRow({ unit, boroughs }: Exercise): string {
  return boroughs.every((one) => unit.includes(one)) ? `${boroughs.length} boroughs` : writeBoroughs(boroughs)
}
