import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { writeInstant } from '../../../../domain/calendarDays.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { withKeys } from '../../../ui/withKeys.ts'
import { people } from '../exerciseWords.ts'
import { differenceLine } from './differenceWords.ts'
import { useSectionStyles } from './InvitationSection.styles.ts'
import type { InvitationChange } from './useChange.ts'

/** What the invited do not know yet, and the way to tell them. */
export function ChangesToSend(props: {
  change: InvitationChange
  refusal: string | null
  before: () => void
  /** False for invitations of older versions, of which nobody kept what they said. */
  knowsTold: boolean
}) {
  const { change, refusal, before, knowsTold } = props
  const { plan, begun } = change
  const styles = useSectionStyles()
  if (!plan) return <p className={styles.quiet}>{knowsTold ? allKnown : notKept}</p>
  return (
    <section className={styles.changes} aria-labelledby="changes-to-send">
      <h3 id="changes-to-send" className={styles.heading}>
        The invited do not know yet
      </h3>
      <ul className={styles.list}>
        {withKeys(plan.differences, differenceLine).map(({ key, thing }) => (
          <li key={key}>{differenceLine(thing)}</li>
        ))}
      </ul>
      {begun && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {begun.byName} began to send a change on {writeInstant(begun.at)}, and it was not finished.
            Sending it again finishes it; nobody is e-mailed twice.
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <DialogButton
          appearance="primary"
          onClick={() => {
            before()
            change.open()
          }}
          disabledFocusable={refusal !== null}
          aria-describedby={refusal === null ? undefined : 'why-not-change'}
        >
          Preview the change
        </DialogButton>
        <span className={styles.quiet}>
          {plan.onlyTheConcerned
            ? `It will e-mail ${people(plan.tells.length)} and nobody else.`
            : `It will e-mail ${people(plan.tells.length)}.`}
        </span>
      </div>
    </section>
  )
}

const allKnown = 'The invited know it as it is planned now.'
const notKept =
  'This invitation went out before Follow-Through kept what it said. Changes made here are not compared with it.'
