import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { writeDateAndWeekday } from '../../../../domain/calendarDays.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { DayField, LongField, PickField, TextField, useFields } from '../../../ui/form/fields.tsx'
import { timeWords } from '../exerciseWords.ts'
import { another, boroughsIn } from './exerciseFields.ts'
import { FindingBars } from './FindingBars.tsx'
import { PairedFields, TimeField } from './TimeField.tsx'
import { type ExerciseFormInput, useExerciseForm } from './useExerciseForm.ts'

type Form = ReturnType<typeof useExerciseForm>

const useMoreStyles = makeStyles({
  summary: { cursor: 'pointer', minHeight: '28px', fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalM,
  },
})

/** Plans an exercise, or changes what is planned. */
export function ExerciseDialog(props: ExerciseFormInput) {
  const form = useExerciseForm(props)
  const { row } = props
  const { theirs, values } = form
  return (
    <FormDialog
      {...form}
      title={row ? `Change the plan for ${row.value.unit}` : 'Plan an exercise'}
      saveLabel={row ? 'Save the plan' : 'Plan it'}
      bars={theirs && <TheirPlan exercise={theirs.value} />}
    >
      <PickField name="type" label="Kind of exercise" required choices={typeChoices(form)} />
      <UnitFields form={form} />
      <DayField name="date" label="Day" required />
      <FindingBars findings={notSaidBeside(form)} />
      <PairedFields>
        <TimeField name="start" label="Starts" required />
        <TimeField name="end" label="Ends" required />
      </PairedFields>
      <PlaceFields form={form} />
      {row && (
        <TextField
          name="why"
          label="Why it changes"
          hint={`Needed when day, hours, place or unit change${values.date === row.value.date ? '' : '; it is kept in the history'}.`}
        />
      )}
      <MoreFields />
    </FormDialog>
  )
}

/** Once somebody pressed save, what stops the plan stands beside its field. */
function notSaidBeside({ findings, problems }: Form): Form['findings'] {
  return Object.keys(problems).length === 0 ? findings : findings.filter(({ stops }) => !stops)
}

/** What most plans leave until later; open where something in it has to be mended. */
function MoreFields() {
  const styles = useMoreStyles()
  const { problems } = useFields()
  const [open, setOpen] = useState(false)
  const shown = open || 'facilitators' in problems || 'onlineStart' in problems
  return (
    <details open={shown} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>Facilitators, agenda, joining instructions and more</summary>
      <div className={styles.fields}>
        <LongField
          name="facilitators"
          label="Facilitators"
          rows={2}
          hint="One on each line: Jo Bell <jo.bell@example.org>. Those with a calendar in the force are looked up."
        />
        <LongField
          name="scenarios"
          label="Scenarios"
          rows={2}
          hint="One on each line. Not sent to anybody."
        />
        <LongField name="agenda" label="Agenda" rows={3} hint="Sent with the invitation." />
        <LongField name="joining" label="Joining instructions" rows={3} hint="Sent with the invitation." />
        <PairedFields>
          <TimeField name="onlineStart" label="Online from" />
          <TimeField name="onlineEnd" label="Online until" />
        </PairedFields>
        <TextField
          name="mailbox"
          label="Invite from a shared mailbox"
          hint="Its address. Left empty, the invitation comes from the calendar of whoever sends it."
        />
        <LongField name="internalNote" label="Internal note" rows={2} hint="For coordinators. Never sent." />
      </div>
    </details>
  )
}

function typeChoices({ types, values }: Form): readonly (readonly [string, string])[] {
  const known = types.map(
    ({ name, fullName }) => [name, fullName === name ? name : `${name}: ${fullName}`] as const,
  )
  const type = values.type ?? ''
  return known.some(([name]) => name === type) || type === '' ? known : [...known, [type, type]]
}

function UnitFields({ form }: { form: Form }) {
  const { values, units } = form
  const choices = [['', 'Choose a unit'] as const, ...units.map(({ name }) => [name, name] as const)]
  const read = boroughsIn(values.boroughs ?? '')
  return (
    <>
      <PickField name="unit" label="Unit" required choices={[...choices, [another, 'Another unit…']]} />
      {values.unit === another && (
        <>
          <LongField
            name="boroughs"
            label="Boroughs"
            required
            rows={2}
            hint={read.length === 0 ? 'Separated by commas or “and”.' : `Read as: ${read.join(' · ')}`}
          />
          <TextField
            name="unitName"
            label="Name of the unit"
            hint="Left empty, it is named after its boroughs."
          />
        </>
      )}
    </>
  )
}

function PlaceFields({ form }: { form: Form }) {
  const { values, places } = form
  const choices = [['', 'Choose a place'] as const, ...places.map(({ name }) => [name, name] as const)]
  return (
    <>
      <PickField name="place" label="Place" required choices={[...choices, [another, 'Another place…']]} />
      {values.place === another && (
        <>
          <TextField name="venue" label="Name of the place" required />
          <TextField
            name="roomAddress"
            label="Address of the room's calendar"
            hint="Invited as a room, so that it is booked. Left empty where there is none."
          />
        </>
      )}
    </>
  )
}

function TheirPlan({ exercise }: { exercise: Exercise }) {
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        Somebody saved this exercise before you. It now is on {writeDateAndWeekday(exercise.date)},{' '}
        {timeWords(exercise)}, at {exercise.venue}. What you typed stays below; Save puts it in place of
        theirs.
      </MessageBarBody>
    </MessageBar>
  )
}
