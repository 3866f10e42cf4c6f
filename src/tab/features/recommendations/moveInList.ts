import type { RegisterEntry } from './findRows.ts'

/** What a key asks for: another line, the line's own action, or folding its report. */
export interface Move {
  readonly to?: number
  readonly act?: boolean
  readonly toggle?: boolean
}

const pageOfLines = 8

/** Keys of the treegrid pattern; null for keys that are not ours. */
export function moveInList(key: string, entries: readonly RegisterEntry[], active: number): Move | null {
  const last = entries.length - 1
  const to = (index: number): Move => ({ to: Math.max(0, Math.min(index, last)) })
  switch (key) {
    case 'ArrowDown':
      return to(active + 1)
    case 'ArrowUp':
      return to(active - 1)
    case 'PageDown':
      return to(active + pageOfLines)
    case 'PageUp':
      return to(active - pageOfLines)
    case 'Home':
      return to(0)
    case 'End':
      return to(last)
    case 'Enter':
    case ' ':
      return { act: true }
    case 'ArrowRight':
      return openOrEnter(entries, active)
    case 'ArrowLeft':
      return closeOrLeave(entries, active)
    default:
      return null
  }
}

function openOrEnter(entries: readonly RegisterEntry[], active: number): Move {
  const entry = entries[active]
  if (entry?.kind !== 'report') return { act: true }
  return entry.expanded ? { to: Math.min(active + 1, entries.length - 1) } : { toggle: true }
}

function closeOrLeave(entries: readonly RegisterEntry[], active: number): Move {
  const entry = entries[active]
  if (entry?.kind === 'report') return entry.expanded ? { toggle: true } : { to: active }
  const parent = entries.slice(0, active).findLastIndex((one) => one.kind === 'report')
  return { to: Math.max(parent, 0) }
}
