import { longestCardNote } from '../../usecases/answerCard.ts'
import type { CardRow } from '../../usecases/cardRows.ts'
import type { ShowCard } from './adaptiveCard.ts'

/** What the card sends when a note is saved. The SDK finds the handler by `action`; nothing here is trusted. */
export const updateAction = 'updateProgress'

/** The input of one row; each row has its own, because a card's inputs share one namespace. */
export const inputId = (ref: string) => `progress-${ref}`

/**
 * The form behind *Update progress*.
 * @param typed what was typed before, kept after a refusal
 */
export function progressForm(row: CardRow, typed: string | null): ShowCard {
  const data = { action: updateAction, row: row.ref, seen: row.seen }
  const title = 'Save progress'
  return {
    type: 'Action.ShowCard',
    title: typed === null ? 'Update progress' : 'Update progress (your note is kept here)',
    card: {
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Input.Text',
          id: inputId(row.ref),
          label: `Where ${row.reference} stands now`,
          isMultiline: true,
          isRequired: true,
          errorMessage: 'Write a sentence or two before saving.',
          maxLength: longestCardNote,
          placeholder: 'This becomes the progress note. Earlier notes stay in the history.',
          ...(typed ? { value: typed.slice(0, longestCardNote) } : {}),
        },
      ],
      actions: [
        {
          type: 'Action.Execute',
          title,
          verb: updateAction,
          data,
          fallback: { type: 'Action.Submit', title, data },
        },
      ],
    },
  }
}

/** A press as the channel delivers it; null when it is not one of ours. */
export function readPress(
  data: unknown,
): { readonly rowRef: string; readonly typed: string; readonly seen: number | null } | null {
  if (typeof data !== 'object' || data === null) return null
  const fields = new Map(Object.entries(data))
  const row = fields.get('row')
  if (fields.get('action') !== updateAction) return null
  const rowRef = typeof row === 'number' ? String(row) : row
  if (typeof rowRef !== 'string' || !/^\d{1,10}$/.test(rowRef)) return null
  const typed = fields.get(inputId(rowRef))
  const seen = fields.get('seen')
  return {
    rowRef,
    typed: typeof typed === 'string' ? typed : '',
    seen: typeof seen === 'number' && Number.isInteger(seen) && seen >= 0 ? seen : null,
  }
}
