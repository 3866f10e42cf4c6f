import type { PostHolder } from './post.ts'
import { type LapsedEntry, type LedgerMark, partsOfKey, type ReminderLine } from './reminderLines.ts'

const pending: ReadonlySet<LedgerMark['state']> = new Set(['claimed', 'failed', 'unreachable', 'unconfirmed'])

/**
 * What was begun and is to be told no more, with the reason: its row is closed, its deadline was moved, its post went
 * to somebody else, or a more urgent reminder took its place.
 * @param rows keys of the rows that are due
 */
export function lapsedEntries(
  ledger: readonly LedgerMark[],
  addressed: readonly { readonly person: PostHolder; readonly line: ReminderLine }[],
  rows: ReadonlySet<string>,
): readonly LapsedEntry[] {
  const stale = ledger.filter((mark) => pending.has(mark.state))
  if (stale.length === 0) return []
  const current = new Set(addressed.map(({ line }) => line.key))
  const bySubject = Map.groupBy(addressed, ({ line }) => line.recommendation)
  return stale
    .filter((mark) => !current.has(mark.key))
    .map((mark) => {
      const told = bySubject.get(mark.recommendation) ?? []
      return {
        key: mark.key,
        code: told.length === 0 && !rows.has(mark.recommendation) ? 'not-due' : why(mark, told),
      }
    })
}

function why(
  mark: LedgerMark,
  told: readonly { readonly person: PostHolder; readonly line: ReminderLine }[],
): LapsedEntry['code'] {
  const { version } = partsOfKey(mark.key)
  if (!told.some(({ line }) => partsOfKey(line.key).version === version)) return 'deadline-moved'
  return told.some(({ person }) => person.objectId === mark.person) ? 'later-reminder' : 'handed-over'
}
