import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { isM365Error } from '../../domain/m365Error.ts'
import type { Clock, ListStore, Stored } from '../../usecases/ports.ts'
import { type HeldRows, replaceRow, syncRows } from '../../usecases/syncRecommendations.ts'
import { Failure } from './Failure.tsx'
import { Forbidden } from './Forbidden.tsx'
import { refreshEvery, useLate, useOnline } from './freshness.ts'
import { Loading } from './Loading.tsx'
import { Offline } from './Offline.tsx'
import { ReadingBar } from './ReadingBar.tsx'
import { type RowCache, useRowCache } from './rowCache.tsx'
import { StaleBar } from './StaleBar.tsx'
import { useServices } from './services.tsx'

/** Lists that the tab keeps on the device. The name is the key of the cache. */
export type RowsName =
  | 'recommendations'
  | 'reports'
  | 'posts'
  | 'courses'
  | 'runs'
  | 'venues'
  | 'exercises'
  | 'contacts'
  | 'papers'
  | 'settings'

/** One list as a screen sees it. */
export interface Rows<T> {
  readonly held: HeldRows<T> | undefined
  readonly error: unknown
  readonly loading: boolean
  readonly refreshing: boolean
  refresh(): void
  /** Shows a row that has just been saved, without asking again. */
  replace(row: Stored<T>): void
}

/** Whether Microsoft 365 was out of reach, as opposed to having said no. */
export function isOutage(error: unknown): boolean {
  return isM365Error(error, 'unavailable') || isM365Error(error, 'throttled')
}

interface RowsDeps {
  readonly client: QueryClient
  readonly cache: RowCache
  readonly clock: Pick<Clock, 'now'>
}

/** How a list is read: rows are shown as they come in, and each step is kept on the device. */
function rowsQuery<T>(deps: RowsDeps, name: RowsName, store: Pick<ListStore<T>, 'changesSince'>) {
  const { client, cache, clock } = deps
  const queryKey = ['rows', name]
  const current = () => client.getQueryData<HeldRows<T>>(queryKey) ?? null
  return {
    queryKey,
    // Comparing 30,000 rows with their former selves costs more than drawing those in view.
    structuralSharing: false,
    queryFn: async (): Promise<HeldRows<T>> => {
      try {
        // What is kept on this device is shown as it is read; what has changed is asked for once all of it is there.
        if (current()) await cache.whole
        return await syncRows({ store, clock, current }, current(), async (step) => {
          client.setQueryData(queryKey, step.held)
          await cache.keep(name, step)
        })
      } catch (thrown) {
        if (isM365Error(thrown, 'forbidden') && thrown.status === 403) await cache.forget()
        throw thrown
      }
    },
  }
}

/** Starts to read a list before a screen asks for it; the screen then takes part in the same reading. */
export function startReading<T>(
  deps: RowsDeps,
  name: RowsName,
  store: Pick<ListStore<T>, 'changesSince'>,
): void {
  void deps.client.prefetchQuery(rowsQuery(deps, name, store))
}

/**
 * One list: the rows kept on this device at once, then what changed, then again every half minute while the
 * window is visible and whenever it gets the focus. A failure leaves the rows where they are.
 */
export function useRows<T>(name: RowsName, store: Pick<ListStore<T>, 'changesSince'>): Rows<T> {
  const { clock } = useServices()
  const cache = useRowCache()
  const client = useQueryClient()
  const query = useQuery({
    ...rowsQuery({ client, cache, clock }, name, store),
    refetchInterval: refreshEvery,
  })
  const { refetch, error } = query
  const [lastError, setLastError] = useState<unknown>(null)
  useEffect(() => {
    if (error) setLastError(error)
  }, [error])
  const replace = useCallback(
    (row: Stored<T>) => {
      client.setQueryData<HeldRows<T>>(['rows', name], (held) => held && replaceRow(held, row))
    },
    [client, name],
  )
  const refresh = useCallback(() => void refetch(), [refetch])
  return {
    held: query.data,
    // A new try forgets the failure before it; without rows the screen would come and go under the keyboard.
    error: error ?? (query.isPending ? lastError : null),
    loading: query.isPending,
    refreshing: query.isFetching,
    refresh,
    replace,
  }
}

/**
 * Draws the screen that fits the state of the lists: loading, forbidden, offline, a failure, or the content with a
 * bar above it when the rows are older than they should be.
 */
export function RowsGate(props: {
  lists: readonly Rows<unknown>[]
  what: string
  children: () => ReactNode
}) {
  const { lists, what, children } = props
  const { me } = useServices()
  const retry = () => {
    for (const list of lists) list.refresh()
  }
  const failed = lists.find((list) => list.error)
  const retrying = lists.some((list) => list.refreshing)
  const online = useOnline()
  // A list that comes page by page is answered all the time, however long it takes to its end.
  const late = useLate(lists.some((list) => list.refreshing && !list.held?.partial))
  useWhenBack(online, retry)
  if (lists.some((list) => isM365Error(list.error, 'forbidden'))) {
    return <Forbidden name={me.name} onRetry={retry} />
  }
  const missing = lists.filter((list) => !list.held)
  if (missing.length > 0) {
    const broken = missing.find((list) => list.error)
    if (!broken && online) return <Loading what={`Reading ${what}`} late={late} />
    if (!broken || isOutage(broken.error)) return <Offline onRetry={retry} retrying={retrying} />
    return <Failure error={broken.error} onRetry={retry} />
  }
  const oldest = lists.map((list) => list.held?.readAt ?? '').reduce((a, b) => (a < b ? a : b))
  return (
    <>
      {(failed || late || !online) && (
        <StaleBar since={oldest} error={failed?.error} online={online} onRetry={retry} retrying={retrying} />
      )}
      <ReadingBar lists={lists} what={what} />
      {children()}
    </>
  )
}

/** Asks again as soon as the browser has a network again. */
function useWhenBack(online: boolean, retry: () => void): void {
  const before = useRef(online)
  useEffect(() => {
    if (online && !before.current) retry()
    before.current = online
  }, [online, retry])
}
