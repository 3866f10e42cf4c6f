import { M365Error } from '../../domain/m365Error.ts'
import type { ListDeclaration } from '../columns/columnTypes.ts'

/** SharePoint keeps 63,999 characters of many lines; the rest is room for what it counts differently. */
const longestNote = 63_000
const longestText = 255

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
    const longest = column.kind === 'note' ? longestNote : longestText
    if (value.length > longest) throw tooLong(declaration.title, name, value.length, longest)
  }
  return { Title: title.slice(0, longestText), ...wire, WriteMark: writeMark }
}

/** SharePoint keeps whole seconds; we cut them ourselves so that what is written is what is read. */
function toWholeSeconds(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}

function tooLong(list: string, column: string, length: number, longest: number): M365Error {
  const count = new Intl.NumberFormat('en-GB')
  return new M365Error(
    'unexpected',
    `${column} in the list ${list} would hold ${count.format(length)} characters; SharePoint keeps ${count.format(longest)} at most. Nothing was saved. Shorten it and save again.`,
  )
}
