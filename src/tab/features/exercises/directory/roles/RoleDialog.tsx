import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { sectors } from '../../../../../domain/exercise.ts'
import { plainRole, type RoleTemplate } from '../../../../../domain/roleTemplate.ts'
import { FormDialog } from '../../../../ui/form/FormDialog.tsx'
import { LongField, PickField, TextField, useFields } from '../../../../ui/form/fields.tsx'
import { namesOf, type Values, wordsOf } from '../../../../ui/form/formValues.ts'
import { type EditOutcome, useEdit } from '../../../../ui/form/useEdit.ts'
import { sectorNames } from '../directoryWords.ts'
import { sayNotKept } from './roleWords.ts'
import type { TypeInHand, TypeRow } from './useExerciseType.ts'

export interface RoleDialogProps {
  readonly hand: TypeInHand
  /** Place of the role in the list; null for a new one. */
  readonly index: number | null
  readonly onClose: () => void
}

const empty = plainRole('', 'partner', 'other')
const sectorChoices = sectors.map((sector) => [sector, sectorNames[sector]] as const)

/** One role of a type of exercise. */
export function RoleDialog({ hand, index, onClose }: RoleDialogProps) {
  const before = index === null ? empty : (hand.type.roles[index] ?? empty)
  const [base] = useState<TypeRow>({ type: hand.type, setting: hand.setting })
  const keep = async (roles: readonly RoleTemplate[]): Promise<EditOutcome<RoleTemplate>> => {
    const outcome = await hand.keepRoles(roles, base)
    return outcome.ok || outcome.code === 'nothing-changed'
      ? { ok: true, row: { id: '', etag: '', value: before } }
      : { ok: false, problems: { '': sayNotKept(outcome) } }
  }
  const { roles } = base.type
  const edit = useEdit<RoleTemplate>({
    what: `role ${hand.type.key} ${index ?? 'new'}`,
    row: { id: '', etag: base.setting?.etag ?? '', value: before },
    start: startOf,
    save: (values) => {
      const role = readRole(values)
      return keep(index === null ? [...roles, role] : roles.map((one, at) => (at === index ? role : one)))
    },
    saved: 'The roles are saved.',
    onSaved: () => undefined,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={index === null ? 'Add a role' : `Change ${before.role}`}
      explanation={`A role that belongs in the room of ${hand.type.name}.`}
      saveLabel={index === null ? 'Add' : 'Save'}
    >
      <TextField name="role" label="Role" required hint="As it is written in the invitation." />
      <LongField
        name="alsoCalled"
        label="Also called"
        rows={2}
        hint="Other names that posts and directories use, one on each line."
      />
      <PickField name="sector" label="Sector" choices={sectorChoices} />
      <Tick name="required" label="Required: the exercise is not worth while without it" />
      <Tick name="each" label="Every holder is asked, not one: all superintendents, each authority" />
      <Tick name="panel" label="Sits on the Diamond Panel" />
      <Tick name="condition" label="Only where the body has its headquarters in a borough of the unit" />
      {index !== null && (
        <div>
          <Button
            disabledFocusable={edit.saving}
            onClick={async () => {
              const outcome = await keep(roles.filter((_one, at) => at !== index))
              if (outcome.ok) onClose()
            }}
          >
            Ask for this role no more
          </Button>
        </div>
      )}
    </FormDialog>
  )
}

/** Yes or no, kept as text like every other field. */
function Tick({ name, label }: { name: string; label: string }) {
  const { values, set } = useFields()
  return (
    <Checkbox
      label={label}
      checked={values[name] === 'yes'}
      onChange={(_event, data) => set(name, data.checked === true ? 'yes' : '')}
    />
  )
}

const tick = (yes: boolean) => (yes ? 'yes' : '')

function startOf(role: RoleTemplate): Values {
  return {
    ...{ role: role.role, alsoCalled: role.alsoCalled.join('\n'), sector: role.sector },
    ...{ required: tick(role.required), each: tick(role.each), panel: tick(role.panel) },
    condition: tick(role.condition !== null),
  }
}

/** Police are those of the sector police: nobody has to say it twice. */
function readRole(values: Values): RoleTemplate {
  const sector = sectors.find((one) => one === values.sector) ?? 'other'
  const side = sector === 'police' ? 'police' : 'partner'
  return {
    ...{ role: wordsOf(values, 'role'), side, sector, alsoCalled: namesOf(values, 'alsoCalled') },
    ...{ required: values.required === 'yes', each: values.each === 'yes', panel: values.panel === 'yes' },
    condition: values.condition === 'yes' && side === 'partner' ? 'headquarters-in-unit' : null,
  }
}
