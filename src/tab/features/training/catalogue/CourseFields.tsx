import { ChoiceField, LongField, PickField, TextField, useFields } from '../../../ui/form/fields.tsx'

const yesNo = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const

/** The fields of a course, in the order in which people think of it. */
export function CourseFields({ isNew }: { isNew: boolean }) {
  const { values } = useFields()
  const repeats = values.frequencyKind === 'every' || values.frequencyKind === 'rotational'
  return (
    <>
      <TextField name="title" label="Title" required />
      <LongField name="about" label="What it is about" />
      <LongField name="audience" label="For whom (one role to a line)" />
      <ChoiceField
        name="mandatory"
        label="Mandatory"
        hint="A course can be mandatory and still be applied for."
        choices={yesNo}
        inline
      />
      <ChoiceField
        name="selfApply"
        label="People apply themselves"
        hint="If not, a coordinator agrees to each request."
        choices={yesNo}
        inline
      />
      <ChoiceField name="assessed" label="Assessed" choices={yesNo} inline />
      {values.assessed === 'yes' && (
        <ChoiceField name="canFail" label="Can be failed" choices={yesNo} inline />
      )}
      {values.assessed === 'yes' && values.canFail === 'yes' && (
        <TextField name="ifFailed" label="What follows when somebody fails" />
      )}
      <TextField name="length" label="Length" hint="In words: two days, or part of another course." />
      <TextField name="hours" label="Hours" />
      <PickField
        name="frequencyKind"
        label="How often"
        choices={[
          ['once', 'Once'],
          ['every', 'Again after some months'],
          ['rotational', 'In rotation, team by team'],
          ['as needed', 'As needed'],
        ]}
      />
      {repeats && <TextField name="everyMonths" label="Months until it is taken again" type="number" />}
      <TextField name="frequency" label="How often, in words" />
      <PickField
        name="mode"
        label="Held"
        choices={[
          ['in person', 'In person'],
          ['online', 'Online'],
          ['blended', 'Partly online, partly in person'],
        ]}
      />
      <TextField name="groupSize" label="Size of groups" />
      <TextField name="provider" label="Provider" />
      <TextField name="trainers" label="Trainers" />
      <TextField name="trainerQualification" label="Qualification of the trainers" />
      <LongField name="externalInputs" label="From outside (one organisation to a line)" />
      <LongField
        name="materials"
        label="Materials (one to a line)"
        hint="Title | owner | copyright | link. What is not known is left out."
      />
      <LongField name="scenarios" label="Scenarios (one to a line)" />
      <TextField name="accreditation" label="Accreditation" />
      <LongField
        name="themes"
        label="Themes (one to a line)"
        hint="The subjects under which questions are asked, such as domestic abuse."
        rows={2}
      />
      <LongField name="why" label={isNew ? 'Why it is added' : 'Why it changes'} required={!isNew} />
    </>
  )
}
