import type { Instant } from '../domain/calendarDays.ts'
import type { Changes, ChangesPage, Clock, ListStore, Stored, UnreadableRow } from './ports.ts'

/** The rows of one list as they were last read, with the token that asks for what has changed since. */
export interface HeldRows<T> {
  readonly rows: readonly Stored<T>[]
  readonly unreadable: readonly UnreadableRow[]
  readonly token: string
  readonly readAt: Instant
  /** The list was not read to its end yet: these are the first of its rows, and the token goes on after them. */
  readonly partial?: boolean
}

/** How what is held became what is held now: enough to keep a copy in step without writing it anew. */
export interface SyncStep<T> {
  readonly held: HeldRows<T>
  readonly put: readonly Stored<T>[]
  /** Ids that have no readable row any more. */
  readonly gone: readonly string[]
  /** `put` is everything; whatever else a copy has is out of date. */
  readonly everything: boolean
}

export interface SyncDeps<T> {
  readonly store: Pick<ListStore<T>, 'changesSince'>
  readonly clock: Pick<Clock, 'now'>
  /** What is held just now: a row saved while the answer was on its way must not be lost. */
  readonly current?: () => HeldRows<T> | null
}

/**
 * Brings held rows up to date: asks only for what changed, or for everything when nothing is held or the token
 * was too old. A reading that was broken off is gone on with. Throws `M365Error` and leaves what is held as it was,
 * so an outage never empties a list; steps that were handed out before stay true.
 * @param onStep is handed the rows as they come in, the last of them too
 */
export async function syncRows<T>(
  deps: SyncDeps<T>,
  start: HeldRows<T> | null,
  onStep: (step: SyncStep<T>) => void | Promise<void> = () => undefined,
): Promise<HeldRows<T>> {
  let held = start
  let waiting: ChangesPage<T>[] = []
  const filling = start === null || start.partial === true
  const take = async (changes: Changes<T>, last: boolean): Promise<HeldRows<T>> => {
    const readAt = await deps.clock.now()
    const before = deps.current?.() ?? held
    const everything = changes.restarted || before === null
    const base = everything ? changes : merge(before, changes)
    const partial = filling && !last
    held = { rows: base.rows, unreadable: base.unreadable, token: changes.token, readAt }
    if (partial) held = { ...held, partial }
    const gone = [...changes.removed, ...changes.unreadable.map((row) => row.id)]
    await onStep({ held, put: changes.rows, gone, everything })
    return held
  }
  const all = await deps.store.changesSince(start?.token ?? null, async (page) => {
    waiting.push(page)
    // Rows that replace all others are shown together: a full list must not shrink to its first page.
    if (page.last || page.restarted || !isWorthShowing(waiting, held)) return
    const changes = together(waiting)
    waiting = []
    await take(changes, false)
  })
  // Nothing was handed over page by page, or all of it replaces what is held.
  if (waiting.length === 0 || all.restarted) return take(all, true)
  return take(together(waiting), true)
}

/** Most rows that wait for the next step, so that the number on the screen keeps moving. */
const mostWaiting = 2_000

/** Each step goes through all rows, so steps grow with the list: 30,000 rows take some twenty of them. */
function isWorthShowing<T>(waiting: readonly ChangesPage<T>[], held: HeldRows<T> | null): boolean {
  const count = waiting.reduce((sum, page) => sum + page.rows.length, 0)
  return count >= Math.min((held?.rows.length ?? 0) / 2, mostWaiting)
}

/** Pages as one answer; of a row that came more than once the last counts. */
function together<T>(pages: readonly ChangesPage<T>[]): Changes<T> {
  const [first, ...rest] = pages
  if (!first) throw new Error('There is no page to take together.')
  return rest.reduce<Changes<T>>((sum, page) => {
    const later = new Set([...page.rows, ...page.unreadable].map((row) => row.id).concat(page.removed))
    const stands = (row: { readonly id: string }) => !later.has(row.id)
    return {
      rows: [...sum.rows.filter(stands), ...page.rows],
      unreadable: [...sum.unreadable.filter(stands), ...page.unreadable],
      removed: [...sum.removed.filter((id) => !later.has(id)), ...page.removed],
      token: page.token,
      restarted: page.restarted,
    }
  }, first)
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

/**
 * Puts a row that has just been saved in the place of the one held, so that the screen shows it at once; one that
 * has just been created stands at the end.
 */
export function replaceRow<T>(held: HeldRows<T>, row: Stored<T>): HeldRows<T> {
  const isHeld = held.rows.some((one) => one.id === row.id)
  const rows = isHeld ? held.rows.map((one) => (one.id === row.id ? row : one)) : [...held.rows, row]
  return { ...held, rows }
}
