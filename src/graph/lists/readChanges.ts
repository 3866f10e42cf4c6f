import type { Client } from '@microsoft/microsoft-graph-client'
import type * as v from 'valibot'
import type { Changes, ChangesPage, Stored, UnreadableRow } from '../../usecases/ports.ts'
import { deltaPages } from '../delta.ts'
import { readAll } from './readRow.ts'

/**
 * The changes of a list as rows of the domain. Each page is understood as it comes, so that a long list can be shown
 * before its end, and what came over the wire is let go of. Throws `M365Error`.
 */
export async function readChanges<T>(
  client: Client,
  start: string,
  since: string | null,
  schema: v.GenericSchema<unknown, T>,
  onPage?: (page: ChangesPage<T>) => void | Promise<void>,
): Promise<Changes<T>> {
  const rows = new Map<string, Stored<T>>()
  const unreadable = new Map<string, UnreadableRow>()
  const removed = new Set<string>()
  let token = since ?? start
  let restarted = false
  for await (const page of deltaPages(client, start, since)) {
    const read = readAll(page.items, schema)
    await onPage?.({
      ...read,
      removed: page.removed,
      token: page.token,
      restarted: page.restarted,
      last: page.last,
    })
    if (page.restarted && !restarted) for (const file of [rows, unreadable, removed]) file.clear()
    for (const row of read.rows) latest(row.id, rows, row, unreadable, removed)
    for (const row of read.unreadable) latest(row.id, unreadable, row, rows, removed)
    for (const id of page.removed) {
      rows.delete(id)
      unreadable.delete(id)
      removed.add(id)
    }
    token = page.token
    restarted = page.restarted
  }
  return {
    rows: [...rows.values()],
    unreadable: [...unreadable.values()],
    removed: [...removed],
    token,
    restarted,
  }
}

/** Files the latest word about an id and takes back the earlier one, wherever that was filed. */
function latest<R>(
  id: string,
  file: Map<string, R>,
  row: R,
  other: Map<string, unknown>,
  removed: Set<string>,
): void {
  other.delete(id)
  removed.delete(id)
  file.set(id, row)
}
