import { useCallback, useEffect, useRef, useState } from 'react'

export interface Loaded<T> {
  readonly value?: T
  readonly trouble?: string
  readonly reload: () => Promise<void>
}

/**
 * Loads a value, and again whenever `revision` changes; the value shown before stays on the screen meanwhile
 * unless `key` changed. An answer that arrives after a newer one was asked for is dropped.
 */
export function useLoaded<T>(key: string, revision: string | undefined, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; value?: T; trouble?: string }>({ key })
  const latest = useRef(load)
  latest.current = load
  const round = useRef(0)

  const reload = useCallback(async () => {
    const mine = ++round.current
    try {
      const value = await latest.current()
      if (mine === round.current) setState({ key, value })
    } catch (error) {
      if (mine !== round.current) return
      const trouble = error instanceof Error ? error.message : String(error)
      setState((before) => ({ key, value: before.key === key ? before.value : undefined, trouble }))
    }
  }, [key])

  useEffect(() => {
    if (revision !== undefined) void reload()
  }, [reload, revision])

  return { value: state.key === key ? state.value : undefined, trouble: state.trouble, reload }
}
