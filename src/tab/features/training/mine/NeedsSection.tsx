import { Badge, type BadgeProps, mergeClasses } from '@fluentui/react-components'
import { placeCounts } from '../../../../domain/allotments.ts'
import { writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import type { CoverState } from '../../../../domain/cover.ts'
import { sayStanding } from '../../../../domain/placeStanding.ts'
import type { TrainingNeed } from '../../../../usecases/readMyTraining.ts'
import { useToday } from '../../../ui/services.tsx'
import { BookButton } from '../booking/BookButton.tsx'
import { sayPlaces } from '../placeWords.ts'
import { useTrainingPlace } from '../trainingPlace.ts'
import { useNow } from '../useNow.ts'
import { useMineStyles } from './MyTraining.styles.ts'
import { coverWords, sayNeed, sayNeeds } from './needWords.ts'
import type { Mine } from './useMine.ts'

const colours: Readonly<Record<CoverState, BadgeProps['color']>> = {
  current: 'success',
  due: 'warning',
  'in-grace': 'warning',
  lapsed: 'danger',
  never: 'danger',
  exempt: 'informative',
}

/** Dates that are shown with a need; the others stand with the course. */
const mostDates = 3

/** What the person's role asks for, the most pressing first, each with the next dates. */
export function NeedsSection({ mine }: { mine: Mine }) {
  const styles = useMineStyles()
  const { training } = mine
  if (!training) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>What I need</h2>
      <p className={styles.lead}>
        {training.member
          ? `${sayNeeds(training.needs)} You are ${training.member.role}, ${training.member.team}.`
          : 'The staff list does not know you, so nothing can be said of what your role asks for. You can book any course all the same.'}
      </p>
      <ul className={styles.cards}>
        {training.needs.map((need) => (
          <li key={need.requirement.key}>
            <Need need={need} mine={mine} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Need({ need, mine }: { need: TrainingNeed; mine: Mine }) {
  const styles = useMineStyles()
  const today = useToday()
  const { openCourse } = useTrainingPlace()
  const { requirement, course, state } = need
  const pressing = state === 'lapsed' || state === 'never'
  const soon = state === 'due' || state === 'in-grace'
  return (
    <article className={mergeClasses(styles.card, pressing && styles.pressing, soon && styles.soon)}>
      <div className={styles.head}>
        <h3 className={styles.title}>{requirement.title}</h3>
        <Badge appearance="tint" color={colours[state]}>
          {coverWords[state]}
        </Badge>
      </div>
      <p className={styles.plain}>{sayNeed(need, today)}</p>
      <p className={styles.quiet}>
        {course ? (
          <button type="button" className={styles.linkLike} onClick={() => openCourse(course.key)}>
            {course.title}
          </button>
        ) : (
          'The catalogue has no such course any more.'
        )}
        {requirement.because !== '' && `, asked for by ${requirement.because}`}
      </p>
      {course && (pressing || soon || need.booking) && <Way need={need} course={course} mine={mine} />}
    </article>
  )
}

/** The place that they have, or the dates on which they can get one. */
function Way({ need, course, mine }: { need: TrainingNeed; course: Course; mine: Mine }) {
  const styles = useMineStyles()
  const now = useNow()
  const booking = need.booking?.value ?? null
  const run = booking && mine.runOf(booking.runKey)
  // What can be done about the place stands with it, under My places.
  if (booking && run) return <p className={styles.plain}>{sayStanding(run, booking, now)}</p>
  const [free, full] = [need.runsFree, need.runs.filter((one) => !need.runsFree.includes(one))]
  const shown = [...free, ...full].slice(0, mostDates).map(({ value }) => value)
  if (shown.length === 0)
    return (
      <p className={styles.quiet}>There is no date yet. The training coordinators see that it is needed.</p>
    )
  return <Dates runs={shown} course={course} />
}

/** Dates of a course, each with its button. */
export function Dates({ runs, course }: { runs: readonly CourseRun[]; course: Course }) {
  const styles = useMineStyles()
  const today = useToday()
  const { openRun } = useTrainingPlace()
  return (
    <ul className={styles.dates}>
      {runs.map((run, index) => (
        <li key={run.key}>
          <span>
            <button
              type="button"
              className={mergeClasses(styles.linkLike, styles.day)}
              onClick={() => openRun(run.key)}
            >
              {writeDateAndWeekday(run.date)}
            </button>
            <br />
            {run.start} to {run.end}
            {run.venue !== '' && `, ${run.venue}`}
            <br />
            <span className={styles.quiet}>{sayPlaces(placeCounts(run, today))}</span>
          </span>
          <BookButton run={run} course={course} appearance={index === 0 ? 'primary' : 'secondary'} />
        </li>
      ))}
    </ul>
  )
}
