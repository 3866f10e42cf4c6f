import { useQuery } from '@tanstack/react-query'
import type { Requirement } from '../../../../domain/requirement.ts'
import { saveRequirementChange } from '../../../../usecases/changeRequirement.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { ChoiceField, DayField, LongField, PickField, useFields } from '../../../ui/form/fields.tsx'
import { useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import { savedOutcome } from './requirementForm.ts'

interface Props {
  readonly row: Stored<Requirement>
  readonly onSaved: (row: Stored<Requirement>) => void
  readonly onClose: () => void
}

/** Ends what is asked for, or begins it again; what people have finished stays. */
export function RetireDialog({ row, onSaved, onClose }: Props) {
  const services = useServices()
  const does = row.value.retired ? 'revive' : 'retire'
  const edit = useEdit<Requirement>({
    ...{ what: `retire requirement ${row.id}`, row, start: () => ({ why: '' }), onSaved, onClose },
    save: async (values, base) =>
      savedOutcome(
        await saveRequirementChange(services, {
          ...{ row: base, change: { does, why: values.why ?? '' }, actor: services.me },
        }),
      ),
    saved: does === 'retire' ? 'It is asked for no more.' : 'It is asked for again.',
  })
  return (
    <FormDialog
      {...edit}
      title={does === 'retire' ? 'Ask for it no more' : 'Ask for it again'}
      explanation={
        does === 'retire' ? 'Nobody counts as uncovered any more; what people have finished stays.' : ''
      }
      saveLabel={does === 'retire' ? 'End it' : 'Begin again'}
    >
      <LongField name="why" label="Why" required />
    </FormDialog>
  )
}

/** Says that it does not apply to somebody, until a day or for good; or that it does again. */
export function ExemptDialog({ row, onSaved, onClose }: Props) {
  const services = useServices()
  const edit = useEdit<Requirement>({
    ...{ what: `exempt from requirement ${row.id}`, row, onSaved, onClose },
    start: () => ({ does: 'exempt', person: '', until: '', why: '' }),
    save: async (values, base) => {
      const [person = '', personName = ''] = (values.person ?? '').split('|')
      const why = values.why ?? ''
      const change =
        values.does === 'exempt'
          ? ({ does: 'exempt', person, personName, until: values.until || null, why } as const)
          : ({ does: 'exempt-no-more', person, why } as const)
      return savedOutcome(await saveRequirementChange(services, { row: base, change, actor: services.me }))
    },
    saved: 'Saved. The cover is counted anew within a minute or two.',
  })
  return (
    <FormDialog {...edit} title="Exempt somebody" saveLabel="Save">
      <Fields requirement={row.value} />
    </FormDialog>
  )
}

function Fields({ requirement }: { requirement: Requirement }) {
  const { staff } = useServices()
  const { values } = useFields()
  const people = useQuery({
    queryKey: ['training', 'in-roles', requirement.roles],
    queryFn: async () =>
      (await Promise.all(requirement.roles.map((role) => staff.ofRole(role)))).flatMap(({ rows }) => rows),
    staleTime: 60_000,
  })
  const begins = values.does === 'exempt'
  const choices = begins
    ? (people.data ?? [])
        .map(({ value }) => [`${value.key}|${value.name}`, `${value.name}, ${value.team}`] as const)
        .sort(([, one], [, other]) => one.localeCompare(other))
    : requirement.exemptions.map(({ person, personName }) => [`${person}|${personName}`, personName] as const)
  return (
    <>
      {requirement.exemptions.length > 0 && (
        <ChoiceField
          name="does"
          label="What"
          choices={[
            ['exempt', 'It does not apply to somebody'],
            ['exempt-no-more', 'It applies to somebody again'],
          ]}
        />
      )}
      <PickField
        name="person"
        label="Who"
        required
        choices={[['', people.isPending ? 'Reading the people…' : 'Choose a person'], ...choices]}
      />
      {begins && <DayField name="until" label="Until" hint="Leave it empty where it has no end." />}
      <LongField name="why" label="Why" required />
    </>
  )
}
