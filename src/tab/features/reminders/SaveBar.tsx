import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useId } from 'react'
import { useRemindersStyles } from './RemindersPage.styles.ts'
import { sayRefusal } from './settingWords.ts'
import type { SettingDraft } from './useSettingDraft.ts'

/** Saving, what stands in its way, and what somebody else saved in between. */
export function SaveBar<T extends object>(props: {
  draft: SettingDraft<T>
  label: string
  /** Why the person may not; null when they may. */
  refusal: string | null
}) {
  const { draft, label, refusal } = props
  const styles = useRemindersStyles()
  const why = useId()
  const wrong = Object.keys(draft.problems).length
  const reason =
    refusal ??
    (draft.changed ? (wrong > 0 ? 'Something above cannot be read yet.' : null) : 'Nothing has been changed.')
  return (
    <>
      {draft.theirs && <TheirsBar draft={draft} />}
      {draft.refused && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>
            {typeof draft.refused === 'string' ? sayRefusal(draft.refused) : draft.refused.message} What you
            typed is kept.
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={reason !== null || draft.busy}
          aria-describedby={reason === null ? undefined : why}
          onClick={() => void draft.save()}
        >
          {draft.busy ? 'Saving…' : label}
        </Button>
        {draft.changed && <Button onClick={draft.drop}>Throw my changes away</Button>}
        {reason !== null && (
          <span id={why} className={styles.small}>
            {reason}
          </span>
        )}
      </div>
    </>
  )
}

function TheirsBar<T extends object>({ draft }: { draft: SettingDraft<T> }) {
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        {draft.theirs?.value.changedByName} saved this in between. What you typed is kept: look at theirs
        below under “Changes”, then save yours in its place or throw it away.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void draft.overwrite()}>
          Save mine in its place
        </Button>
        <Button size="small" onClick={draft.drop}>
          Take theirs
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
