import type { Recommendation } from '../../domain/recommendation.ts'
import type { Stored } from '../../usecases/ports.ts'

/** A decision that somebody began and has not saved, with the version that they were looking at. */
export interface DecisionDraft {
  readonly form: string
  /** What the button that opened the form already said. */
  readonly preset: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
  readonly base: Stored<Recommendation>
}

/** All decisions begun by a person begin with this in the storage of the device. */
export function decisionsStart(objectId: string, rowId?: string): string {
  const person = `follow-through decision ${objectId} `
  return rowId === undefined ? person : `${person}${rowId} `
}

function keyOf(
  objectId: string,
  rowId: string,
  { form, preset }: Pick<DecisionDraft, 'form' | 'preset'>,
): string {
  return `${decisionsStart(objectId, rowId)}${form} ${JSON.stringify(preset)}`
}

/** A decision begun earlier on this device; null when there is none. */
export function readDecisionDraft(
  objectId: string,
  rowId: string,
  which: Pick<DecisionDraft, 'form' | 'preset'>,
): DecisionDraft | null {
  try {
    const kept = window.localStorage.getItem(keyOf(objectId, rowId, which))
    return kept === null ? null : (JSON.parse(kept) as DecisionDraft)
  } catch {
    return null
  }
}

/** Keeps what is being typed on this device until it is saved or thrown away. */
export function keepDecisionDraft(objectId: string, rowId: string, draft: DecisionDraft): void {
  try {
    window.localStorage.setItem(keyOf(objectId, rowId, draft), JSON.stringify(draft))
  } catch {
    // Storage is full or refused: the text is still on the screen.
  }
}

/** Forgets a decision that was saved or thrown away. */
export function forgetDecisionDraft(
  objectId: string,
  rowId: string,
  which: Pick<DecisionDraft, 'form' | 'preset'>,
): void {
  try {
    window.localStorage.removeItem(keyOf(objectId, rowId, which))
  } catch {
    // Storage is refused: nothing was kept there either.
  }
}

/** Every decision that this person began about a row and has not saved. */
export function decisionDrafts(objectId: string, rowId: string): readonly DecisionDraft[] {
  const start = decisionsStart(objectId, rowId)
  try {
    return Object.keys(window.localStorage)
      .filter((key) => key.startsWith(start))
      .flatMap((key) => JSON.parse(window.localStorage.getItem(key) ?? '[]') as DecisionDraft)
  } catch {
    return []
  }
}
