import { ukClock, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { useToday } from '../../../ui/services.tsx'
import { useShownFromTop } from '../../../ui/useShownFromTop.ts'
import { useCourseStyles } from './CoursePanel.styles.ts'
import { assessmentWords, given, modeWords, writeTakingPart } from './courseWords.ts'

/** One course with everything the catalogue says, and its dates. */
export function CoursePanel({ course, runs }: { course: Course; runs: readonly CourseRun[] }) {
  const styles = useCourseStyles()
  const title = useShownFromTop()
  return (
    <article className={styles.panel}>
      <h2 className={styles.title} ref={title} tabIndex={-1}>
        {course.title}
      </h2>
      <p className={styles.about}>{course.about}</p>
      <Facts course={course} />
      <h3 className={styles.heading}>Dates</h3>
      {runs.length === 0 ? (
        <p className={styles.quiet}>
          No date has been set yet. Dates appear here as soon as the coordinator adds them.
        </p>
      ) : (
        <ul className={styles.runs}>
          {runs.map((run) => (
            <Run key={run.key} run={run} />
          ))}
        </ul>
      )}
    </article>
  )
}

function Facts({ course }: { course: Course }) {
  const facts: readonly (readonly [string, string])[] = [
    ['For', course.audience.length === 0 ? 'Everybody' : course.audience.join(', ')],
    ['Taking part', writeTakingPart(course)],
    ['Assessment', assessmentWords(course)],
    ['Length', given(course.length)],
    ['How often', given(course.frequency)],
    ['Held', modeWords(course)],
    ['Provider', given(course.provider)],
    ['Trainers', given(course.trainers)],
    ['From outside', course.externalInputs.length === 0 ? 'Nothing' : course.externalInputs.join(', ')],
  ]
  return <FactList facts={facts} />
}

function Run({ run }: { run: CourseRun }) {
  const styles = useCourseStyles()
  const today = useToday()
  return (
    <li className={styles.run}>
      <span>
        <span className={styles.day}>{writeDateAndWeekday(run.date)}</span>
        {run.date < today && <span className={styles.quiet}> (past)</span>}
        <br />
        {run.start} to {run.end} UK time ({ukClock(run.date)}), {run.venue}
      </span>
      <span className={styles.quiet}>{run.capacity} places</span>
    </li>
  )
}
