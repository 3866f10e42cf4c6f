import { writeDate } from '../../../../../domain/calendarDays.ts'
import type { CourseRun } from '../../../../../domain/course.ts'
import { openDispute } from '../../../../../usecases/settleDispute.ts'
import { FormDialog } from '../../../../ui/form/FormDialog.tsx'
import { LongField, PickField } from '../../../../ui/form/fields.tsx'
import { namesOf } from '../../../../ui/form/formValues.ts'
import { useServices } from '../../../../ui/services.tsx'
import { useForm } from '../useForm.ts'
import { refusalWords } from './disputeWords.ts'

/** Writes down that agencies do not agree about places. */
export function RaiseDialog(props: {
  readonly runs: readonly CourseRun[]
  readonly titleOf: (courseKey: string) => string
  readonly onSaved: () => void
  readonly onClose: () => void
}) {
  const { disputes, clock, me } = useServices()
  const form = useForm({
    what: 'new dispute',
    start: { run: '', agencies: '', words: '' },
    async save(values) {
      const outcome = await openDispute(
        { disputes, clock },
        {
          ...{ runKey: values.run ?? '', agencies: namesOf(values, 'agencies') },
          ...{ note: values.words ?? '', actor: me },
        },
      )
      if (outcome.ok) props.onSaved()
      return outcome.ok || outcome.code === 'changed-meanwhile' ? null : problemOf(outcome.code)
    },
    saved: 'The dispute is written down.',
    onClose: props.onClose,
  })
  return (
    <FormDialog {...form} title="A dispute over places" saveLabel="Write it down">
      <PickField
        name="run"
        label="Date"
        required
        choices={[
          ['', 'Choose the date'],
          ...props.runs.map(
            ({ key, courseKey, date }) => [key, `${props.titleOf(courseKey)}, ${writeDate(date)}`] as const,
          ),
        ]}
      />
      <LongField name="agencies" label="Agencies" hint="One on each line." required />
      <LongField name="words" label="What they do not agree about" required rows={4} />
    </FormDialog>
  )
}

/** The sentence of a refusal beside its field. */
export function problemOf(code: keyof typeof refusalWords): Readonly<Record<string, string>> {
  const [field, words] = refusalWords[code]
  return { [field]: words }
}
