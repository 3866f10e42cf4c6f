import { reportScopes, reportSources } from '../../../../domain/report.ts'
import { addReport } from '../../../../usecases/enterReport.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { ChoiceField, DayField, PickField, TextField } from '../../../ui/form/fields.tsx'
import { namesOf, wordsOf } from '../../../ui/form/formValues.ts'
import { useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import type { RegisterRows } from '../useRegisterRows.ts'
import { precisionChoices, sayNewEntryRefusal } from './newEntryWords.ts'
import { scopeLabels, sourceLabels } from './reportWords.ts'

export interface NewReportDialogProps {
  readonly replaceReport: RegisterRows['replaceReport']
  /** Opens the new report's page. */
  readonly onAdded: (reportKey: string) => void
  readonly onClose: () => void
}

const nothing: Stored<null> = { id: '', etag: '', value: null }

/** A report that did not come in with a paper: a letter of the IOPC, a coroner's report, an internal review. */
export function NewReportDialog({ replaceReport, onAdded, onClose }: NewReportDialogProps) {
  const services = useServices()
  const edit = useEdit<null>({
    what: 'new report',
    row: nothing,
    start: () => ({ source: 'iopc-28a', scope: 'force', precision: 'day' }),
    save: async (values) => {
      const report = {
        title: wordsOf(values, 'title'),
        typeLine: wordsOf(values, 'typeLine'),
        published: wordsOf(values, 'day'),
        precision: values.precision === 'month' ? 'month' : 'day',
        source: reportSources.find((one) => one === values.source) ?? 'inspectorate',
        scope: reportScopes.find((one) => one === values.scope) ?? 'force',
        publishers: namesOf(values, 'publishers'),
      } as const
      const entered = await addReport(services, { report, actor: services.me })
      if (!entered.ok) return { ok: false, problems: sayNewEntryRefusal(entered.code) }
      replaceReport(entered.row)
      onAdded(entered.row.value.key)
      return { ok: true, row: nothing }
    },
    saved: 'Added. Its recommendations are added on its page.',
    onSaved: () => undefined,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title="Add a report"
      explanation="For what comes by letter. Reports in a board paper are read in on the Papers page."
      saveLabel="Add"
    >
      <TextField name="title" label="Title" required />
      <PickField
        name="source"
        label="Source"
        choices={reportSources.map((one) => [one, sourceLabels[one]])}
      />
      <PickField name="scope" label="Scope" choices={reportScopes.map((one) => [one, scopeLabels[one]])} />
      <TextField name="publishers" label="Published by" hint="Separated by commas, such as: IOPC" />
      <TextField name="typeLine" label="Line under the title" hint="As the board's paper should print it" />
      <DayField name="day" label="Published, or made" required />
      <ChoiceField name="precision" label="What is known" choices={precisionChoices} />
    </FormDialog>
  )
}
