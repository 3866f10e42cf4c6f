import { useSyncExternalStore } from 'react'

/** Pixels from which there is room for a grid: below it, and at 200 % zoom on a laptop, lists are cards. */
const wideFrom = 900

const media = () => window.matchMedia?.(`(min-width: ${wideFrom}px)`)

function follow(listener: () => void): () => void {
  const list = media()
  list?.addEventListener('change', listener)
  return () => list?.removeEventListener('change', listener)
}

/** Whether the window has room for a grid with columns. */
export function useWide(): boolean {
  return useSyncExternalStore(follow, () => media()?.matches ?? false)
}
