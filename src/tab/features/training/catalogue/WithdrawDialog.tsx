import type { Course } from '../../../../domain/course.ts'
import { editCourse } from '../../../../usecases/changeCourse.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { LongField } from '../../../ui/form/fields.tsx'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import { fieldOfCourseRefusal, sayCourseRefusal } from './courseForm.ts'

/** Takes a course out of the catalogue, or puts it back, with the reason. */
export function WithdrawDialog(props: {
  row: Stored<Course>
  onSaved: (row: Stored<Course>) => void
  onClose: () => void
}) {
  const { row, onSaved, onClose } = props
  const services = useServices()
  const withdrawn = !row.value.withdrawn
  const edit = useEdit<Course>({
    what: `offer course ${row.id}`,
    row,
    start: () => ({ why: '' }),
    async save(values, { id, etag }): Promise<EditOutcome<Course>> {
      const outcome = await editCourse(services, {
        ...{ id, etag, actor: services.me, why: values.why ?? '' },
        edit: { does: 'withdraw', withdrawn },
      })
      if (outcome.ok) return { ok: true, row: outcome.row }
      if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
      return {
        ok: false,
        problems: { [fieldOfCourseRefusal[outcome.code] ?? '']: sayCourseRefusal(outcome.code) },
      }
    },
    saved: withdrawn ? 'It is no longer offered.' : 'It is offered again.',
    onSaved,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={withdrawn ? `Stop offering ${row.value.title}` : `Offer ${row.value.title} again`}
      explanation={
        withdrawn
          ? 'Nobody can book it any more. Places that are booked, dates and what people have finished stay.'
          : 'People can book its dates again.'
      }
      saveLabel={withdrawn ? 'Stop offering it' : 'Offer it again'}
    >
      <LongField name="why" label="Why" required />
    </FormDialog>
  )
}
