import { useState } from 'react'
import type { Exercise } from '../../../../domain/exercise.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useSectionStyles } from './InvitationSection.styles.ts'
import { TemplateDialog } from './TemplateDialog.tsx'
import type { InvitationInputs } from './useInvitationInputs.ts'

/** Where the words of the invitations come from, and the way to change them. */
export function WordsOfInvitation({ exercise, inputs }: { exercise: Exercise; inputs: InvitationInputs }) {
  const styles = useSectionStyles()
  const [editing, setEditing] = useState(false)
  return (
    <section className={styles.words}>
      <div className={styles.actions}>
        <DialogButton appearance="secondary" size="small" onClick={() => setEditing(true)}>
          Change the words
        </DialogButton>
        <span className={styles.quiet}>
          All invitations to {exercise.type} share their words; what an exercise says stands in fields.
        </span>
      </div>
      {editing && <TemplateDialog exercise={exercise} inputs={inputs} onClose={() => setEditing(false)} />}
    </section>
  )
}
