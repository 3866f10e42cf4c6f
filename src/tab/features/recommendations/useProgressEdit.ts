import { useState } from 'react'
import type { Post } from '../../../domain/post.ts'
import type { Recommendation } from '../../../domain/recommendation.ts'
import { editRecommendation } from '../../../usecases/editRecommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { keepDraft, type ProgressDraft, readDraft } from '../../ui/progressDraft.ts'
import { useServices } from '../../ui/services.tsx'
import { sayFailedSave, sayRefusal } from './editWords.ts'

/** A note being written. `base` is the version it answers to, whatever has been read since. */
export interface ProgressEdit extends ProgressDraft {
  /** Their version, once a save was refused because of it. */
  readonly theirs: Stored<Recommendation> | null
  readonly problem: string | null
  readonly saving: boolean
  /** Found again after the person had left this row or reloaded. */
  readonly restored: boolean
}

function newEdit(draft: ProgressDraft, restored: boolean): ProgressEdit {
  return { ...draft, theirs: null, problem: null, saving: false, restored }
}

/**
 * Writing, saving and, when somebody was quicker, settling a progress note. Nothing typed is lost: it is kept
 * through failures, reloads and leaving the row, and what is set aside on purpose can be brought back.
 */
export function useProgressEdit(
  row: Stored<Recommendation>,
  post: Post | null,
  onSaved: (row: Stored<Recommendation>) => void,
) {
  const services = useServices()
  const announce = useAnnounce()
  const me = services.me.objectId
  const [edit, setEdit] = useState<ProgressEdit | null>(() => {
    const draft = readDraft(me, row.id)
    return draft && newEdit(draft, true)
  })
  const [setAside, setSetAside] = useState<string | null>(null)
  const [savedNow, setSavedNow] = useState(false)

  const write = (text: string, base: Stored<Recommendation>) => {
    keepDraft(me, row.id, text === base.value.progress ? null : { text, base })
    setEdit((now) => ({ ...(now ?? newEdit({ text, base }, false)), text, base, problem: null }))
    setSavedNow(false)
  }
  const leave = (kept: string | null) => {
    keepDraft(me, row.id, null)
    setEdit(null)
    setSetAside(kept)
  }
  const save = async (against: Stored<Recommendation>) => {
    if (!edit || edit.saving) return
    setEdit({ ...edit, saving: true, problem: null })
    try {
      const outcome = await editRecommendation(services, {
        id: row.id,
        etag: against.etag,
        progress: edit.text,
        actor: services.me,
      })
      if (outcome.ok) {
        leave(null)
        setSavedNow(true)
        onSaved(outcome.row)
        announce('Saved. The progress is updated.')
      } else if (outcome.code === 'changed-meanwhile') {
        setEdit({ ...edit, saving: false, theirs: outcome.theirs })
        announce('Not saved: somebody else saved this row in between. Both versions are shown.')
      } else {
        setEdit({ ...edit, saving: false, problem: sayRefusal(outcome.code, post) })
      }
    } catch (error) {
      setEdit({ ...edit, saving: false, problem: sayFailedSave(error) })
    }
  }
  return {
    edit,
    setAside,
    savedNow,
    start: () => write(row.value.progress, row),
    write: (text: string) => edit && write(text, edit.base),
    save: () => edit && save(edit.base),
    keepMine: () => edit?.theirs && save(edit.theirs),
    takeTheirs: () => {
      if (!edit?.theirs) return
      onSaved(edit.theirs)
      leave(edit.text)
      announce('Their version is kept.')
    },
    cancel: () => edit && leave(edit.text === edit.base.value.progress ? null : edit.text),
    bringBack: () => {
      if (setAside === null) return
      write(setAside, row)
      setSetAside(null)
    },
  }
}
