import type { QueryClient } from '@tanstack/react-query'
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { createContext, type ReactNode, useContext } from 'react'
import type { Stored } from '../../usecases/ports.ts'
import type { HeldRows, SyncStep } from '../../usecases/syncRecommendations.ts'

/** The rows kept on this device for one person and one site. */
export interface RowCache {
  /** Brings the copy of one list in step; it costs what changed. */
  keep(name: string, step: SyncStep<unknown>): Promise<void>
  /** Forgets everything, when SharePoint says that this person may no longer read the site. */
  forget(): Promise<void>
}

/** A cache that keeps nothing: for tests, and for browsers that refuse storage. */
export const noCache: RowCache = { keep: async () => undefined, forget: async () => undefined }

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
const shape = 2

/** A row as it is kept: JSON text, which a browser reads several times faster than an object of its own. */
interface KeptRow {
  readonly list: string
  readonly id: string
  readonly json: string
}

type KeptList = Omit<HeldRows<unknown>, 'rows'>

interface Kept extends DBSchema {
  rows: { key: [list: string, id: string]; value: KeptRow }
  lists: { key: string; value: KeptList }
}

type Database = IDBPDatabase<Kept>

/**
 * Opens the cache of one person and site and hands what it holds to the query client, marked as old so that
 * every list is asked for changes at once. Storage that is refused costs speed only.
 */
export async function openRowCache(client: QueryClient, objectId: string, siteId: string): Promise<RowCache> {
  try {
    const place = `follow-through ${objectId} ${siteId}`
    // What the first version kept, all rows of a list in one piece.
    void deleteDB(place).catch(() => undefined)
    const db = await openDatabase(`${place} rows`)
    for (const name of await db.getAllKeys('lists')) {
      const held = await read(db, name)
      if (held && client.getQueryData(['rows', name]) === undefined)
        client.setQueryData(['rows', name], held, { updatedAt: 1 })
    }
    return { keep: (name, step) => keep(db, name, step), forget: () => forget(db) }
  } catch {
    return noCache
  }
}

/** A cache that is still being opened; until then what is to be kept waits. */
export function openingCache(opening: Promise<RowCache>): RowCache {
  const opened = opening.catch(() => noCache)
  return {
    keep: async (name, step) => (await opened).keep(name, step),
    forget: async () => (await opened).forget(),
  }
}

function openDatabase(name: string): Promise<Database> {
  return openDB<Kept>(name, shape, {
    upgrade(db) {
      for (const store of [...db.objectStoreNames]) db.deleteObjectStore(store)
      db.createObjectStore('rows', { keyPath: ['list', 'id'] })
      db.createObjectStore('lists')
    },
    // Another window brings a newer shape: it must not have to wait for this one.
    blocking: (_now, _later, event) => (event.target as IDBDatabase | null)?.close(),
  })
}

async function read(db: Database, name: string): Promise<HeldRows<unknown> | null> {
  const work = db.transaction(['rows', 'lists'])
  const [list, rows] = await Promise.all([
    work.objectStore('lists').get(name),
    work.objectStore('rows').getAll(ofList(name)),
  ])
  if (!list) return null
  return { ...list, rows: rows.sort(byNumber).map(({ json }): Stored<unknown> => JSON.parse(json)) }
}

/** SharePoint counts its items; the store sorts their numbers as text. */
function byNumber(a: KeptRow, b: KeptRow): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1)
}

/** All keys of one list: an array sorts after every text. */
const ofList = (name: string) => IDBKeyRange.bound([name], [name, []])

async function keep(db: Database, name: string, step: SyncStep<unknown>): Promise<void> {
  try {
    const work = db.transaction(['rows', 'lists'], 'readwrite', { durability: 'relaxed' })
    const rows = work.objectStore('rows')
    const { rows: _, ...list } = step.held
    const done: Promise<unknown>[] = [work.objectStore('lists').put(list, name)]
    if (step.everything) done.push(rows.delete(ofList(name)))
    for (const id of step.gone) done.push(rows.delete([name, id]))
    for (const row of step.put) done.push(rows.put({ list: name, id: row.id, json: JSON.stringify(row) }))
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
