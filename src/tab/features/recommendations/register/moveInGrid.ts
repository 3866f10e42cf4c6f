import { type Move, moveInList } from '../moveInList.ts'
import type { Line } from './lines.ts'

/** Where the focus is: on a line as a whole (`cell` null), or on one of its cells. */
export interface Place {
  readonly line: number
  readonly cell: number | null
}

/** What a key asks for in the grid: a move of the list, another cell, or choosing rows. */
export interface GridMove extends Move {
  readonly cell?: number | null
  readonly choose?: 'one' | 'range' | 'all' | 'none'
}

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/**
 * Keys of the treegrid pattern (w3.org/WAI/ARIA/apg/patterns/treegrid) with rows that can be chosen. From a row,
 * Right goes into its cells and Left comes back out.
 */
export function moveInGrid(
  pressed: Pressed,
  lines: readonly Line[],
  at: Place,
  cells: number,
  mayChoose: boolean,
): GridMove | null {
  const { key, shiftKey } = pressed
  const line = lines[at.line]
  const command = pressed.ctrlKey || pressed.metaKey
  if (mayChoose) {
    if (command && key.toLowerCase() === 'a') return { choose: 'all' }
    if (key === 'Escape') return { choose: 'none' }
    if (key === ' ' && line?.kind === 'row') return { choose: shiftKey ? 'range' : 'one' }
  }
  if (line?.kind === 'row') {
    const inRow = moveInRow(key, at.cell, cells, command)
    if (inRow) return inRow
  }
  const move = moveInList(key, lines, at.line)
  if (!move) return null
  const widens = mayChoose && shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')
  return widens ? { ...move, choose: 'range' } : move
}

function moveInRow(key: string, cell: number | null, cells: number, command: boolean): GridMove | null {
  if (key === 'ArrowRight') return { cell: Math.min((cell ?? -1) + 1, cells - 1) }
  if (cell === null) return null
  if (key === 'ArrowLeft') return { cell: cell === 0 ? null : cell - 1 }
  if (command) return null
  if (key === 'Home') return { cell: 0 }
  return key === 'End' ? { cell: cells - 1 } : null
}
