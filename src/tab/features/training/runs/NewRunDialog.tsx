import type { Course, CourseRun } from '../../../../domain/course.ts'
import { emptyRun } from '../../../../domain/runPlaces.ts'
import { enterRun } from '../../../../usecases/changeRun.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { ChoiceField, PickField, TextField } from '../../../ui/form/fields.tsx'
import { type Values, wordsOf } from '../../../ui/form/formValues.ts'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import { sayRunRefusal } from '../placeRefusals.ts'
import { usePlacesChanged } from '../usePlaceDeps.ts'
import { WhenAndWhere } from './RunFields.tsx'
import { fieldOfRefusal, readDay, wholeNumber } from './runForm.ts'
import type { RunsData } from './useRuns.ts'

const nothing: Stored<CourseRun> = {
  ...{ id: 'new', etag: '' },
  value: { ...emptyRun, key: '', courseKey: '', date: '', start: '', end: '', venue: '', capacity: 0 },
}

export interface NewRunDialogProps {
  readonly data: Pick<RunsData, 'courses' | 'venues' | 'openRun'>
  /** The course, where the button stood beside one. */
  readonly course?: Course
  readonly onClose: () => void
}

/** Enters a date on which a course is held. */
export function NewRunDialog({ data, course, onClose }: NewRunDialogProps) {
  const services = useServices()
  const changed = usePlacesChanged()
  const { venues } = data
  const edit = useEdit<CourseRun>({
    what: 'new date',
    row: nothing,
    start: () => ({ ...usual, courseKey: course?.key ?? '' }),
    async save(values): Promise<EditOutcome<CourseRun>> {
      const outcome = await enterRun(services, { entered: readRun(values, venues), actor: services.me })
      if (outcome.ok) return { ok: true, row: outcome.row }
      if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
      return { ok: false, problems: { [fieldOfRefusal(outcome.code)]: sayRunRefusal(outcome.code) } }
    },
    saved: 'The date is entered.',
    onSaved(row) {
      changed(row)
      data.openRun(row.value.key)
    },
    onClose,
  })
  return (
    <FormDialog {...edit} title="New date" saveLabel="Enter the date">
      <PickField name="courseKey" label="Course" required choices={courseChoices(data.courses)} />
      <WhenAndWhere venues={venues} />
      <TextField name="capacity" label="Places" type="number" required />
      <TextField
        name="minimum"
        label="Held from how many bookings on"
        type="number"
        hint="0: it is held however few come."
      />
      <TextField name="trainer" label="Trainer" />
      <ChoiceField
        name="open"
        label="Bookings"
        choices={[
          ['yes', 'Open at once'],
          ['no', 'Open later'],
        ]}
      />
    </FormDialog>
  )
}

const usual: Values = {
  ...{ date: '', start: '09:00', end: '17:00', venueKey: '', venue: '', capacity: '', minimum: '0' },
  ...{ trainer: '', open: 'yes' },
}

function readRun(values: Values, venues: RunsData['venues']) {
  return {
    ...readDay(values, venues),
    courseKey: wordsOf(values, 'courseKey'),
    capacity: wholeNumber(values, 'capacity'),
    minimum: wholeNumber(values, 'minimum'),
    trainer: wordsOf(values, 'trainer'),
    open: values.open !== 'no',
  }
}

function courseChoices(courses: readonly Course[]): readonly (readonly [string, string])[] {
  const offered = courses.filter(({ withdrawn }) => !withdrawn)
  const titles = offered.map(({ key, title }) => [key, title] as const)
  return [['', 'Choose a course'], ...titles.sort(([, one], [, other]) => one.localeCompare(other))]
}
