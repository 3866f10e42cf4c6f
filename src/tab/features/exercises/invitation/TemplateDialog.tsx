import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import {
  type InvitationTemplate,
  invitationFields,
  invitationTemplateKey,
  isInternalLine,
  type TemplateProblem,
  templateProblem,
} from '../../../../domain/invitationTemplate.ts'
import { htmlOf, invitationWords } from '../../../../domain/invitationText.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { changeInvitationTemplate } from '../../../../usecases/changeInvitationTemplate.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import type { Problems } from '../../../ui/form/formValues.ts'
import { useServices } from '../../../ui/services.tsx'
import { InvitationBody } from './InvitationBody.tsx'
import { useDialogStyles } from './InvitationDialog.styles.ts'
import type { InvitationInputs } from './useInvitationInputs.ts'

export interface TemplateDialogProps {
  readonly exercise: Exercise
  readonly inputs: InvitationInputs
  readonly onClose: () => void
}

/** The words of the invitations to one type of exercise, with how this exercise's would read. */
export function TemplateDialog({ exercise, inputs, onClose }: TemplateDialogProps) {
  const draft = useTemplate(exercise, inputs, onClose)
  const { template, problems, saving } = draft
  const internal = template.text.split('\n').filter(isInternalLine)
  return (
    <FormDialog
      title={`Words of the invitations to ${exercise.type}`}
      explanation={`In braces stands what an exercise says: ${invitationFields.map((name) => `{${name}}`).join(', ')}. A line that begins with “Internal:” never leaves the house.`}
      saveLabel="Save the words"
      values={{}}
      problems={problems}
      saving={saving}
      restored={false}
      set={() => undefined}
      onSave={() => void draft.save()}
      onStartAfresh={() => undefined}
      onClose={onClose}
    >
      <Field label="Subject" required validationMessage={problems.subject}>
        <Input
          value={template.subject}
          aria-invalid={problems.subject !== undefined}
          onChange={(_event, { value }) => draft.set({ subject: value })}
        />
      </Field>
      <Field
        label="Text"
        required
        validationMessage={problems.text}
        hint={internal.length > 0 ? `Stays here: ${internal.join(' · ')}` : undefined}
      >
        <Textarea
          rows={14}
          resize="vertical"
          value={template.text}
          aria-invalid={problems.text !== undefined}
          onChange={(_event, { value }) => draft.set({ text: value })}
        />
      </Field>
      <Checkbox
        checked={template.showAttendees}
        label="The invited see who else is invited"
        onChange={(_event, { checked }) => draft.set({ showAttendees: checked === true })}
      />
      <Sample exercise={exercise} template={template} />
    </FormDialog>
  )
}

function Sample({ exercise, template }: { exercise: Exercise; template: InvitationTemplate }) {
  const styles = useDialogStyles()
  const words = invitationWords(exercise, template)
  return (
    <section>
      <h3 className={styles.heading}>How it reads for {exercise.unit}</h3>
      <div className={styles.mail}>
        <p className={styles.subject}>{words.subject}</p>
        <InvitationBody html={htmlOf(words)} className={styles.body} />
      </div>
    </section>
  )
}

/** The words as they are being changed. */
function useTemplate(exercise: Exercise, inputs: InvitationInputs, onClose: () => void) {
  const { settings, me } = useServices()
  const announce = useAnnounce()
  const [template, setTemplate] = useState(() => inputs.templateOf(exercise.type))
  const key = invitationTemplateKey(exercise.type)
  const [etag, setEtag] = useState(
    () => inputs.settings.held?.rows.find(({ value }) => value.key === key)?.etag ?? null,
  )
  const [problems, setProblems] = useState<Problems>({})
  const [saving, setSaving] = useState(false)
  const attempt = async () => {
    const outcome = await changeInvitationTemplate(
      { settings },
      { type: exercise.type, template, etag, actor: me },
    )
    if (outcome.ok) {
      inputs.settings.replace(outcome.row)
      announce('The words are saved. Nobody was e-mailed.')
      return onClose()
    }
    if (outcome.code !== 'changed-meanwhile') return setProblems({ '': refusals[outcome.code] })
    setEtag(outcome.theirs.etag)
    inputs.settings.replace(outcome.theirs)
    setProblems({
      '': `${outcome.theirs.value.changedByName} saved other words meanwhile. Yours are kept here: saving again puts them in place of theirs.`,
    })
  }
  return {
    ...{ template, problems, saving },
    set(change: Partial<InvitationTemplate>) {
      setProblems({})
      setTemplate((now) => ({ ...now, ...change }))
    },
    async save() {
      const found = problemsOf(template)
      if (saving || Object.keys(found).length > 0) return setProblems(found)
      setSaving(true)
      try {
        await attempt()
      } catch (thrown) {
        const why = isM365Error(thrown) ? thrown.message : 'They could not be saved.'
        setProblems({ '': `${why} What you typed is kept: try again.` })
      } finally {
        setSaving(false)
      }
    },
  }
}

const refusals = {
  'not-a-coordinator': 'Only exercise coordinators change the words of invitations.',
  'cannot-be': 'These words cannot be used.',
}

function problemsOf({ subject, text }: InvitationTemplate): Problems {
  const [ofSubject, ofText] = [templateProblem('subject', subject), templateProblem('text', text)]
  return {
    ...(ofSubject ? { subject: problemWords(ofSubject) } : {}),
    ...(ofText ? { text: problemWords(ofText) } : {}),
  }
}

function problemWords(problem: TemplateProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Write something here.'
    case 'too-long':
      return `This is ${problem.over} ${problem.over === 1 ? 'character' : 'characters'} too long.`
    case 'unknown-field':
      return `${problem.name} stands for nothing here.`
    case 'loose-brace':
      return 'Braces belong to the fields that are listed above.'
    case 'several-lines':
      return 'Write it on one line.'
    case 'internal-subject':
      return 'A subject marked as internal would leave the house all the same.'
  }
}
