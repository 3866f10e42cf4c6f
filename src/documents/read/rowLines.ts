import { readLead } from './kinds.ts'
import { readStatus, type StatusWords } from './statusWords.ts'
import type { MappedLine } from './table.ts'

/** The lines of the paper that make up one row, the first of which begins it. */
export interface RowDraft {
  readonly report: number
  readonly lines: MappedLine[]
}

/** What a table line is to the rows: the beginning of one, more of the last one, or neither. */
export type LineRole = 'begins' | 'continues' | 'stray'

/** Decides the role of a table line. A line without a status goes on with the row above it. */
export function roleOf(line: MappedLine, current: RowDraft | null, words: StatusWords): LineRole {
  const lead = readLead(line.text.lines)
  const number = line.number || lead.number
  const says = number !== '' || line.text.plain !== ''
  if (line.status !== '') {
    const isKnown = readStatus(line.status, words) !== null
    const looksLikeStatus = isKnown || line.status.length <= 30
    return says && looksLikeStatus ? 'begins' : current ? 'continues' : 'begins'
  }
  if (current === null) return says ? 'begins' : 'stray'
  const own = current.lines[0]
  const ownNumber = own ? own.number || readLead(own.text.lines).number : ''
  const isNew = number !== '' && number !== ownNumber && (lead.kind !== null || line.due.plain !== '')
  return isNew ? 'begins' : 'continues'
}
