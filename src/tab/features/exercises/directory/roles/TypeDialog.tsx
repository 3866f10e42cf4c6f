import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { type ExerciseType, readExerciseType } from '../../../../../domain/exerciseType.ts'
import type { Setting } from '../../../../../domain/setting.ts'
import { changeExerciseType } from '../../../../../usecases/changeExerciseSetting.ts'
import type { Stored } from '../../../../../usecases/ports.ts'
import { FormDialog } from '../../../../ui/form/FormDialog.tsx'
import { LongField, TextField } from '../../../../ui/form/fields.tsx'
import { type EditOutcome, useEdit } from '../../../../ui/form/useEdit.ts'
import type { Rows } from '../../../../ui/rows.tsx'
import { type Services, useServices } from '../../../../ui/services.tsx'
import { PairedFields, TimeField } from '../../programme/TimeField.tsx'
import { sayNotKept } from './roleWords.ts'
import { typeIn, typeProblems, valuesOfType } from './typeForm.ts'
import type { TypeInHand } from './useExerciseType.ts'

export interface TypeDialogProps {
  readonly hand: TypeInHand
  /** A new kind, which begins with the roles of the one in hand. */
  readonly isNew: boolean
  readonly list: Rows<Setting>
  readonly onSaved: (key: string) => void
  readonly onClose: () => void
}

/** What exercises of a kind are called and begin with, apart from their roles. */
export function TypeDialog({ hand, isNew, list, onSaved, onClose }: TypeDialogProps) {
  const services = useServices()
  const { type, setting } = hand
  const others = isNew ? hand.types : hand.types.filter(({ key }) => key !== type.key)
  const edit = useEdit<ExerciseType>({
    what: isNew ? 'new kind of exercise' : `kind of exercise ${type.key}`,
    row: { id: type.key, etag: isNew ? '' : (setting?.etag ?? ''), value: type },
    start: (value) => valuesOfType(isNew ? null : value),
    save: async (values, base) => {
      const wanted = typeIn(values, base.value, isNew)
      const problems = typeProblems(wanted, others)
      if (Object.keys(problems).length > 0) return { ok: false, problems }
      return save(services, list, wanted, base.etag)
    },
    saved: 'Saved.',
    onSaved: (row) => onSaved(row.value.key),
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={isNew ? 'A new kind of exercise' : `Change ${type.name}`}
      explanation={isNew ? `It begins with the roles of ${type.name}; change them afterwards.` : undefined}
      saveLabel="Save"
      bars={edit.theirs && <TheirType />}
    >
      {isNew && (
        <TextField
          name="name"
          label="Name"
          required
          hint="As it stands in the subject of invitations. It stays: exercises are known by it."
        />
      )}
      <TextField name="fullName" label="Full name" />
      <LongField name="about" label="What it is" hint="A sentence or two; partners read it." />
      <PairedFields>
        <TimeField name="start" label="Usually starts" required />
        <TimeField name="end" label="Usually ends" required />
      </PairedFields>
      <LongField name="agenda" label="Agenda" hint="New exercises begin with it." />
      <LongField name="joining" label="Joining instructions" hint="New exercises begin with them." />
    </FormDialog>
  )
}

function TheirType() {
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        Somebody saved this kind of exercise before you. What you typed stays below; Save puts it in place of
        theirs, and keeps the roles as they are now.
      </MessageBarBody>
    </MessageBar>
  )
}

async function save(
  { settings, clock, me }: Services,
  list: Rows<Setting>,
  type: ExerciseType,
  etag: string,
): Promise<EditOutcome<ExerciseType>> {
  const outcome = await changeExerciseType({ settings, clock }, { type, etag: etag || null, actor: me })
  if (outcome.ok) {
    list.replace(outcome.row)
    list.refresh()
    return { ok: true, row: { id: type.key, etag: outcome.row.etag, value: type } }
  }
  if (outcome.code !== 'changed-meanwhile') return { ok: false, problems: { '': sayNotKept(outcome) } }
  list.replace(outcome.theirs)
  return { ok: false, theirs: typeOf(outcome.theirs, type) }
}

function typeOf({ etag, value }: Stored<Setting>, otherwise: ExerciseType): Stored<ExerciseType> {
  return { id: otherwise.key, etag, value: readExerciseType(parsed(value.value)) ?? otherwise }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
