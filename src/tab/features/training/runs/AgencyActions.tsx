import { useState } from 'react'
import type { Course, CourseRun } from '../../../../domain/course.ts'
import { closedFor } from '../../../../domain/places.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { BookForDialog } from '../booking/BookForDialog.tsx'
import { useNow } from '../useNow.ts'
import { useAgencies } from '../usePlaceDeps.ts'
import { useRunPageStyles } from './RunPage.styles.ts'

/** For whoever books for the people of a partner that have no account. */
export function AgencyActions({ run, course }: { run: CourseRun; course: Course }) {
  const styles = useRunPageStyles()
  const now = useNow()
  const { mine } = useAgencies()
  const [booking, setBooking] = useState(false)
  if (mine.length === 0 || closedFor(run, now) !== null) return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>For people without an account</h3>
      <p className={styles.quiet}>You book for {new Intl.ListFormat('en-GB').format(mine)}.</p>
      <div className={styles.actions}>
        <DialogButton onClick={() => setBooking(true)}>Book for somebody</DialogButton>
      </div>
      {booking && <BookForDialog run={run} course={course} onClose={() => setBooking(false)} />}
    </section>
  )
}
