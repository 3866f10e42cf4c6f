import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import { writeInstant } from '../../../domain/calendarDays.ts'
import { type Recommendation, whoWroteProgress } from '../../../domain/recommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { PaperText } from '../../ui/PaperText.tsx'
import { changedOutside, sayDifferences } from './editWords.ts'
import { useFormStyles } from './ProgressForm.styles.ts'

export interface ConflictPanelProps {
  readonly base: Stored<Recommendation>
  readonly theirs: Stored<Recommendation>
  /** The field with what this person typed; it can still be edited, to bring both together. */
  readonly note: ReactNode
  readonly whyNot: string | null
  readonly saving: boolean
  readonly onKeepMine: () => void
  readonly onTakeTheirs: () => void
}

/** Both versions side by side, after somebody else saved first. */
export function ConflictPanel(props: ConflictPanelProps) {
  const { base, theirs, note, whyNot, saving, onKeepMine, onTakeTheirs } = props
  const styles = useFormStyles()
  const reasonId = useId()
  return (
    <>
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>Somebody saved this row before you</MessageBarTitle>
          Nothing is lost. Edit your text to bring both together, then keep yours; or take theirs. The history
          keeps every version.
        </MessageBarBody>
      </MessageBar>
      <div className={styles.versions}>
        <section className={styles.version}>
          <h4 className={styles.versionTitle}>Yours, not saved yet</h4>
          {note}
        </section>
        <TheirVersion base={base} theirs={theirs} />
      </div>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          onClick={onKeepMine}
          disabledFocusable={whyNot !== null || saving}
          aria-describedby={whyNot ? reasonId : undefined}
        >
          {saving ? 'Saving…' : 'Keep mine'}
        </Button>
        <Button onClick={onTakeTheirs} disabledFocusable={saving}>
          Take theirs
        </Button>
        {whyNot && (
          <span className={styles.reason} id={reasonId}>
            {whyNot}
          </span>
        )}
      </div>
    </>
  )
}

function TheirVersion({ base, theirs }: { base: Stored<Recommendation>; theirs: Stored<Recommendation> }) {
  const styles = useFormStyles()
  const titleId = useId()
  return (
    <section className={styles.version} aria-labelledby={titleId}>
      <h4 className={styles.versionTitle} id={titleId}>
        {savedBy(base.value, theirs.value)}
      </h4>
      {sayDifferences(base.value, theirs.value).map((sentence) => (
        <div key={sentence} className={styles.reason}>
          {sentence}
        </div>
      ))}
      <div className={styles.theirs}>
        <PaperText text={theirs.value.progress || 'Nothing is written there.'} />
      </div>
    </section>
  )
}

/** Nobody is named for a text that they did not write: a change in SharePoint itself leaves no line in our history. */
function savedBy(base: Recommendation, theirs: Recommendation): string {
  const sameNote = base.progress === theirs.progress
  const grown = theirs.history.length > base.history.length
  const change = sameNote ? (grown ? theirs.history.at(-1) : null) : whoWroteProgress(theirs)
  return change ? `Saved by ${change.by} on ${writeInstant(change.at)}` : changedOutside
}
