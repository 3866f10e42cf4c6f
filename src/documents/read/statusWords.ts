import { statuses } from '../../domain/recommendation.ts'
import type { SourceLine } from './lines.ts'
import { readCell } from './markup.ts'

/** The statuses that a paper explains in its key, and those that every paper may use. */
export interface StatusWords {
  readonly inKey: ReadonlySet<string>
  readonly known: ReadonlySet<string>
}

/**
 * Reads the status key: lines of two cells above the first table, of which the first is a word in capitals
 * (GREEN, AMBER, RED, WHITE; other forces add colours of their own).
 */
export function readStatusKey(lines: readonly SourceLine[]): StatusWords {
  const inKey = new Set<string>()
  for (const { cells } of lines) {
    const [word = '', meaning = '', ...more] = (cells ?? []).map((cell) => readCell(cell).plain)
    const isKeyLine =
      /^[A-Z][A-Z /-]{1,20}$/.test(word) && meaning !== '' && more.every((cell) => cell === '')
    if (isKeyLine) inKey.add(word)
  }
  return { inKey, known: new Set<string>([...statuses, ...inKey]) }
}

/** The status that a cell holds and nothing else, in capitals; null for any other text. */
export function readStatus(text: string, words: StatusWords): string | null {
  if (text.length > 40) return null
  const word = text.replace(/[.*]$/, '').trim().toUpperCase()
  return words.known.has(word) ? word : null
}
