import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { findSeat, type SeatRef } from '../../../../domain/exerciseHistory.ts'
import { deputyOf, nameStandIn, withoutStandIn } from '../../../../domain/standIns.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import type { Problems, Values } from '../../../ui/form/formValues.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices } from '../../../ui/services.tsx'
import type { ExerciseSectionProps } from '../exerciseSection.ts'
import type { ExerciseChange } from './useExerciseChange.ts'

/** Names somebody who comes in place of whoever holds a role; the directory's deputy is one press away. */
export function StandInDialog(props: {
  row: ExerciseSectionProps['row']
  seat: SeatRef
  change: ExerciseChange
  onClose: () => void
}) {
  const { row, seat, change, onClose } = props
  const { contacts } = useServices()
  const directory = useRows('contacts', contacts)
  const at = findSeat(row.value.invitees, seat)
  const invitee = at === null ? undefined : row.value.invitees[at]
  const deputy = invitee ? deputyOf(invitee, directory.held?.rows.map(({ value }) => value) ?? []) : null
  const [values, setValues] = useState<Values>({
    name: invitee?.standIn?.name ?? '',
    address: invitee?.standIn?.address ?? '',
  })
  const save = async () => {
    const given = { name: values.name ?? '', address: values.address ?? '' }
    const said = `${given.name} stands in.`
    if (await change.by((exercise, act) => nameStandIn(exercise, seat, given, act), said)) onClose()
  }
  const giveBack = async () => {
    if (await change.by((exercise, act) => withoutStandIn(exercise, seat, act), 'Nobody stands in now.'))
      onClose()
  }
  const problems: Problems = change.trouble ? { '': change.trouble } : {}
  return (
    <FormDialog
      title={`Stand-in for ${invitee?.name || seat.role}`}
      explanation={`${seat.role}. Whoever holds the role stays on the list with their own answer. Nobody is e-mailed yet: the stand-in gets the invitation when you send the change under Invitation.`}
      saveLabel="Name the stand-in"
      values={values}
      problems={problems}
      saving={change.busy}
      restored={false}
      set={(name, value) => {
        change.forget()
        setValues((now) => ({ ...now, [name]: value }))
      }}
      onSave={save}
      onStartAfresh={() => undefined}
      onClose={onClose}
      bars={
        <>
          {deputy && deputy.address !== values.address && (
            <MessageBar layout="multiline">
              <MessageBarBody>
                The directory names {deputy.name} ({deputy.address}) as their deputy.
              </MessageBarBody>
              <MessageBarActions>
                <Button size="small" onClick={() => setValues({ ...deputy })}>
                  Take the deputy
                </Button>
              </MessageBarActions>
            </MessageBar>
          )}
          {invitee?.standIn && (
            <div>
              <Button onClick={giveBack} disabledFocusable={change.busy}>
                Nobody stands in any more
              </Button>
            </div>
          )}
        </>
      }
    >
      <TextField name="name" label="Name" required />
      <TextField name="address" label="E-mail address" required />
    </FormDialog>
  )
}
