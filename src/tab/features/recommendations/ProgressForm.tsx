import { Button, Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { useEffect, useId, useRef } from 'react'
import { longestProgress, type Recommendation } from '../../../domain/recommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { ConflictPanel } from './ConflictPanel.tsx'
import { sayRefusal } from './editWords.ts'
import { useFormStyles } from './ProgressForm.styles.ts'
import type { ProgressEdit, useProgressEdit } from './useProgressEdit.ts'

export interface ProgressFormProps {
  readonly progress: ReturnType<typeof useProgressEdit>
  readonly edit: ProgressEdit
  /** The newest version that this window has read. */
  readonly latest: Stored<Recommendation>
  /** Why this person may not save at all; null when they may. */
  readonly refusal: string | null
}

/** The fields of a progress note: one text, its length, and a Save that says why when it can't be pressed. */
export function ProgressForm({ progress, edit, latest, refusal }: ProgressFormProps) {
  const styles = useFormStyles()
  const whyNot = refusal ?? whyNotYet(edit)
  const note = <NoteField edit={edit} onWrite={progress.write} />
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (whyNot === null && !edit.theirs) void progress.save()
      }}
    >
      {edit.restored && !edit.theirs && (
        <MessageBar>
          <MessageBarBody>You have unsaved text: this is what you typed earlier.</MessageBarBody>
        </MessageBar>
      )}
      {edit.theirs ? (
        <ConflictPanel
          base={edit.base}
          theirs={edit.theirs}
          note={note}
          whyNot={whyNot}
          saving={edit.saving}
          onKeepMine={() => void progress.keepMine()}
          onTakeTheirs={progress.takeTheirs}
        />
      ) : (
        <>
          {note}
          {latest.etag !== edit.base.etag && !edit.saving && (
            <MessageBar>
              <MessageBarBody>
                Somebody saved this row while you were typing. Press Save to see both versions.
              </MessageBarBody>
            </MessageBar>
          )}
          <SaveBar whyNot={whyNot} saving={edit.saving} onCancel={progress.cancel} />
        </>
      )}
      {edit.problem && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>{edit.problem}</MessageBarBody>
        </MessageBar>
      )}
    </form>
  )
}

function whyNotYet(edit: ProgressEdit): string | null {
  const text = edit.text.trim()
  if (text === '') return sayRefusal('empty-progress', null)
  if (text.length > longestProgress) return sayRefusal('too-long', null)
  const compared = edit.theirs ?? edit.base
  return text === compared.value.progress.trim() ? sayRefusal('nothing-changed', null) : null
}

function NoteField({ edit, onWrite }: { edit: ProgressEdit; onWrite: (text: string) => void }) {
  const styles = useFormStyles()
  const area = useRef<HTMLTextAreaElement>(null)
  // Text that came back by itself does not draw the keyboard, or the screen, away from the top of the page.
  const { restored } = edit
  useEffect(() => {
    if (!restored) area.current?.focus()
  }, [restored])
  const length = edit.text.trim().length.toLocaleString('en-GB')
  return (
    <Field label="Progress" hint={`${length} of ${longestProgress.toLocaleString('en-GB')} characters`}>
      <Textarea
        ref={area}
        className={styles.area}
        resize="vertical"
        value={edit.text}
        onChange={(_event, data) => onWrite(data.value)}
      />
    </Field>
  )
}

function SaveBar(props: { whyNot: string | null; saving: boolean; onCancel: () => void }) {
  const { whyNot, saving, onCancel } = props
  const styles = useFormStyles()
  const reasonId = useId()
  return (
    <div className={styles.buttons}>
      <Button
        type="submit"
        appearance="primary"
        disabledFocusable={whyNot !== null || saving}
        aria-describedby={whyNot ? reasonId : undefined}
      >
        {saving ? 'Saving…' : 'Save'}
      </Button>
      <Button onClick={onCancel} disabledFocusable={saving}>
        Cancel
      </Button>
      {whyNot && (
        <span className={styles.reason} id={reasonId}>
          {whyNot}
        </span>
      )}
    </div>
  )
}
