import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { callOffInvitation } from '../../../../usecases/callOffInvitation.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useServices } from '../../../ui/services.tsx'
import { people } from '../exerciseWords.ts'
import { useDialogStyles } from './InvitationDialog.styles.ts'
import { callOffWords } from './outcomeWords.ts'
import { SendDialog } from './SendDialog.tsx'
import type { InvitationInputs } from './useInvitationInputs.ts'
import { useSending } from './useSending.ts'

/** Calling an exercise off, and what became of that. One that was begun keeps its reason: it may be out already. */
export function useCallOff(
  row: Stored<Exercise>,
  replace: (row: Stored<Exercise>) => void,
  { others }: InvitationInputs,
) {
  const { me, exercises, calendars, clock } = useServices()
  const sending = useSending()
  const { pending } = row.value.invitation ?? {}
  const begun = pending?.kind === 'call-off' ? pending : null
  const planned = row.value.status === 'cancelled' ? row.value.changedWhy : ''
  const [typed, setWhy] = useState<string | null>(null)
  const why = begun?.why ?? typed ?? planned
  const send = () =>
    sending.send(async () => {
      const result = await callOffInvitation({ exercises, calendars, clock }, { row, why, actor: me, others })
      if ('row' in result) replace(result.row)
      return callOffWords(result)
    })
  return { ...sending, why, setWhy, send, begun }
}
export type CallOff = ReturnType<typeof useCallOff>

/** Who would be told that it is called off, and why. */
export function CallOffDialog({ exercise, callOff }: { exercise: Exercise; callOff: CallOff }) {
  const styles = useDialogStyles()
  const told = exercise.invitation?.told?.attendees.filter((one) => one.type !== 'resource') ?? []
  const count = told.length || (exercise.invitation?.invited ?? 0)
  return (
    <SendDialog
      title={`Call off the exercise for ${exercise.unit}`}
      sending={callOff}
      label="Call it off"
      busyLabel="Calling it off…"
      refusal={callOff.why.trim() === '' ? 'Say why first: it is what everybody reads.' : null}
      onSend={() => void callOff.send()}
    >
      <Field label="Why" required hint="It stands in the mail to everybody.">
        <Textarea
          resize="vertical"
          rows={2}
          value={callOff.why}
          readOnly={callOff.sending || callOff.begun !== null}
          onChange={(_event, { value }) => callOff.setWhy(value)}
        />
      </Field>
      <section>
        <h3 className={styles.heading}>This will e-mail {people(count)}</h3>
        <p className={styles.quiet}>
          The event is taken out of their calendars, and the room is free again. To invite once more, bring
          the exercise back under Plan.
        </p>
        <ul className={styles.names}>
          {told.map((one) => (
            <li key={one.address}>
              {one.name} <span className={styles.quiet}>{one.address}</span>
            </li>
          ))}
        </ul>
      </section>
    </SendDialog>
  )
}
