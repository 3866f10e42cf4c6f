import type { Recommendation } from '../../../domain/recommendation.ts'
import type { Stored } from '../../../usecases/ports.ts'

/** What somebody typed and has not saved, with the version that they were looking at. */
export interface ProgressDraft {
  readonly text: string
  readonly base: Stored<Recommendation>
}

function draftKey(objectId: string, rowId: string): string {
  return `follow-through draft ${objectId} ${rowId}`
}

/** The draft of a row, kept for as long as this window is open; null when there is none. */
export function readDraft(objectId: string, rowId: string): ProgressDraft | null {
  try {
    const kept = window.sessionStorage.getItem(draftKey(objectId, rowId))
    return kept === null ? null : (JSON.parse(kept) as ProgressDraft)
  } catch {
    return null
  }
}

/** Keeps what is being typed; null forgets it. */
export function keepDraft(objectId: string, rowId: string, draft: ProgressDraft | null): void {
  try {
    if (draft) window.sessionStorage.setItem(draftKey(objectId, rowId), JSON.stringify(draft))
    else window.sessionStorage.removeItem(draftKey(objectId, rowId))
  } catch {
    // Storage is full or refused: the text is still on the screen.
  }
}
