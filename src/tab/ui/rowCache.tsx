import type { QueryClient } from '@tanstack/react-query'
import { clear, createStore, entries, set, type UseStore } from 'idb-keyval'
import { createContext, type ReactNode, useContext } from 'react'
import type { HeldRows } from '../../usecases/syncRecommendations.ts'

/** The rows kept on this device for one person and one site. */
export interface RowCache {
  keep(name: string, held: HeldRows<unknown>): Promise<void>
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

/** Raised when the shape of what is kept changes: older entries are then left unread. */
const shape = 1

interface Kept {
  readonly shape: number
  readonly held: HeldRows<unknown>
}

/**
 * Opens the cache of one person and site and hands what it holds to the query client, marked as old so that
 * every list is asked for changes at once. Storage that is refused costs speed only.
 */
export async function openRowCache(client: QueryClient, objectId: string, siteId: string): Promise<RowCache> {
  try {
    const store = createStore(`follow-through ${objectId} ${siteId}`, 'rows')
    for (const [name, kept] of await entries<string, Kept>(store)) {
      if (kept.shape === shape) client.setQueryData(['rows', name], kept.held, { updatedAt: 1 })
    }
    return {
      keep: (name, held) => keep(store, name, held),
      forget: () => clear(store).catch(() => undefined),
    }
  } catch {
    return noCache
  }
}

async function keep(store: UseStore, name: string, held: HeldRows<unknown>): Promise<void> {
  try {
    await set(name, { shape, held } satisfies Kept, store)
  } catch {
    // A full disk or private browsing: the rows are on the screen all the same.
  }
}
