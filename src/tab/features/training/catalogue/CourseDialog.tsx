import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Course } from '../../../../domain/course.ts'
import { addCourse, editCourse } from '../../../../usecases/changeCourse.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import { CourseFields } from './CourseFields.tsx'
import { emptyCourse, factsOf, fieldOfCourseRefusal, sayCourseRefusal, valuesOf } from './courseForm.ts'

export interface CourseDialogProps {
  /** The course to change; a new one without it. */
  readonly row: Stored<Course> | null
  readonly onSaved: (row: Stored<Course>) => void
  readonly onClose: () => void
}

/** All that the catalogue says of a course. Every change keeps its reason. */
export function CourseDialog({ row, onSaved, onClose }: CourseDialogProps) {
  const services = useServices()
  const actor = services.me
  const edit = useEdit<Course>({
    what: row ? `course ${row.id}` : 'new course',
    row: row ?? { id: 'new', etag: '', value: emptyCourse },
    start: valuesOf,
    async save(values, base): Promise<EditOutcome<Course>> {
      const facts = factsOf(values)
      const why = values.why ?? ''
      const outcome = row
        ? await editCourse(services, {
            id: base.id,
            etag: base.etag,
            edit: { does: 'change', facts },
            why,
            actor,
          })
        : await addCourse(services, { facts, why, actor })
      if (outcome.ok) return { ok: true, row: outcome.row }
      if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
      return {
        ok: false,
        problems: { [fieldOfCourseRefusal[outcome.code] ?? '']: sayCourseRefusal(outcome.code) },
      }
    },
    saved: row ? 'The course is saved.' : 'The course is in the catalogue.',
    onSaved,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={row ? `Change ${row.value.title}` : 'New course'}
      explanation="These are the facts that questions under the Freedom of Information Act ask for. Leave open what nobody knows yet."
      saveLabel="Save"
      bars={edit.theirs && <ChangedBar />}
    >
      <CourseFields isNew={row === null} />
    </FormDialog>
  )
}

function ChangedBar() {
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        Somebody else changed this course before you; it is shown behind this window as it is now. What you
        typed stays below, and Save puts it in place of theirs.
      </MessageBarBody>
    </MessageBar>
  )
}
