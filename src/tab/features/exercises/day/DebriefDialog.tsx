import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { writeDebrief } from '../../../../domain/debriefs.ts'
import type { Exercise } from '../../../../domain/exercise.ts'
import type { Debrief } from '../../../../domain/exercisePlan.ts'
import { changeExercise } from '../../../../usecases/changeExercise.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { LongField } from '../../../ui/form/fields.tsx'
import type { Values } from '../../../ui/form/formValues.ts'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { type Services, useServices } from '../../../ui/services.tsx'
import { refusalWords } from '../afterwardsWords.ts'
import type { ExerciseSectionProps } from '../exerciseSection.ts'

/** Writes the debrief: notes, a decision on each line with who agreed, a learning point on each line. */
export function DebriefDialog({
  row,
  replace,
  onClose,
}: ExerciseSectionProps & { readonly onClose: () => void }) {
  const services = useServices()
  const edit = useEdit<Exercise>({
    what: `debrief ${row.id}`,
    row,
    start: ({ debrief }) => startOf(debrief),
    save: (values, base) => save(services, values, base),
    saved: 'The debrief is saved.',
    onSaved: replace,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title={`Debrief: ${row.value.unit}`}
      saveLabel="Save the debrief"
      bars={edit.theirs && <Theirs debrief={edit.theirs.value.debrief} />}
    >
      <LongField name="notes" label="What happened" rows={4} />
      <LongField
        name="decisions"
        label="Decided together"
        hint="One on each line. Who agreed stands after a bar: Share the plan weekly | Police, NHS"
        rows={4}
      />
      <LongField
        name="learning"
        label="Learned"
        hint="One point on each line. Each can become a recommendation or a request for a course."
        rows={4}
      />
    </FormDialog>
  )
}

function Theirs({ debrief }: { debrief: Debrief | null }) {
  if (!debrief) return null
  const { notes, decisions, learning } = startOf(debrief)
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        {debrief.by} saved the debrief before you. It now says: {notes} {decisions} {learning} What you wrote
        stays below; Save puts it in place of theirs.
      </MessageBarBody>
    </MessageBar>
  )
}

function startOf(debrief: Debrief | null): Values {
  return {
    notes: debrief?.notes ?? '',
    decisions: (debrief?.decisions ?? []).map(writeDecision).join('\n'),
    learning: (debrief?.learning ?? []).map(({ text }) => text).join('\n'),
  }
}

const writeDecision = ({ text, agreedBy }: Debrief['decisions'][number]) =>
  agreedBy.length === 0 ? text : `${text} | ${agreedBy.join(', ')}`

/** A line of decisions: the words, and after a bar who agreed. */
export function readDecision(line: string): Debrief['decisions'][number] {
  const [text = '', who = ''] = line.split('|')
  return { text: text.trim(), agreedBy: who.split(',').map((one) => one.trim()) }
}

async function save(
  services: Services,
  values: Values,
  base: ExerciseSectionProps['row'],
): Promise<EditOutcome<Exercise>> {
  const lines = (name: string) => (values[name] ?? '').split('\n')
  const input = {
    notes: values.notes ?? '',
    decisions: lines('decisions').map(readDecision),
    learning: lines('learning'),
  }
  const before = JSON.stringify(base.value.debrief)
  const changed = await changeExercise(services, {
    row: base,
    actor: services.me,
    // Words of somebody else are not written over unseen.
    rule: (exercise, act) =>
      JSON.stringify(exercise.debrief) === before
        ? writeDebrief(exercise, input, act)
        : { ok: false, code: 'theirs' as const },
  })
  if (changed.ok) return { ok: true, row: changed.row }
  if (changed.code === 'theirs' || changed.code === 'changed-meanwhile')
    return { ok: false, theirs: changed.row }
  return { ok: false, problems: { '': refusalWords(changed.code) } }
}
