import { ukClock, writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { EventDraft } from '../../../../domain/eventDraft.ts'
import { InvitationBody } from './InvitationBody.tsx'
import { useDialogStyles } from './InvitationDialog.styles.ts'

export interface MailPreviewProps {
  readonly draft: EventDraft
  /** Whose calendar it comes from. */
  readonly from: string
}

/** The invitation as one of the invited sees it in their mail program. */
export function MailPreview({ draft, from }: MailPreviewProps) {
  const styles = useDialogStyles()
  const people = draft.attendees.filter((one) => one.type !== 'resource')
  const when = `${writeDateAndWeekday(draft.date)}, ${draft.start} to ${draft.end} UK time (${ukClock(draft.date)})`
  return (
    <section>
      <h3 className={styles.heading}>What they will see</h3>
      <div className={styles.mail}>
        <p className={styles.subject}>{draft.subject}</p>
        <dl className={styles.lines}>
          <dt>From</dt>
          <dd>{from}</dd>
          <dt>To</dt>
          <dd>{draft.showAttendees ? people.map((one) => one.name).join(', ') : 'each of them alone'}</dd>
          <dt>When</dt>
          <dd>{when}</dd>
          <dt>Where</dt>
          <dd>{draft.location}</dd>
        </dl>
        <InvitationBody html={draft.bodyHtml} className={styles.body} />
        {draft.online && <p className={styles.teams}>Microsoft Teams adds the link to join here.</p>}
      </div>
    </section>
  )
}
