import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useId } from 'react'
import { type Post, postsHeldBy } from '../../../domain/post.ts'
import {
  isProgressFromOutside,
  mayEditProgress,
  type Recommendation,
} from '../../../domain/recommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { PaperText } from '../../ui/PaperText.tsx'
import { useServices } from '../../ui/services.tsx'
import { changedOutside, sayRefusal } from './editWords.ts'
import { ProgressForm } from './ProgressForm.tsx'
import { useDetailStyles } from './RecommendationDetail.styles.ts'
import { useProgressEdit } from './useProgressEdit.ts'

export interface ProgressSectionProps {
  readonly row: Stored<Recommendation>
  readonly posts: ReadonlyMap<string, Post>
  readonly onSaved: (row: Stored<Recommendation>) => void
}

/** Where the work stands, and the way to update it for those who may. */
export function ProgressSection({ row, posts, onSaved }: ProgressSectionProps) {
  const styles = useDetailStyles()
  const { me } = useServices()
  const reasonId = useId()
  const post = posts.get(row.value.ownerPost ?? '') ?? null
  const progress = useProgressEdit(row, post, onSaved)
  const refusal = mayEditProgress(row.value, me, postsHeldBy([...posts.values()], me.objectId))
  const reason = refusal && sayRefusal(refusal, post)
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3 className={styles.sectionTitle}>Progress</h3>
        {!progress.edit && (
          <Button
            appearance={reason ? 'secondary' : 'primary'}
            disabledFocusable={reason !== null}
            aria-describedby={reason ? reasonId : undefined}
            onClick={progress.start}
          >
            Update progress
          </Button>
        )}
      </div>
      {reason && (
        <div className={styles.quiet} id={reasonId}>
          {reason}
        </div>
      )}
      {progress.edit ? (
        <ProgressForm progress={progress} edit={progress.edit} latest={row} refusal={reason} />
      ) : (
        <>
          {progress.savedNow && <SavedBar />}
          {progress.setAside !== null && <SetAsideBar onBringBack={progress.bringBack} />}
          {isProgressFromOutside(row.value) && (
            <div className={styles.quiet}>{changedOutside}: the history does not say by whom.</div>
          )}
          {row.value.progress ? (
            <PaperText text={row.value.progress} />
          ) : (
            <div className={styles.quiet}>Nothing has been written yet.</div>
          )}
        </>
      )}
    </section>
  )
}

function SavedBar() {
  return (
    <MessageBar intent="success" politeness="polite">
      <MessageBarBody>Saved. Everybody sees it from now on, and the history shows it.</MessageBarBody>
    </MessageBar>
  )
}

function SetAsideBar({ onBringBack }: { onBringBack: () => void }) {
  return (
    <MessageBar>
      <MessageBarBody>What you typed was not saved.</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onBringBack}>
          Bring it back
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
