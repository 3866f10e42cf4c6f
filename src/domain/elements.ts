import type { Element, Status } from './recommendation.ts'
import { isImplemented } from './statusWords.ts'

const mark = /^(?:• )?\[(\d{1,2})\]\s*/

/** A part as the text of its recommendation lists it; one without a mark has an empty label. */
export interface ListedPart {
  readonly label: string
  readonly text: string
}

/** The parts that a text lists under the marks `[1]`, `[2]` …, with the sentences that follow the first of them. */
export function partsOfText(lines: readonly string[]): readonly ListedPart[] {
  const parts: ListedPart[] = []
  for (const line of lines) {
    const label = mark.exec(line)
    if (label) parts.push({ label: `[${label[1]}]`, text: line.slice(label[0].length) })
    else if (parts.length > 0) parts.push({ label: '', text: line.replace(/^• /, '') })
  }
  return parts
}

/**
 * The status that the statuses of the parts amount to: green when all are, NEW GREEN when one of them is new, else
 * the worst. A WHITE row with mixed parts stays WHITE, for it still waits. Null when a part has no status of its
 * own: then nothing follows from the rest. Parts that were closed count for nothing.
 */
export function deriveFromElements(elements: readonly Element[], asserted: Status): Status | null {
  const given = elements.map((element) => element.status).filter((status) => status !== null)
  if (given.length === 0 || given.length < elements.length) return null
  const counted = given.filter((status) => status !== 'CLOSED')
  if (counted.length === 0) return null
  if (counted.every(isImplemented)) return counted.includes('NEW GREEN') ? 'NEW GREEN' : 'GREEN'
  if (asserted === 'WHITE') return 'WHITE'
  return (['RED', 'AMBER', 'WHITE'] as const).find((status) => counted.includes(status)) ?? null
}
