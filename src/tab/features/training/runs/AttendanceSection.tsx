import { MessageBar, MessageBarBody, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { Booking } from '../../../../domain/booking.ts'
import { isResult, type Result } from '../../../../domain/bookingLadder.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { sayGroup } from '../placeWords.ts'
import { useAttendanceStyles } from './AttendanceSection.styles.ts'
import { useRunPageStyles } from './RunPage.styles.ts'
import { useAttendance } from './useAttendance.ts'
import { useRunBookings } from './useRunBookings.ts'
import { WalkInDialog } from './WalkInDialog.tsx'

/** The results that can be entered for a course, the usual one first. */
function resultsOf(course: Course): readonly (readonly [Result, string])[] {
  const came: (readonly [Result, string])[] = course.assessed
    ? [['passed', 'Passed']]
    : [['attended', 'Here']]
  if (course.assessed && course.canFail) came.push(['failed', 'Did not pass'])
  if (course.assessed) came.push(['attended', 'Here, no result yet'])
  return [...came, ['partly', 'Partly'], ['no-show', 'Not here']]
}

/** Who came: large buttons for a phone in the room. Every press is saved at once, and can be put right. */
export function AttendanceSection({ run, course }: { run: CourseRun; course: Course }) {
  const page = useRunPageStyles()
  const [adding, setAdding] = useState(false)
  const { bookings, pending } = useRunBookings(run)
  const attendance = useAttendance(run)
  const expected = bookings
    .filter(({ state }) => state === 'booked' || isResult(state))
    .toSorted((one, other) => one.personName.localeCompare(other.personName))
  const open = expected.filter(({ state }) => state === 'booked').length
  return (
    <section className={page.section}>
      <div className={page.head}>
        <h3 className={page.heading}>On the day: who came</h3>
        <DialogButton onClick={() => setAdding(true)}>Somebody came without a place</DialogButton>
      </div>
      <p className={page.quiet} role="status">
        {pending ? 'Reading who is expected…' : progress(expected.length, open)}
      </p>
      {attendance.problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{attendance.problem}</MessageBarBody>
        </MessageBar>
      )}
      <People people={expected} course={course} attendance={attendance} />
      {adding && <WalkInDialog course={course} attendance={attendance} onClose={() => setAdding(false)} />}
    </section>
  )
}

function progress(expected: number, open: number): string {
  if (expected === 0) return 'Nobody was booked.'
  if (open === 0)
    return `All ${expected} are entered. A wrong one can be put right by pressing another button.`
  return `${expected - open} of ${expected} entered.`
}

function People(props: {
  people: readonly Booking[]
  course: Course
  attendance: ReturnType<typeof useAttendance>
}) {
  const { people, course, attendance } = props
  const styles = useAttendanceStyles()
  const results = resultsOf(course)
  return (
    <ul className={styles.people}>
      {people.map((booking) => (
        <li key={booking.key} className={styles.person}>
          <div className={styles.who}>
            <span className={styles.name}>{booking.personName}</span>
            <span className={styles.quiet}>{sayGroup(booking.organisation, booking.borough)}</span>
          </div>
          <fieldset className={styles.choices} aria-label={`${booking.personName}: who came`}>
            {results.map(([result, words]) => {
              const chosen = attendance.shownFor(booking) === result
              return (
                <button
                  key={result}
                  type="button"
                  aria-pressed={chosen}
                  className={mergeClasses(styles.choice, chosen && styles.chosen)}
                  onClick={() => void attendance.mark(booking, result)}
                >
                  {chosen && <span aria-hidden="true">✓ </span>}
                  {words}
                </button>
              )
            })}
          </fieldset>
        </li>
      ))}
    </ul>
  )
}
