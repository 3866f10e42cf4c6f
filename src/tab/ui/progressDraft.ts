import { type Recommendation, writeReference } from '../../domain/recommendation.ts'
import type { Stored } from '../../usecases/ports.ts'
import { decisionDrafts, decisionsStart } from './decisionDraft.ts'

/** What somebody typed and has not saved, with the version that they were looking at. */
export interface ProgressDraft {
  readonly text: string
  readonly base: Stored<Recommendation>
}

/** A row with unsaved text, as people call it. */
export interface Drafted {
  readonly rowId: string
  readonly reference: string
}

function draftKey(objectId: string, rowId: string): string {
  return `follow-through draft ${objectId} ${rowId}`
}

/**
 * The draft of a row; null when there is none. It is kept on this device until it is saved or cancelled: Teams
 * throws the tab away when somebody looks at something else, and opens a new one at its first page.
 */
export function readDraft(objectId: string, rowId: string): ProgressDraft | null {
  try {
    const kept = window.localStorage.getItem(draftKey(objectId, rowId))
    return kept === null ? null : (JSON.parse(kept) as ProgressDraft)
  } catch {
    return null
  }
}

/** Keeps what is being typed; null forgets it. */
export function keepDraft(objectId: string, rowId: string, draft: ProgressDraft | null): void {
  try {
    if (draft) window.localStorage.setItem(draftKey(objectId, rowId), JSON.stringify(draft))
    else window.localStorage.removeItem(draftKey(objectId, rowId))
  } catch {
    // Storage is full or refused: the text is still on the screen.
  }
}

/** All rows of which this person has left an unsaved note, or a decision begun and not saved, on this device. */
export function draftedRows(objectId: string): readonly Drafted[] {
  try {
    const keys = Object.keys(window.localStorage)
    const drafted = [...notesIn(keys, objectId), ...decisionsIn(keys, objectId)]
    return [...new Map(drafted.map((row) => [row.rowId, row])).values()]
  } catch {
    return []
  }
}

function notesIn(keys: readonly string[], objectId: string): readonly Drafted[] {
  const start = draftKey(objectId, '')
  return keys
    .filter((key) => key.startsWith(start))
    .flatMap((key) => {
      const rowId = key.slice(start.length)
      const draft = readDraft(objectId, rowId)
      return draft ? { rowId, reference: writeReference(draft.base.value) } : []
    })
}

function decisionsIn(keys: readonly string[], objectId: string): readonly Drafted[] {
  const start = decisionsStart(objectId)
  const ids = keys.flatMap((key) => (key.startsWith(start) ? key.slice(start.length).split(' ', 1) : []))
  return [...new Set(ids)].flatMap((rowId) =>
    decisionDrafts(objectId, rowId).map(({ base }) => ({ rowId, reference: writeReference(base.value) })),
  )
}
