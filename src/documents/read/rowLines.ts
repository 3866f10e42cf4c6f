import { readLead } from './kinds.ts'
import type { MappedLine } from './table.ts'

/** The lines of the paper that make up one row, the first of which begins it. */
export interface RowDraft {
  readonly report: number
  readonly lines: MappedLine[]
}

/** What a table line is to the rows: the beginning of one, more of the last one, or neither. */
export type LineRole = 'begins' | 'continues' | 'stray'

/** Decides the role of a table line. A line without a status goes on with the row above it. */
export function roleOf(line: MappedLine, current: RowDraft | null): LineRole {
  const lead = readLead(line.text.lines)
  const number = line.number || lead.number
  const says = number !== '' || line.text.plain !== ''
  if (line.status !== '') return says || current === null ? 'begins' : 'continues'
  if (current === null) return says ? 'begins' : 'stray'
  const own = current.lines[0]
  const ownNumber = own ? own.number || readLead(own.text.lines).number : ''
  const isNew = number !== '' && number !== ownNumber && (lead.kind !== null || line.due.plain !== '')
  return isNew ? 'begins' : 'continues'
}
