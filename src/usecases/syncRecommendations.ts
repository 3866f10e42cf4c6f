import type { Instant } from '../domain/calendarDays.ts'
import type { Changes, Clock, ListStore, Stored, UnreadableRow } from './ports.ts'

/** The rows of one list as they were last read, with the token that asks for what has changed since. */
export interface HeldRows<T> {
  readonly rows: readonly Stored<T>[]
  readonly unreadable: readonly UnreadableRow[]
  readonly token: string
  readonly readAt: Instant
}

export interface SyncDeps<T> {
  readonly store: Pick<ListStore<T>, 'changesSince'>
  readonly clock: Pick<Clock, 'now'>
}

/**
 * Brings held rows up to date: asks only for what changed, or for everything when nothing is held or the token
 * was too old. Throws `M365Error` and leaves what is held as it was, so an outage never empties a list.
 */
export async function syncRows<T>(deps: SyncDeps<T>, held: HeldRows<T> | null): Promise<HeldRows<T>> {
  const changes = await deps.store.changesSince(held?.token ?? null)
  const readAt = await deps.clock.now()
  if (held === null || changes.restarted) {
    return { rows: changes.rows, unreadable: changes.unreadable, token: changes.token, readAt }
  }
  return { ...merge(held, changes), token: changes.token, readAt }
}

/** A row can turn unreadable, and be mended again: the latest word about an id replaces the earlier one. */
function merge<T>(held: HeldRows<T>, changes: Changes<T>): Pick<HeldRows<T>, 'rows' | 'unreadable'> {
  const changed = new Map(changes.rows.map((row) => [row.id, row]))
  const broken = new Map(changes.unreadable.map((row) => [row.id, row]))
  const removed = new Set(changes.removed)
  if (changed.size + broken.size + removed.size === 0) return held
  const seen = new Set(held.rows.map((row) => row.id))
  const rows = [
    ...held.rows
      .filter((row) => !removed.has(row.id) && !broken.has(row.id))
      .map((row) => changed.get(row.id) ?? row),
    ...changes.rows.filter((row) => !seen.has(row.id)),
  ]
  const unreadable = [
    ...held.unreadable.filter((row) => !removed.has(row.id) && !changed.has(row.id) && !broken.has(row.id)),
    ...changes.unreadable,
  ]
  return { rows, unreadable }
}

/** Puts a row that has just been saved in the place of the one held, so that the screen shows it at once. */
export function replaceRow<T>(held: HeldRows<T>, row: Stored<T>): HeldRows<T> {
  return { ...held, rows: held.rows.map((one) => (one.id === row.id ? row : one)) }
}
