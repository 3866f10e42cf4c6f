import type { Course, CourseRun } from '../../../../domain/course.ts'
import { useToday } from '../../../ui/services.tsx'
import { RunRow } from '../runs/RunRow.tsx'
import { useRunsStyles } from '../runs/RunsPage.styles.ts'
import { useTrainingPlace } from '../trainingPlace.ts'
import { useCourseStyles } from './CoursePanel.styles.ts'

/** The dates of a course: those to come, and folded away those that are over. */
export function CourseDates({ course, runs }: { course: Course; runs: readonly CourseRun[] }) {
  const styles = useCourseStyles()
  const today = useToday()
  const coming = runs.filter(({ date }) => date >= today)
  const past = runs.filter(({ date }) => date < today).toReversed()
  return (
    <>
      <h3 className={styles.heading}>Dates</h3>
      {coming.length === 0 ? (
        <p className={styles.quiet}>
          No date has been set yet. Dates appear here as soon as the coordinator adds them.
        </p>
      ) : (
        <RunRows runs={coming} course={course} />
      )}
      {past.length > 0 && (
        <details>
          <summary className={styles.summary}>
            {past.length === 1 ? 'One date is over' : `${past.length} dates are over`}
          </summary>
          <RunRows runs={past} course={course} />
        </details>
      )}
    </>
  )
}

function RunRows({ runs, course }: { runs: readonly CourseRun[]; course: Course }) {
  const styles = useRunsStyles()
  const today = useToday()
  const { openRun } = useTrainingPlace()
  return (
    <ul className={styles.list}>
      {runs.map((run) => (
        <li key={run.key}>
          <RunRow
            dated={{ id: run.key, run, course }}
            byDate
            today={today}
            coordinates={false}
            onOpen={openRun}
          />
        </li>
      ))}
    </ul>
  )
}
