import { useEffect, useState, useSyncExternalStore } from 'react'

/** How often a list is asked for changes while the window is visible, in milliseconds. */
export const refreshEvery = 30_000

/** Milliseconds without an answer after which the screen says that it is still waiting. */
export const lateAfter = 5_000

function follow(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the browser has a network at all; follows its `offline` and `online` events at once. */
export function useOnline(): boolean {
  return useSyncExternalStore(follow, () => window.navigator.onLine)
}

/** True once something has been under way for longer than `lateAfter`, until it ends. */
export function useLate(underWay: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!underWay) return
    const timer = setTimeout(setLate, lateAfter, true)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [underWay])
  return late
}
