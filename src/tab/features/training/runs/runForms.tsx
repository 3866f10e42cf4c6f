import type { CourseRun } from '../../../../domain/course.ts'
import { LongField, TextField } from '../../../ui/form/fields.tsx'
import { wordsOf } from '../../../ui/form/formValues.ts'
import { count } from '../placeWords.ts'
import { AllotmentFields, allotmentValues, readAllotments, WhenAndWhere } from './RunFields.tsx'
import { type RunForm, readDay, wholeNumber } from './runForm.ts'

/** How many people hear of it: everybody with a place, an offer or a place in the line. */
function toldOf({ seats, waiting }: CourseRun): string {
  const people = seats.length + waiting.length
  return people === 0
    ? 'Nobody is on this date, so nobody has to be told.'
    : `${count(people, 'person is', 'people are')} on this date; all of them are told, with the reason you give.`
}

const why = <LongField name="why" label="Why" required hint="Everybody on this date reads it." />
const whyForHistory = <TextField name="why" label="Why" hint="For the history of this date." />

/** Another day, other times or another place. */
export const moveForm: RunForm = {
  label: 'Move',
  title: 'Move this date',
  saveLabel: 'Move it',
  explain: (run) => `${toldOf(run)} The event in their Outlook calendars moves with it.`,
  start: ({ date, start, end, venue, venueKey }) => ({ date, start, end, venue, venueKey, why: '' }),
  read: (values, { venues }) => ({ does: 'move', ...readDay(values, venues), why: wordsOf(values, 'why') }),
  Fields: ({ venues }) => (
    <>
      <WhenAndWhere venues={venues} />
      {why}
    </>
  ),
  saved: 'Moved. Those who are on it are told.',
}

/** The date is not held. */
export const cancelForm: RunForm = {
  label: 'Cancel',
  title: 'Cancel this date',
  saveLabel: 'Cancel this date',
  explain: (run) => `${toldOf(run)} This cannot be taken back; enter a new date instead.`,
  start: () => ({ why: '' }),
  read: (values) => ({ does: 'cancel', why: wordsOf(values, 'why') }),
  Fields: () => why,
  saved: 'Cancelled. Those who were on it are told.',
}

/** More places, or fewer. */
export const capacityForm: RunForm = {
  label: 'Number of places',
  title: 'Number of places',
  saveLabel: 'Save',
  explain: (run) =>
    `${run.seats.length} of ${run.capacity} are taken. Places that are added go to whoever has waited longest.`,
  start: ({ capacity }) => ({ capacity: String(capacity), why: '' }),
  read: (values) => ({
    does: 'capacity',
    capacity: wholeNumber(values, 'capacity'),
    why: wordsOf(values, 'why'),
  }),
  Fields: () => (
    <>
      <TextField name="capacity" label="Places" type="number" required />
      {whyForHistory}
    </>
  ),
  saved: 'Saved.',
}

/** For whom places are kept. */
export const allotForm: RunForm = {
  label: 'Keep places',
  title: 'Places kept for agencies and boroughs',
  saveLabel: 'Save',
  explain: () =>
    'Kept places can only be taken by that agency. On the day named, what is left goes to whoever has waited longest, wherever they work.',
  start: ({ allotments }) => ({ ...allotmentValues(allotments), why: '' }),
  read: (values) => ({ does: 'allot', allotments: readAllotments(values), why: wordsOf(values, 'why') }),
  Fields: ({ run, today }) => (
    <>
      <AllotmentFields run={run} today={today} />
      {whyForHistory}
    </>
  ),
  saved: 'Saved.',
}

/** Who teaches, and from how many bookings on it is held. */
export const detailsForm: RunForm = {
  label: 'Trainer and minimum',
  title: 'Trainer and minimum',
  saveLabel: 'Save',
  explain: () => 'Both are shown to everybody who looks at this date.',
  start: ({ trainer, minimum }) => ({ trainer, minimum: String(minimum) }),
  read: (values) => ({
    does: 'details',
    trainer: wordsOf(values, 'trainer'),
    minimum: wholeNumber(values, 'minimum'),
  }),
  Fields: () => (
    <>
      <TextField name="trainer" label="Trainer" />
      <TextField
        name="minimum"
        label="Held from how many bookings on"
        type="number"
        hint="0: it is held however few come."
      />
    </>
  ),
  saved: 'Saved.',
}

/** What the trainers say afterwards. */
export const debriefForm: RunForm = {
  label: 'Debrief',
  title: 'Debrief of the trainers',
  saveLabel: 'Save the debrief',
  explain: () => 'What went well, what did not, what to change next time. No names of participants.',
  start: ({ debrief }) => ({ debrief }),
  read: (values) => ({ does: 'debrief', text: wordsOf(values, 'debrief') }),
  Fields: () => <LongField name="debrief" label="Debrief" rows={8} />,
  saved: 'The debrief is saved.',
}

/** Bookings can begin. */
export const openForm: RunForm = {
  label: 'Open for bookings',
  title: 'Open this date for bookings',
  saveLabel: 'Open it',
  explain: () => 'From now on people can book places and join the waiting list.',
  start: () => ({}),
  read: () => ({ does: 'open' }),
  Fields: () => null,
  saved: 'Open for bookings.',
}

/** The day is over, and what there is to enter is entered. */
export const holdForm: RunForm = {
  label: 'Mark as held',
  title: 'Mark this date as held',
  saveLabel: 'It was held',
  explain: () => 'Afterwards only attendance and the debrief can be changed.',
  start: () => ({}),
  read: () => ({ does: 'hold' }),
  Fields: () => null,
  saved: 'Marked as held.',
}
