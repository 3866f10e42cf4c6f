import { useState } from 'react'
import { addWalkIn } from '../../../../domain/exerciseDay.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { ChoiceField, TextField } from '../../../ui/form/fields.tsx'
import type { Values } from '../../../ui/form/formValues.ts'
import type { ExerciseChange } from './useExerciseChange.ts'

const empty: Values = { name: '', role: '', organisation: '', side: 'partner' }

/** Somebody whom nobody expected and who is in the room. */
export function WalkInDialog({ change, onClose }: { change: ExerciseChange; onClose: () => void }) {
  const [values, setValues] = useState(empty)
  const close = () => {
    change.forget()
    onClose()
  }
  const save = async () => {
    const { name = '', role = '', organisation = '' } = values
    const side = values.side === 'police' ? ('police' as const) : ('partner' as const)
    const given = { name, role, organisation, side }
    if (await change.by((exercise, act, today) => addWalkIn(exercise, given, act, today), `${name} is here.`))
      close()
  }
  return (
    <FormDialog
      title="Somebody else is here"
      saveLabel="Add"
      values={values}
      problems={change.trouble ? { '': change.trouble } : {}}
      saving={change.busy}
      restored={false}
      set={(name, value) => {
        change.forget()
        setValues((now) => ({ ...now, [name]: value }))
      }}
      onSave={save}
      onStartAfresh={() => setValues(empty)}
      onClose={close}
    >
      <TextField name="name" label="Name" required />
      <TextField name="role" label="Role" required />
      <TextField name="organisation" label="Organisation" />
      <ChoiceField
        name="side"
        label="Side of the table"
        choices={[
          ['partner', 'Partner'],
          ['police', 'Police'],
        ]}
      />
    </FormDialog>
  )
}
