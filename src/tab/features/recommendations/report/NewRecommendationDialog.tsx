import { kindWords, recommendationKinds } from '../../../../domain/recommendation.ts'
import type { Report } from '../../../../domain/report.ts'
import { addRecommendation } from '../../../../usecases/enterReport.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { ChoiceField, DayField, LongField, PickField, TextField } from '../../../ui/form/fields.tsx'
import { wordsOf } from '../../../ui/form/formValues.ts'
import { useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import type { RegisterRows } from '../useRegisterRows.ts'
import { precisionChoices, sayNewEntryRefusal } from './newEntryWords.ts'

export interface NewRecommendationDialogProps {
  readonly report: Stored<Report>
  readonly register: RegisterRows
  readonly onClose: () => void
}

/** A recommendation that did not come in with a paper, as the report words it. */
export function NewRecommendationDialog({ report, register, onClose }: NewRecommendationDialogProps) {
  const services = useServices()
  const edit = useEdit<Report>({
    what: `new recommendation of ${report.value.key}`,
    row: report,
    start: () => ({ kind: 'recommendation', number: '', text: '', day: '', precision: 'day' }),
    save: async (values) => {
      const recommendation = {
        reportKey: report.value.key,
        number: wordsOf(values, 'number'),
        kind: recommendationKinds.find((kind) => kind === values.kind) ?? 'recommendation',
        text: wordsOf(values, 'text'),
        due: wordsOf(values, 'day') || null,
        precision: values.precision === 'month' ? 'month' : 'day',
      } as const
      const order = 1 + Math.max(0, ...[...register.rows.values()].map((row) => row.value.order))
      const entered = await addRecommendation(services, { recommendation, order, actor: services.me })
      if (!entered.ok) return { ok: false, problems: sayNewEntryRefusal(entered.code) }
      register.replaceRow(entered.row)
      return { ok: true, row: report }
    },
    saved: 'Added. It is AMBER, and nobody owns it yet.',
    onSaved: () => undefined,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title="Add a recommendation"
      explanation="It starts as AMBER, being considered. Owner, deadline and the rest are decided on its page."
      saveLabel="Add"
    >
      <PickField
        name="kind"
        label="Kind"
        choices={recommendationKinds.map((kind) => [kind, kindWords[kind]])}
      />
      <TextField name="number" label="Number in the report" hint="Such as 4 or 4a" required />
      <LongField name="text" label="What is recommended" required />
      <DayField name="day" label="Due" hint="Leave it empty where the report sets no day" />
      <ChoiceField name="precision" label="The report names" choices={precisionChoices} />
    </FormDialog>
  )
}
