import type { QueryClient } from '@tanstack/react-query'
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { createContext, type ReactNode, useContext } from 'react'
import type { Stored } from '../../usecases/ports.ts'
import type { HeldRows, SyncStep } from '../../usecases/syncRecommendations.ts'

/** The rows kept on this device for one person and one site. */
export interface RowCache {
  /** Settles when all that was kept has been handed over; before that a list may hold its first rows only. */
  readonly whole: Promise<void>
  /** Brings the copy of one list in step; it costs what changed. */
  keep(name: string, step: SyncStep<unknown>): Promise<void>
  /** Forgets everything, when SharePoint says that this person may no longer read the site. */
  forget(): Promise<void>
}

/** A cache that keeps nothing: for tests, and for browsers that refuse storage. */
export const noCache: RowCache = {
  whole: Promise.resolve(),
  keep: async () => undefined,
  forget: async () => undefined,
}

const RowCacheContext = createContext<RowCache>(noCache)

/** Hands the cache to every list below. */
export function RowCacheProvider({ cache, children }: { cache: RowCache; children: ReactNode }) {
  return <RowCacheContext value={cache}>{children}</RowCacheContext>
}

/** The cache of the signed-in person; one that keeps nothing where there is none. */
export function useRowCache(): RowCache {
  return useContext(RowCacheContext)
}

/** Raised when the shape of a row changes: what older versions kept is thrown away. */
const shape = 3

/** A row as it is kept: JSON text, which a browser reads several times faster than an object of its own. */
interface KeptRow {
  readonly list: string
  /** SharePoint counts its items: as a number it sorts in the order in which they were made. */
  readonly place: string | number
  readonly json: string
}

type KeptList = Omit<HeldRows<unknown>, 'rows'>

interface Kept extends DBSchema {
  rows: { key: [list: string, place: string | number]; value: KeptRow }
  lists: { key: string; value: KeptList }
}

type Database = IDBPDatabase<Kept>

/**
 * Opens the cache of one person and site and hands what it holds to the query client, marked as old so that
 * every list is asked for changes at once: first what fills a screen, then the rest. Storage that is refused costs
 * speed only.
 */
export async function openRowCache(client: QueryClient, objectId: string, siteId: string): Promise<RowCache> {
  try {
    const place = `follow-through ${objectId} ${siteId}`
    // What the first version kept, all rows of a list in one piece.
    void deleteDB(place).catch(() => undefined)
    const db = await openDatabase(`${place} rows`)
    const rest = await handOverFirst(db, client)
    const whole = handOverRest(db, client, rest).catch(() => undefined)
    return { whole, keep: (name, step) => keep(db, name, step), forget: () => forget(db) }
  } catch {
    return noCache
  }
}

/** Rows that more than fill a screen. */
const firstRows = 300

/** Rows that are read in one go: few enough for the window to answer in between. */
const rowsAtOnce = 3_000

/** What is known of a list of which only the first rows were read. */
interface Begun {
  readonly name: string
  readonly list: KeptList
  readonly rows: readonly Stored<unknown>[]
}

async function handOverFirst(db: Database, client: QueryClient): Promise<readonly Begun[]> {
  const begun: Begun[] = []
  for (const name of await db.getAllKeys('lists')) {
    const queryKey = ['rows', name]
    const list = await db.get('lists', name)
    if (!list || client.getQueryData(queryKey) !== undefined) continue
    const { rows, more } = await readSome(db, name, 0, firstRows)
    client.setQueryData(queryKey, { ...list, rows, partial: more || list.partial }, { updatedAt: 1 })
    if (more) begun.push({ name, list, rows })
  }
  return begun
}

async function handOverRest(db: Database, client: QueryClient, lists: readonly Begun[]): Promise<void> {
  for (const { name, list, rows: first } of lists) {
    const rows = [...first]
    for (let more = true; more; ) {
      const next = await readSome(db, name, rows.length, rowsAtOnce)
      rows.push(...next.rows)
      more = next.more
    }
    client.setQueryData(['rows', name], { ...list, rows }, { updatedAt: 1 })
  }
}

/** Some rows of a list after so many of them; nobody else writes while the list is being opened. */
async function readSome(db: Database, name: string, after: number, count: number) {
  const store = db.transaction('rows').store
  let range = ofList(name)
  if (after > 0) {
    const cursor = await store.openKeyCursor(range)
    const at = await cursor?.advance(after)
    if (!at) return { rows: [], more: false }
    range = IDBKeyRange.bound(at.key, [name, []])
  }
  const kept = await store.getAll(range, count)
  return { rows: kept.map(({ json }): Stored<unknown> => JSON.parse(json)), more: kept.length === count }
}

/** A cache that is still being opened; until then what is to be kept waits. */
export function openingCache(opening: Promise<RowCache>): RowCache {
  const opened = opening.catch(() => noCache)
  return {
    whole: opened.then((cache) => cache.whole),
    keep: async (name, step) => (await opened).keep(name, step),
    forget: async () => (await opened).forget(),
  }
}

function openDatabase(name: string): Promise<Database> {
  return openDB<Kept>(name, shape, {
    upgrade(db) {
      for (const store of [...db.objectStoreNames]) db.deleteObjectStore(store)
      db.createObjectStore('rows', { keyPath: ['list', 'place'] })
      db.createObjectStore('lists')
    },
    // Another window brings a newer shape: it must not have to wait for this one.
    blocking: (_now, _later, event) => (event.target as IDBDatabase | null)?.close(),
  })
}

/** All keys of one list: an array sorts after every text. */
const ofList = (name: string) => IDBKeyRange.bound([name], [name, []])

function placeOf(id: string): string | number {
  return /^\d{1,15}$/.test(id) ? Number(id) : id
}

function keptRow(list: string, row: Stored<unknown>): KeptRow {
  return { list, place: placeOf(row.id), json: JSON.stringify(row) }
}

async function keep(db: Database, name: string, step: SyncStep<unknown>): Promise<void> {
  try {
    const work = db.transaction(['rows', 'lists'], 'readwrite', { durability: 'relaxed' })
    const rows = work.objectStore('rows')
    const { rows: _, ...list } = step.held
    const done: Promise<unknown>[] = [work.objectStore('lists').put(list, name)]
    if (step.everything) done.push(rows.delete(ofList(name)))
    for (const id of step.gone) done.push(rows.delete([name, placeOf(id)]))
    for (const row of step.put) done.push(rows.put(keptRow(name, row)))
    await Promise.all([...done, work.done])
  } catch {
    // A full disk or private browsing: the rows are on the screen all the same.
  }
}

async function forget(db: Database): Promise<void> {
  try {
    await Promise.all([db.clear('rows'), db.clear('lists')])
  } catch {
    // Nothing more can be done from here; the screen shows no row any more.
  }
}
