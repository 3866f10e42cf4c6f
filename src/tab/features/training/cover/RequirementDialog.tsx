import type { Requirement } from '../../../../domain/requirement.ts'
import { createRequirement, saveRequirementChange } from '../../../../usecases/changeRequirement.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import {
  ChoiceField,
  DayField,
  LongField,
  PickField,
  TextField,
  useFields,
} from '../../../ui/form/fields.tsx'
import { useEdit } from '../../../ui/form/useEdit.ts'
import { useRows } from '../../../ui/rows.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { draftOf, kindChoices, requirementValues, savedOutcome } from './requirementForm.ts'

export interface RequirementDialogProps {
  /** The requirement to change; a new one without it. */
  readonly row: Stored<Requirement> | null
  readonly onSaved: (row: Stored<Requirement>) => void
  readonly onClose: () => void
}

const nothing: Omit<Requirement, 'from'> = {
  ...{ key: '', title: '', courseKey: '', roles: [], kind: 'once', everyMonths: null, graceDays: 30 },
  ...{ because: '', exemptions: [], retired: false, history: [] },
}

/** Which roles need which course, how often, from when, with what grace. */
export function RequirementDialog({ row, onSaved, onClose }: RequirementDialogProps) {
  const services = useServices()
  const today = useToday()
  const actor = services.me
  const edit = useEdit<Requirement>({
    what: row ? `requirement ${row.id}` : 'new requirement',
    row: row ?? { id: 'new', etag: '', value: { ...nothing, from: today } },
    start: requirementValues,
    async save(values, base) {
      const draft = draftOf(values)
      const why = values.why ?? ''
      if (row === null) return savedOutcome(await createRequirement(services, { draft, why, actor }))
      const change = { does: 'change', draft, why } as const
      return savedOutcome(await saveRequirementChange(services, { row: base, change, actor }))
    },
    saved: 'Saved. The cover is counted anew within a minute or two.',
    onSaved,
    onClose,
  })
  return (
    <FormDialog {...edit} title={row ? 'Change the requirement' : 'New requirement'} saveLabel="Save">
      <Fields isNew={row === null} />
    </FormDialog>
  )
}

function Fields({ isNew }: { isNew: boolean }) {
  const services = useServices()
  const { values } = useFields()
  const courses = useRows('courses', services.courses).held?.rows ?? []
  return (
    <>
      <TextField name="title" label="Title" required />
      <PickField
        name="courseKey"
        label="Course"
        required
        choices={[['', 'Choose a course'], ...courses.map(({ value }) => [value.key, value.title] as const)]}
      />
      <LongField
        name="roles"
        label="Roles that need it"
        hint="One in each line, as the staff list writes them."
        required
      />
      <ChoiceField name="kind" label="How often" choices={kindChoices} />
      {values.kind !== 'once' && <TextField name="everyMonths" label="Months" type="number" required />}
      <DayField name="from" label="From" required />
      {values.kind !== 'rotational' && (
        <TextField name="graceDays" label="Days of grace for whoever is new in the role" type="number" />
      )}
      <TextField name="because" label="Because of" hint="Such as IX/3841/20" />
      <TextField name="why" label={isNew ? 'Why it is asked for' : 'Why it changes'} required={!isNew} />
    </>
  )
}
