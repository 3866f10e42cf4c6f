import { type Report, reportScopes, reportSources } from '../../../../domain/report.ts'
import { editReport } from '../../../../usecases/editReport.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { PickField, TextField } from '../../../ui/form/fields.tsx'
import { namesOf } from '../../../ui/form/formValues.ts'
import { useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import { SavedMeanwhile } from './ClockDialog.tsx'
import { sayReportRefusal, scopeLabels, sourceLabels } from './reportWords.ts'

export interface FactsDialogProps {
  readonly report: Stored<Report>
  readonly onSaved: (report: Stored<Report>) => void
  readonly onClose: () => void
}

/** Where a report comes from, whom it looks at, and who published it; the paper's own words stay as they are. */
export function FactsDialog({ report, onSaved, onClose }: FactsDialogProps) {
  const services = useServices()
  const edit = useEdit<Report>({
    what: `report ${report.id}`,
    row: report,
    start: ({ source, scope, publishers }) => ({ source, scope, publishers: publishers.join(', ') }),
    save: async (values, { id, etag, value }) => {
      const change = {
        does: 'set-facts',
        source: reportSources.find((one) => one === values.source) ?? value.source,
        scope: reportScopes.find((one) => one === values.scope) ?? value.scope,
        publishers: namesOf(values, 'publishers'),
      } as const
      const outcome = await editReport(services, { id, etag, change, actor: services.me })
      if (outcome.ok) return { ok: true, row: outcome.report }
      if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
      return { ok: false, problems: sayReportRefusal(outcome.code) }
    },
    saved: 'Saved. The report is up to date.',
    onSaved,
    onClose,
  })
  return (
    <FormDialog {...edit} title="About this report" saveLabel="Save" bars={edit.theirs && <SavedMeanwhile />}>
      <PickField
        name="source"
        label="Source"
        choices={reportSources.map((one) => [one, sourceLabels[one]])}
      />
      <PickField name="scope" label="Scope" choices={reportScopes.map((one) => [one, scopeLabels[one]])} />
      <TextField
        name="publishers"
        label="Published by"
        hint="Separated by commas, such as: HMICFRS, HMCPSI"
      />
    </FormDialog>
  )
}
