import type { Line } from './register/lines.ts'

/** What a key asks for: another line, the line's own action, or folding its group. */
export interface Move {
  readonly to?: number
  readonly act?: boolean
  readonly toggle?: boolean
}

const pageOfLines = 8

/** Keys of the treegrid pattern; null for keys that are not ours. */
export function moveInList(key: string, lines: readonly Line[], active: number): Move | null {
  const last = lines.length - 1
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
      return openOrEnter(lines, active)
    case 'ArrowLeft':
      return closeOrLeave(lines, active)
    default:
      return null
  }
}

function openOrEnter(lines: readonly Line[], active: number): Move {
  const line = lines[active]
  if (line?.kind !== 'group') return { act: true }
  return line.expanded ? { to: Math.min(active + 1, lines.length - 1) } : { toggle: true }
}

function closeOrLeave(lines: readonly Line[], active: number): Move {
  const line = lines[active]
  if (line?.kind === 'group') return line.expanded ? { toggle: true } : { to: active }
  const parent = lines.slice(0, active).findLastIndex((one) => one.kind === 'group')
  return { to: Math.max(parent, 0) }
}
