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
/** Characters that are left of the texts of old changes: first so many, then, where that is not enough, fewer. */
const shortenings = [200, 40]

/**
 * Writes a history so that it fits its column however often a row is edited. Of the oldest changes the long texts are
 * cut first, marked with an ellipsis; then the oldest lines of all become one that says how many they were.
 * SharePoint's own versions hold them in full.
 */
export function writeHistory(history: readonly Change[]): string | null {
  if (history.length === 0) return null
  let changes: readonly Change[] = history
  for (const longest of shortenings) changes = cutOldest(changes, longest)
  return JSON.stringify(foldOldest(changes))
}

function cutOldest(history: readonly Change[], longest: number): readonly Change[] {
  const changes = [...history]
  let length = JSON.stringify(changes).length
  for (let index = 0; length > historyRoom && index < changes.length; index += 1) {
    const full = changes[index]
    if (!full) break
    const short = shortened(full, longest)
    length -= JSON.stringify(full).length - JSON.stringify(short).length
    changes[index] = short
  }
  return changes
}

function shortened(change: Change, longest: number): Change {
  if (change.byObject === foldedBy) return change
  const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
  return {
    ...change,
    from: cut(change.from),
    to: cut(change.to),
    ...(change.why !== undefined && { why: cut(change.why) }),
  }
}

/** Names the line that stands for the oldest ones. */
const foldedBy = 'follow-through'
const foldedWords = /^(\d+) earlier changes? are in SharePoint's version history$/

/** The oldest lines become one; it counts on when more have to join it. */
function foldOldest(changes: readonly Change[]): readonly Change[] {
  const room = historyRoom - 500
  let length = JSON.stringify(changes).length
  if (length <= historyRoom) return changes
  let gone = 0
  while (length > room && gone < changes.length - 1) {
    length -= JSON.stringify(changes[gone]).length + 1
    gone += 1
  }
  const last = changes[gone - 1]
  if (!last) return changes
  const count = changes.slice(0, gone).reduce((sum, change) => sum + countOf(change), 0)
  const to = `${count} earlier changes are in SharePoint's version history`
  const line = {
    at: last.at,
    by: 'Follow-Through',
    byObject: foldedBy,
    field: 'import',
    from: '',
    to,
  } as const
  return [{ ...line, via: 'import' }, ...changes.slice(gone)]
}

function countOf(change: Change): number {
  const folded = change.byObject === foldedBy ? foldedWords.exec(change.to) : null
  return folded ? Number(folded[1]) : 1
}
