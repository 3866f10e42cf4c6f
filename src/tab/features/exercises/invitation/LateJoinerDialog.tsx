import { useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { addLateJoiner, type LateJoiner, type LateJoinerRefusal } from '../../../../domain/lateJoiner.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { changeExercise } from '../../../../usecases/changeExercise.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { ChoiceField, PickField, TextField } from '../../../ui/form/fields.tsx'
import type { Problems, Values } from '../../../ui/form/formValues.ts'
import { useServices } from '../../../ui/services.tsx'

const empty: Values = {
  ...{ name: '', address: '', role: '', other: '', organisation: '' },
  ...{ side: 'partner', required: 'no' },
}

/** A role that is not on the roster yet. */
const otherRole = ' other'

const refusals: Readonly<Record<LateJoinerRefusal, readonly [field: string, sentence: string]>> = {
  'not-a-coordinator': ['', 'Only exercise coordinators add people.'],
  'called-off': ['', 'The exercise is called off.'],
  'no-name': ['name', 'Write their name.'],
  'no-role': ['role', 'Choose or write the role they come in.'],
  'not-an-address': ['address', 'This is no e-mail address.'],
  'already-there': ['address', 'They are on the roster already.'],
}

export interface LateJoinerDialogProps {
  readonly row: Stored<Exercise>
  readonly replace: (row: Stored<Exercise>) => void
  readonly onClose: () => void
  /** Goes on to the preview of what they will get. */
  readonly onAdded: () => void
}

/** Puts somebody on the roster after the invitation went out; only they will be e-mailed. */
export function LateJoinerDialog({ row, replace, onClose, onAdded }: LateJoinerDialogProps) {
  const { exercises, clock, me } = useServices()
  const announce = useAnnounce()
  const [values, setValues] = useState(empty)
  const [problems, setProblems] = useState<Problems>({})
  const [saving, setSaving] = useState(false)
  const save = async () => {
    if (saving) return
    setSaving(true)
    try {
      const joiner = joinerOf(values)
      const rule = (value: Exercise, { at }: { at: string }) =>
        addLateJoiner(value, joiner, { actor: me, at })
      const changed = await changeExercise({ exercises, clock }, { row, actor: me, rule })
      replace(changed.row)
      if (!changed.ok) return setProblems(problemOf(changed.code))
      announce(`${joiner.name} is on the roster. Nobody has been e-mailed yet.`)
      onAdded()
    } catch (thrown) {
      const why = isM365Error(thrown) ? thrown.message : 'It could not be saved.'
      setProblems({ '': `${why} What you typed is kept: try again.` })
    } finally {
      setSaving(false)
    }
  }
  return (
    <FormDialog
      title="Add somebody late"
      explanation="They alone get the invitation; nobody else is e-mailed. You see it before it is sent."
      saveLabel="Add and preview"
      values={values}
      problems={problems}
      saving={saving}
      restored={false}
      set={(name, value) => {
        setProblems({})
        setValues((now) => ({ ...now, [name]: value }))
      }}
      onSave={() => void save()}
      onStartAfresh={() => setValues(empty)}
      onClose={onClose}
    >
      <LateJoinerFields exercise={row.value} other={values.role === otherRole} />
    </FormDialog>
  )
}

function LateJoinerFields({ exercise, other }: { exercise: Exercise; other: boolean }) {
  const open = exercise.invitees.filter((one) => one.state !== 'known').map((one) => one.role)
  const roles = [...new Set([...open, ...exercise.invitees.map((one) => one.role)])]
  return (
    <>
      <TextField name="name" label="Name" required />
      <TextField name="address" label="E-mail address" type="email" required />
      <PickField
        name="role"
        label="Role"
        required
        hint={open.length > 0 ? 'Roles that nobody has come first; the place is filled.' : undefined}
        choices={[
          ['', 'Choose a role'],
          ...roles.map((role): [string, string] => [
            role,
            open.includes(role) ? `${role} (nobody yet)` : role,
          ]),
          [otherRole, 'Another role'],
        ]}
      />
      {other && <TextField name="other" label="Which role" required />}
      <TextField name="organisation" label="Organisation" />
      <ChoiceField
        name="side"
        label="Side"
        choices={[
          ['police', 'Police'],
          ['partner', 'Partner'],
        ]}
      />
      <ChoiceField
        name="required"
        label="Asked as"
        choices={[
          ['yes', 'Required'],
          ['no', 'Optional'],
        ]}
      />
    </>
  )
}

function joinerOf(values: Values): LateJoiner {
  const say = (name: string) => values[name] ?? ''
  return {
    name: say('name'),
    address: say('address'),
    role: say('role') === otherRole ? say('other') : say('role'),
    organisation: say('organisation'),
    side: say('side') === 'police' ? 'police' : 'partner',
    required: say('required') === 'yes',
  }
}

function problemOf(code: LateJoinerRefusal | 'changed-meanwhile'): Problems {
  if (code === 'changed-meanwhile')
    return { '': 'Others kept saving the exercise. Nothing was added; try again.' }
  const [field, sentence] = refusals[code]
  return { [field]: sentence }
}
