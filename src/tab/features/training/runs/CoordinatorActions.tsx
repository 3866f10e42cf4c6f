import { useState } from 'react'
import { hasBegun } from '../../../../domain/runTimes.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { BookForDialog } from '../booking/BookForDialog.tsx'
import { useNow } from '../useNow.ts'
import type { DatedRun } from './findRuns.ts'
import { RunChangeDialog } from './RunChangeDialog.tsx'
import { useRunPageStyles } from './RunPage.styles.ts'
import type { RunForm } from './runForm.ts'
import {
  allotForm,
  cancelForm,
  capacityForm,
  debriefForm,
  detailsForm,
  holdForm,
  moveForm,
  openForm,
} from './runForms.tsx'
import type { RunsData } from './useRuns.ts'

/** What coordinators do with a date. Only what can be done now is there. */
export function CoordinatorActions({ data, dated }: { data: RunsData; dated: DatedRun }) {
  const styles = useRunPageStyles()
  const now = useNow()
  const [form, setForm] = useState<RunForm | null>(null)
  const [booking, setBooking] = useState(false)
  const { run, course } = dated
  const begun = hasBegun(run, now)
  const forms = formsFor(run.status, begun)
  const row = data.rowOf(run.key)
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>For coordinators</h3>
      <div className={styles.actions}>
        {run.status === 'open' && !begun && (
          <DialogButton onClick={() => setBooking(true)}>Book for somebody</DialogButton>
        )}
        {forms.map((one) => (
          <DialogButton key={one.label} onClick={() => setForm(one)}>
            {one.label}
          </DialogButton>
        ))}
        {forms.length === 0 && <span className={styles.quiet}>A cancelled date stays as it is.</span>}
      </div>
      {form && row && (
        <RunChangeDialog
          key={form.label}
          form={form}
          row={row}
          venues={data.venues}
          onClose={() => setForm(null)}
        />
      )}
      {booking && course && <BookForDialog run={run} course={course} onClose={() => setBooking(false)} />}
    </section>
  )
}

function formsFor(status: DatedRun['run']['status'], begun: boolean): readonly RunForm[] {
  if (status === 'cancelled') return []
  if (status === 'held') return [debriefForm]
  const plan = [moveForm, capacityForm, allotForm, detailsForm]
  if (status === 'planned') return [openForm, ...plan, cancelForm]
  return begun ? [holdForm, debriefForm, moveForm, cancelForm] : [...plan, cancelForm]
}
