import { Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import type { Invitation } from '../../../../domain/exercise.ts'
import type { ChangePlan, Telling } from '../../../../domain/invitationChanges.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { people } from '../exerciseWords.ts'
import { differenceLine, tellingWords } from './differenceWords.ts'
import { useDialogStyles } from './InvitationDialog.styles.ts'
import { MailPreview } from './MailPreview.tsx'
import { leakWords } from './outcomeWords.ts'
import { SendDialog } from './SendDialog.tsx'
import type { InvitationChange } from './useChange.ts'

/** What the invited would be told, who of them, and why; nothing goes out without it. */
export function ChangeDialog(props: { unit: string; invitation: Invitation; change: InvitationChange }) {
  const { unit, invitation, change } = props
  const { plan, leaks } = change
  const styles = useDialogStyles()
  if (!plan) return null
  return (
    <SendDialog
      title={`Change for ${unit}`}
      sending={change}
      label="Send the change"
      busyLabel="Sending the change…"
      refusal={refusalOf(plan, change)}
      onSend={() => void change.send()}
      onOverrule={() => void change.send(true)}
    >
      {leaks.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{leakWords(leaks)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Differences plan={plan} />
          {!plan.onlyTheConcerned && <Why change={change} needed={plan.needsWhy} />}
          <Tellings plan={plan} />
        </div>
        <MailPreview draft={plan.draft} from={invitation.mailbox || invitation.organiserName} />
      </div>
    </SendDialog>
  )
}

function refusalOf(plan: ChangePlan, { leaks, why }: InvitationChange): string | null {
  if (leaks.length > 0) return 'It cannot be sent while partners could read that.'
  return plan.needsWhy && why.trim() === '' ? 'Say why first: the day, the time or the place changes.' : null
}

function Differences({ plan }: { plan: ChangePlan }) {
  const styles = useDialogStyles()
  return (
    <section>
      <h3 className={styles.heading}>What changes</h3>
      <ul className={styles.names}>
        {withKeys(plan.differences, differenceLine).map(({ key, thing }) => (
          <li key={key}>{differenceLine(thing)}</li>
        ))}
      </ul>
    </section>
  )
}

function Why({ change, needed }: { change: InvitationChange; needed: boolean }) {
  return (
    <Field label="Why" required={needed} hint="It stands at the top of the mail, for everybody.">
      <Textarea
        resize="vertical"
        rows={2}
        value={change.why}
        readOnly={change.sending}
        onChange={(_event, { value }) => change.setWhy(value)}
      />
    </Field>
  )
}

function Tellings({ plan }: { plan: ChangePlan }) {
  const styles = useDialogStyles()
  return (
    <section>
      <h3 className={styles.heading}>This will e-mail {people(plan.tells.length)}</h3>
      {plan.onlyTheConcerned && (
        <p className={styles.quiet}>Nobody else hears of it: Outlook tells only those whom it concerns.</p>
      )}
      {plan.differences.some(({ kind }) => kind === 'when') && (
        <p className={styles.quiet}>Outlook asks everybody for a new answer.</p>
      )}
      {(['invitation', 'update', 'cancellation'] as const).map((gets) => (
        <Group key={gets} title={tellingWords[gets]} tells={plan.tells.filter((one) => one.gets === gets)} />
      ))}
    </section>
  )
}

function Group({ title, tells }: { title: string; tells: readonly Telling[] }) {
  const styles = useDialogStyles()
  if (tells.length === 0) return null
  return (
    <>
      <h4 className={styles.group}>
        {title} ({tells.length})
      </h4>
      <ul className={styles.names}>
        {tells.map((one) => (
          <li key={one.address}>
            {one.name} <span className={styles.quiet}>{one.address}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
