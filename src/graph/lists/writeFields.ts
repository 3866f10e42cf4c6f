import { limits, noteLength, type Overflow, overflow } from '../../domain/limits.ts'
import { M365Error } from '../../domain/m365Error.ts'
import type { Column, ListDeclaration } from '../columns/columnTypes.ts'

/** Fields as they go over the wire; null empties a field. */
export type WireFields = Readonly<Record<string, string | number | boolean | null>>

/**
 * Makes the fields of a write: checks every value against what its column can hold, so that nothing is cut or
 * refused half-way, and adds title and write mark.
 */
export function wireFields(
  declaration: ListDeclaration,
  fields: WireFields,
  title: string,
  writeMark: string,
): WireFields {
  const wire: Record<string, string | number | boolean | null> = {}
  for (const [name, column] of Object.entries(declaration.columns)) {
    if (name === 'WriteMark') continue
    const value = fields[name] ?? null
    wire[name] = value === '' ? null : value
    if (typeof value !== 'string') continue
    if (column.kind === 'instant') wire[name] = toWholeSeconds(value)
    const over = tooLongFor(column, value)
    if (over) throw tooLong(declaration.title, name, over)
  }
  return { Title: title.slice(0, limits.textCharacters), ...wire, WriteMark: writeMark }
}

function tooLongFor(column: Column, value: string): Overflow | null {
  return column.kind === 'note'
    ? overflow(noteLength(value), limits.noteCharacters)
    : overflow(value.length, limits.textCharacters)
}

/** SharePoint keeps whole seconds; we cut them ourselves so that what is written is what is read. */
function toWholeSeconds(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}

/** What people call the columns that can grow. */
const inWords: ReadonlyMap<string, string> = new Map([
  ['Text', 'The text'],
  ['Progress', 'The progress note'],
  ['Elements', 'The parts with their comments'],
  ['Due', 'The history of the deadline'],
  ['Doubts', 'The list of doubts'],
  ['History', 'The history of changes'],
  ['Links', 'The links to other recommendations'],
  ['Evidence', 'The evidence'],
  ['Decisions', 'What was decided beside status and deadline'],
  ['Claims', 'The sentences with the counts'],
  ['Narrative', 'The position statement'],
])

function tooLong(list: string, column: string, { length, longest, by }: Overflow): M365Error {
  const count = new Intl.NumberFormat('en-GB')
  const what = inWords.get(column) ?? column
  return new M365Error(
    'unexpected',
    `${what} (list ${list}) would take ${count.format(length)} characters; SharePoint keeps ${count.format(longest)} at most, so there are ${count.format(by)} too many. Nothing was saved, and what you typed is still here. Shorten it and save again.`,
    { code: 'too-long' },
  )
}
