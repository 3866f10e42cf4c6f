import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { daysBetween, writeDate, writeInstant } from '../../../../domain/calendarDays.ts'
import type { Evidence } from '../../../../domain/decisions.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { isSafeLink } from '../../../../domain/safeLink.ts'
import { useToday } from '../../../ui/services.tsx'
import { withKeys } from '../../../ui/withKeys.ts'
import { DecisionButton } from '../decisions/DecisionButton.tsx'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'

/** What shows that it was done, who agreed, and how long green is still held back. */
export function EvidenceSection({ row }: { row: Recommendation }) {
  const styles = useDetailStyles()
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3 className={styles.sectionTitle}>Evidence and sign-off</h3>
        <DecisionButton form="add-evidence" size="small" onlyIfAllowed />
      </div>
      <SignOffBar row={row} />
      {row.evidence.length === 0 && (
        <div className={styles.quiet}>Nothing shows yet that it was done. Green needs evidence.</div>
      )}
      <ul className={styles.plainList} aria-label="Evidence">
        {withKeys(row.evidence, ({ link }) => link).map(({ key, thing }) => (
          <EvidenceLine key={key} evidence={thing} />
        ))}
      </ul>
    </section>
  )
}

function EvidenceLine({ evidence }: { evidence: Evidence }) {
  const styles = useDetailStyles()
  const { title, link, by, at } = evidence
  return (
    <li className={styles.line}>
      <span className={styles.lineText}>
        {isSafeLink(link) ? (
          <Link inline href={link} target="_blank" rel="noopener noreferrer">
            {title}
          </Link>
        ) : (
          // Somebody may have typed anything into the list itself; only web addresses are ever links.
          `${title} (${link}: not a web address)`
        )}
        <span className={styles.quiet}>
          {' '}
          {placeOf(link)} {by}, {writeInstant(at)}
        </span>
      </span>
      <DecisionButton
        form="remove-evidence"
        label="Take away"
        preset={{ link, name: title }}
        about={title}
        appearance="subtle"
        size="small"
        onlyIfAllowed
      />
    </li>
  )
}

/** Where a link leads, so that nobody opens it blindly. */
function placeOf(link: string): string {
  return isSafeLink(link) ? `on ${new URL(link).host} ·` : ''
}

function SignOffBar({ row }: { row: Recommendation }) {
  const today = useToday()
  const { signOff, demonstrationUntil } = row
  return (
    <>
      {signOff && (
        <MessageBar
          intent={signOff.state === 'agreed' ? 'success' : signOff.state === 'declined' ? 'warning' : 'info'}
          layout="multiline"
        >
          <MessageBarBody>
            <MessageBarTitle>{signOffTitles[signOff.state]}</MessageBarTitle>
            Asked by {signOff.askedBy} on {writeInstant(signOff.askedAt)}.
            {signOff.answeredAt &&
              ` ${signOff.state === 'agreed' ? 'Agreed' : 'Not agreed'} by ${signOff.answeredBy} on ${writeInstant(signOff.answeredAt)}.`}
            {signOff.note && ` “${signOff.note}”`}
          </MessageBarBody>
        </MessageBar>
      )}
      {demonstrationUntil && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Demonstration period</MessageBarTitle>
            Green is held back until {writeDate(demonstrationUntil)}, to see whether it lasts
            {demonstrationUntil >= today
              ? `: ${countDays(daysBetween(today, demonstrationUntil))} left.`
              : ': the period is over.'}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}

const signOffTitles = {
  asked: 'Waits for a second person’s sign-off',
  agreed: 'Signed off',
  declined: 'Sign-off was not given',
} as const

function countDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
