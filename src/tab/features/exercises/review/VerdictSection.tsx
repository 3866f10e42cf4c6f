import { useState } from 'react'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import { courseRequestsOf } from '../../../../domain/learningPoints.ts'
import { mayInvite } from '../../../../domain/roles.ts'
import type { Setting } from '../../../../domain/setting.ts'
import { yearDecisionOf } from '../../../../domain/yearReview.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useReviewStyles } from './Review.styles.ts'
import { verdictWords } from './reviewWords.ts'
import { VerdictDialog } from './VerdictDialog.tsx'

/** What was learned, which courses were asked for, and whether the exercises go on. */
export function VerdictSection(props: {
  type: string
  year: string
  settings: readonly Setting[]
  learned: number
  takenUp: number
}) {
  const { type, year, settings, learned, takenUp } = props
  const { me } = useServices()
  const styles = useReviewStyles()
  const [open, setOpen] = useState(false)
  const decision = yearDecisionOf(settings, type, year)
  const asked = courseRequestsOf(settings).filter(({ date }) => date.startsWith(year))
  return (
    <>
      <section aria-labelledby="learned">
        <h2 className={styles.heading} id="learned">
          Learned
        </h2>
        <p className={styles.quiet}>
          {learned === 1 ? '1 learning point' : `${learned} learning points`}, {takenUp} taken up as a
          recommendation or a request for a course.
        </p>
        {asked.length > 0 && (
          <ul className={styles.gaps}>
            {asked.map((one) => (
              <li key={one.key}>
                Course asked for after {one.unit}: {one.text}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="verdict">
        <h2 className={styles.heading} id="verdict">
          Should it go on?
        </h2>
        {decision ? (
          <>
            <p className={styles.text}>
              <strong>{verdictWords[decision.verdict]}.</strong> {decision.why}
            </p>
            <p className={styles.quiet}>
              {decision.by}, {writeInstant(decision.at)}
            </p>
          </>
        ) : (
          <p className={styles.quiet}>Nobody has decided yet.</p>
        )}
        {mayInvite(me) && (
          <div className={styles.bar}>
            <DialogButton size="small" onClick={() => setOpen(true)}>
              {decision ? 'Change the decision' : 'Decide'}
            </DialogButton>
          </div>
        )}
      </section>
      {open && <VerdictDialog type={type} year={year} decision={decision} onClose={() => setOpen(false)} />}
    </>
  )
}
