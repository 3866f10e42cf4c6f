import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { Booking, BookingState } from '../../../../domain/booking.ts'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { usePeopleStyles } from './PersonRow.styles.ts'
import { PersonRow } from './PersonRow.tsx'
import { useRunPageStyles } from './RunPage.styles.ts'
import { useRunBookings } from './useRunBookings.ts'

const groups: readonly {
  readonly title: string
  readonly states: readonly BookingState[]
  /** Folded until somebody asks: what is over needs nobody's hand. */
  readonly folded?: boolean
}[] = [
  { title: 'Requests to answer', states: ['requested', 'approved'] },
  { title: 'Offered, not answered yet', states: ['offered'] },
  { title: 'Waiting, in their order', states: ['waiting'] },
  { title: 'Booked', states: ['booked'] },
  { title: 'Were there', states: ['attended', 'passed', 'partly', 'failed'] },
  { title: 'Did not come', states: ['no-show'] },
  { title: 'Gave their place back or were declined', states: ['withdrawn', 'declined'], folded: true },
]

/** Everybody on a date, by the step on which they stand; each with the reason. */
export function PeopleSection({ run, course }: { run: CourseRun; course: Course }) {
  const page = useRunPageStyles()
  const { bookings, unreadable, error, again, pending } = useRunBookings(run)
  return (
    <section className={page.section}>
      <h3 className={page.heading}>People</h3>
      {pending && <p className={page.quiet}>Reading the bookings…</p>}
      {error !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            The bookings could not be read. {isM365Error(error) ? error.message : ''}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={again}>
              Try again
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {unreadable > 0 && (
        <p className={page.quiet}>
          {unreadable} {unreadable === 1 ? 'booking' : 'bookings'} cannot be read; correct them in SharePoint.
        </p>
      )}
      {!pending && error === null && bookings.length === 0 && (
        <p className={page.quiet}>Nobody has asked for a place yet.</p>
      )}
      {groups.map((group) => {
        const people = inOrder(bookings, run).filter(({ state }) => group.states.includes(state))
        return people.length === 0 ? null : (
          <Group key={group.title} {...group} people={people} run={run} course={course} />
        )
      })}
    </section>
  )
}

function Group(props: {
  title: string
  folded?: boolean
  people: readonly Booking[]
  run: CourseRun
  course: Course
}) {
  const { title, folded, people, run, course } = props
  const styles = usePeopleStyles()
  const heading = `${title} (${people.length})`
  const list = (
    <ul className={styles.list}>
      {people.map((booking) => (
        <li key={booking.key}>
          <PersonRow booking={booking} run={run} course={course} />
        </li>
      ))}
    </ul>
  )
  if (!folded)
    return (
      <div>
        <h4 className={styles.group}>{heading}</h4>
        {list}
      </div>
    )
  return (
    <details>
      <summary className={styles.summary}>{heading}</summary>
      {list}
    </details>
  )
}

/** Those who wait as they wait; the others by their names. */
function inOrder(bookings: readonly Booking[], run: CourseRun): readonly Booking[] {
  const place = new Map(run.waiting.map(({ booking }, index) => [booking, index]))
  return bookings.toSorted(
    (one, other) =>
      (place.get(one.key) ?? 0) - (place.get(other.key) ?? 0) ||
      one.personName.localeCompare(other.personName),
  )
}
