import * as v from 'valibot'
import { type Change, changeFields } from '../../domain/recommendation.ts'

const change = v.object({
  at: v.string(),
  by: v.string(),
  byObject: v.string(),
  field: v.picklist(changeFields),
  from: v.string(),
  to: v.string(),
  why: v.exactOptional(v.string()),
  via: v.picklist(['tab', 'card', 'import']),
})

/** The history note as it is stored. */
export const historySchema: v.GenericSchema<unknown, readonly Change[]> = v.array(change)

/** Room for the history in one note, below the limit for notes. */
const historyRoom = 60_000
const shortened = 200

/**
 * Writes a history so that it fits its column however often a row is edited: who, when and what always stays; of
 * the oldest changes the long texts are cut, marked with an ellipsis. SharePoint's own versions hold them in full.
 */
export function writeHistory(history: readonly Change[]): string | null {
  if (history.length === 0) return null
  const changes = [...history]
  let length = JSON.stringify(changes).length
  for (let index = 0; length > historyRoom && index < changes.length; index += 1) {
    const full = changes[index]
    if (!full) break
    const short = { ...full, from: shorten(full.from), to: shorten(full.to) }
    length -= JSON.stringify(full).length - JSON.stringify(short).length
    changes[index] = short
  }
  return JSON.stringify(changes)
}

function shorten(text: string): string {
  return text.length > shortened ? `${text.slice(0, shortened)}…` : text
}
