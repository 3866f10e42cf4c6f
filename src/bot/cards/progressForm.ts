import { longestCardNote } from '../../usecases/answerCard.ts'
import type { CardRow } from '../../usecases/cardRows.ts'
import type { Container, ToggleVisibility } from './adaptiveCard.ts'

/** What the card sends when a note is saved. The SDK finds the handler by `action`; nothing here is trusted. */
export const updateAction = 'updateProgress'

/** The input of one row; each row has its own, because a card's inputs share one namespace. */
export const inputId = (ref: string) => `progress-${ref}`

const formId = (ref: string) => `form-${ref}`

/**
 * *Update progress* and the form behind it. The form is a hidden part of the card and no ShowCard: a press sends the
 * inputs of the card and leaves out those of other ShowCards, so that what was typed in other rows would be lost
 * (learn.microsoft.com/adaptive-cards/authoring-cards/input-validation). No input is required for the same reason:
 * the empty form of one row would keep the others from being saved.
 * @param typed what was typed before and is not saved
 */
export function progressForm(
  row: CardRow,
  typed: string | null,
): { readonly opener: ToggleVisibility; readonly form: Container } {
  const data = { action: updateAction, row: row.ref, seen: row.seen, progressSeen: row.progressSeen }
  const title = 'Save progress'
  const save = { type: 'Action.Execute', title, verb: updateAction, data } as const
  return {
    opener: {
      type: 'Action.ToggleVisibility',
      title: typed ? 'Update progress (your note is not saved yet)' : 'Update progress',
      targetElements: [formId(row.ref)],
    },
    form: {
      type: 'Container',
      id: formId(row.ref),
      ...(typed ? {} : { isVisible: false }),
      items: [
        {
          type: 'Input.Text',
          id: inputId(row.ref),
          label: `Where ${row.reference} stands now`,
          isMultiline: true,
          maxLength: longestCardNote,
          placeholder: 'This becomes the progress note. Earlier notes stay in the history.',
          ...(typed ? { value: typed.slice(0, longestCardNote) } : {}),
        },
        {
          type: 'ActionSet',
          actions: [{ ...save, fallback: { type: 'Action.Submit', title, data } }],
        },
      ],
    },
  }
}

/** What a press says. */
export interface ReadPress {
  readonly rowRef: string
  readonly typed: string
  readonly seen: number | null
  readonly progressSeen: string | null
  /** What was typed in other rows of the card and is not saved, by row. */
  readonly drafts: ReadonlyMap<string, string>
}

/** A press as the channel delivers it; null when it is not one of ours. */
export function readPress(data: unknown): ReadPress | null {
  if (typeof data !== 'object' || data === null) return null
  const fields = new Map(Object.entries(data))
  const row = fields.get('row')
  if (fields.get('action') !== updateAction) return null
  const rowRef = typeof row === 'number' ? String(row) : row
  if (typeof rowRef !== 'string' || !/^\d{1,10}$/.test(rowRef)) return null
  const typed = fields.get(inputId(rowRef))
  const seen = fields.get('seen')
  const progressSeen = fields.get('progressSeen')
  return {
    rowRef,
    typed: typeof typed === 'string' ? typed : '',
    seen: typeof seen === 'number' && Number.isInteger(seen) && seen >= 0 ? seen : null,
    progressSeen: typeof progressSeen === 'string' ? progressSeen : null,
    drafts: draftsBeside(rowRef, fields),
  }
}

function draftsBeside(rowRef: string, fields: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const drafts = new Map<string, string>()
  for (const [name, value] of fields) {
    const ref = /^progress-(\d{1,10})$/.exec(name)?.[1]
    if (ref === undefined || ref === rowRef || typeof value !== 'string' || value.trim() === '') continue
    drafts.set(ref, value.slice(0, longestCardNote))
  }
  return drafts
}
