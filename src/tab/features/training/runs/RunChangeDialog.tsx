import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { CourseRun } from '../../../../domain/course.ts'
import type { Venue } from '../../../../domain/venue.ts'
import { changeRun } from '../../../../usecases/changeRun.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { useServices, useToday } from '../../../ui/services.tsx'
import { sayRunRefusal } from '../placeRefusals.ts'
import { usePlaceDeps, usePlacesChanged } from '../usePlaceDeps.ts'
import { fieldOfRefusal, type RunForm } from './runForm.ts'

export interface RunChangeDialogProps {
  readonly form: RunForm
  readonly row: Stored<CourseRun>
  readonly venues: readonly Venue[]
  readonly onClose: () => void
}

/** One change of a date, in a window of its own. What was typed stays until it is saved. */
export function RunChangeDialog({ form, row, venues, onClose }: RunChangeDialogProps) {
  const { me } = useServices()
  const today = useToday()
  const deps = usePlaceDeps()
  const changed = usePlacesChanged()
  const edit = useEdit<CourseRun>({
    what: `date ${row.id} ${form.label}`,
    row,
    start: form.start,
    async save(values, base): Promise<EditOutcome<CourseRun>> {
      const change = form.read(values, { run: base.value, venues, today })
      const input = { runKey: base.value.key, change, actor: me, seen: base.value }
      const outcome = await changeRun(deps, input)
      if (outcome.ok) return { ok: true, row: outcome.row }
      if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
      return { ok: false, problems: { [fieldOfRefusal(outcome.code)]: sayRunRefusal(outcome.code) } }
    },
    saved: form.saved,
    onSaved: changed,
    onClose,
  })
  const { Fields } = form
  return (
    <FormDialog
      {...edit}
      title={form.title}
      explanation={form.explain(row.value)}
      saveLabel={form.saveLabel}
      bars={edit.theirs && <ChangedBar />}
    >
      <Fields run={row.value} venues={venues} today={today} />
    </FormDialog>
  )
}

function ChangedBar() {
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        Somebody else changed this date before you. It is shown behind this window as it is now; what you
        typed stays below, and Save puts it in place of theirs.
      </MessageBarBody>
    </MessageBar>
  )
}
