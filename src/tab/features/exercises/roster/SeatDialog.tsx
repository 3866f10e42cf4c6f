import type { Exercise, Invitee } from '../../../../domain/exercise.ts'
import { typedSeat } from '../../../../domain/rosterEdits.ts'
import { fillRoster } from '../../../../usecases/fillRoster.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { ChoiceField, LongField, TextField, useFields } from '../../../ui/form/fields.tsx'
import type { Values } from '../../../ui/form/formValues.ts'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { PeopleSearchBox } from '../../../ui/PeopleSearchBox.tsx'
import { useServices } from '../../../ui/services.tsx'
import { placeWords, sayNotSaved } from './rosterWords.ts'

export interface SeatDialogProps {
  readonly row: Stored<Exercise>
  /** Place in the exercise's list; null for a new one. */
  readonly index: number | null
  readonly replace: (row: Stored<Exercise>) => void
  readonly onClose: () => void
}

const emptySeat: Invitee = {
  ...{ role: '', organisation: '', side: 'partner', required: false, state: 'known' },
  ...{ name: '', address: '', response: 'none' },
}

const stateChoices = [
  ['known', placeWords.known],
  ['vacant', placeWords.vacant],
  ['unknown', placeWords.unknown],
] as const

/** One place of an exercise, filled by hand: a person who was found or typed in, or nobody. */
export function SeatDialog({ row, index, replace, onClose }: SeatDialogProps) {
  const { exercises, clock, me } = useServices()
  const before = index === null ? emptySeat : (row.value.invitees[index] ?? emptySeat)
  const edit = useEdit<Exercise>({
    what: `place ${row.id} ${index ?? 'new'}`,
    row,
    start: () => startOf(before),
    save: async (values, base): Promise<EditOutcome<Exercise>> => {
      const goes = index !== null && values.state === 'gone'
      if (index !== null && base.value.invitees[index]?.role !== before.role)
        return {
          ok: false,
          problems: { '': 'The places were changed in between. Close this and open it again.' },
        }
      const invitees = goes
        ? base.value.invitees.filter((_one, at) => at !== index)
        : withSeat(base.value.invitees, index, seatOf(before, values))
      const { id, etag } = base
      const outcome = await fillRoster(
        { exercises, clock },
        { id, etag, invitees, why: values.why ?? '', actor: me },
      )
      if (outcome.ok) return { ok: true, row: outcome.row }
      if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
      return { ok: false, problems: { [fieldOf[outcome.code] ?? '']: sayNotSaved(outcome) } }
    },
    saved: 'Saved. Nobody is told before the next invitation.',
    onSaved: replace,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={index === null ? 'Add a place' : `Change the place ${before.role}`}
      explanation="Nobody is told by this: the next invitation carries it."
      saveLabel={index === null ? 'Add' : 'Save'}
      bars={
        <PeopleSearchBox
          label="Find a colleague, or a person you have written to"
          onChoose={(person) => {
            edit.set('name', person.name)
            edit.set('address', person.address)
            edit.set('state', 'known')
            if (!edit.values.organisation) edit.set('organisation', person.organisation)
            edit.set('side', person.inside ? 'police' : 'partner')
            edit.set('personRef', person.objectId)
            edit.set('foundAddress', person.address)
          }}
        />
      }
    >
      <TextField name="role" label="Role" required />
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
        label="Is the role required?"
        choices={[
          ['yes', 'Required'],
          ['', 'Optional'],
        ]}
      />
      <ChoiceField
        name="state"
        label="The place is"
        choices={
          index === null ? stateChoices : [...stateChoices, ['gone', 'Not wanted here any more'] as const]
        }
      />
      <TextField name="organisation" label="Organisation" />
      <PersonFields />
      {row.value.invitation !== null && (
        <LongField name="why" label="Why does the place change?" required rows={2} />
      )}
    </FormDialog>
  )
}

function PersonFields() {
  const { values } = useFields()
  if (values.state !== 'known') return null
  return (
    <>
      <TextField name="name" label="Name" required />
      <TextField name="address" label="E-mail address" required />
    </>
  )
}

const fieldOf: Readonly<Record<string, string>> = {
  'no-role': 'role',
  'no-name': 'name',
  'bad-address': 'address',
  'no-why': 'why',
}

function startOf(seat: Invitee): Values {
  return {
    ...{ role: seat.role, side: seat.side, required: seat.required ? 'yes' : '', state: seat.state },
    ...{ organisation: seat.organisation, name: seat.name, address: seat.address },
    ...{ personRef: seat.personRef ?? '', why: '' },
  }
}

function seatOf(before: Invitee, values: Values): Invitee {
  const state = values.state === 'vacant' || values.state === 'unknown' ? values.state : 'known'
  const { role = '', organisation = '', name = '', address = '' } = values
  const personRef = values.foundAddress === address ? values.personRef : ''
  const required = values.required === 'yes'
  const seat = typedSeat(before, { role, organisation, name, address, required, state }, personRef)
  const side = values.side === 'police' ? 'police' : 'partner'
  const sector = side === 'police' ? 'police' : seat.sector === 'police' ? undefined : seat.sector
  return { ...seat, side, sector }
}

function withSeat(invitees: readonly Invitee[], index: number | null, seat: Invitee): readonly Invitee[] {
  return index === null ? [...invitees, seat] : invitees.map((one, at) => (at === index ? seat : one))
}
