import * as v from 'valibot'
import { limits } from '../../domain/limits.ts'
import type { Column, ListDeclaration } from '../columns/columnTypes.ts'

/** A column as Graph describes it, with what we compare (learn.microsoft.com/graph/api/resources/columndefinition). */
export const actualColumn = v.object({
  id: v.string(),
  name: v.string(),
  description: v.optional(v.nullable(v.string()), ''),
  indexed: v.optional(v.boolean(), false),
  enforceUniqueValues: v.optional(v.boolean(), false),
  text: v.optional(
    v.object({
      allowMultipleLines: v.optional(v.boolean(), false),
      textType: v.optional(v.string(), 'plain'),
    }),
  ),
  number: v.optional(v.unknown()),
  boolean: v.optional(v.unknown()),
  dateTime: v.optional(v.object({ format: v.optional(v.string(), 'dateOnly') })),
  choice: v.optional(v.object({ choices: v.optional(v.array(v.string()), []) })),
})
export type ActualColumn = v.InferOutput<typeof actualColumn>

/** The body with which Graph creates a column. */
export function newColumn(name: string, column: Column): Record<string, unknown> {
  return {
    name,
    displayName: displayNameOf(name),
    description: column.description,
    ...(isIndexed(column) ? { indexed: true } : {}),
    ...(isUnique(column) ? { enforceUniqueValues: true } : {}),
    ...facet(column),
  }
}

/** What people see above a column: `OpenDeadline` becomes `Open deadline`. */
function displayNameOf(name: string): string {
  const words = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words
}

function facet(column: Column): Record<string, unknown> {
  switch (column.kind) {
    case 'text':
      return { text: { allowMultipleLines: false, maxLength: 255 } }
    case 'note':
      return {
        text: {
          allowMultipleLines: true,
          textType: 'plain',
          appendChangesToExistingText: false,
          linesForEditing: 6,
        },
      }
    case 'number':
      return { number: {} }
    case 'boolean':
      return { boolean: {} }
    case 'instant':
      return { dateTime: { format: 'dateTime', displayAs: 'standard' } }
    case 'choice':
      return { choice: { allowTextEntry: false, choices: [...column.choices], displayAs: 'dropDownMenu' } }
  }
}

const isIndexed = (column: Column): boolean => 'indexed' in column && column.indexed
const isUnique = (column: Column): boolean => column.kind === 'text' && column.unique

/**
 * Why a list cannot get the indexes that it should have: somebody's own columns have taken too many of the twenty.
 * Null when there is room.
 */
export function indexRefusal(list: ListDeclaration, actual: readonly ActualColumn[]): string | null {
  const declared = Object.entries(list.columns)
  const wanted = declared.filter(([, column]) => isIndexed(column)).map(([name]) => name)
  const there = actual.filter((column) => column.indexed).map((column) => column.name)
  const others = there.filter((name) => !wanted.includes(name))
  const total = new Set([...there, ...wanted]).size
  if (total <= limits.indexesPerList) return null
  const over = total - limits.indexesPerList
  return `${list.title}: SharePoint keeps ${limits.indexesPerList} indexes for a list, and there would be ${total}. Nothing was changed in it. Take the index off ${over} of these columns, which Follow-Through does not need, and run it again: ${others.join(', ')}.`
}

/** What has to happen to one column so that it is as declared. */
export type ColumnStep =
  | { readonly does: 'nothing' }
  | { readonly does: 'create'; readonly body: Record<string, unknown> }
  | { readonly does: 'change'; readonly body: Record<string, unknown> }
  | { readonly does: 'refuse'; readonly is: string; readonly wanted: string }

/**
 * Compares a declared column with the one that is there. A column is never made weaker (an index or a choice that
 * somebody added stays), and never turned into another kind: SharePoint would lose what it holds.
 */
export function stepForColumn(name: string, column: Column, actual: ActualColumn | undefined): ColumnStep {
  if (!actual) return { does: 'create', body: newColumn(name, column) }
  const is = kindOf(actual)
  const wanted = kindInWords[column.kind]
  if (is !== wanted) return { does: 'refuse', is, wanted }
  const body: Record<string, unknown> = {}
  if ((actual.description ?? '') !== column.description) body.description = column.description
  if (isIndexed(column) && !actual.indexed) body.indexed = true
  if (isUnique(column) && !actual.enforceUniqueValues) body.enforceUniqueValues = true
  if (column.kind === 'choice') {
    const there = actual.choice?.choices ?? []
    const missing = column.choices.filter((word) => !there.includes(word))
    if (missing.length > 0) body.choice = { choices: [...there, ...missing] }
  }
  return Object.keys(body).length === 0 ? { does: 'nothing' } : { does: 'change', body }
}

const kindInWords: Readonly<Record<Column['kind'], string>> = {
  text: 'a single line of text',
  note: 'many lines of plain text',
  number: 'a number',
  boolean: 'yes or no',
  instant: 'a date with a time',
  choice: 'a choice',
}

function kindOf(actual: ActualColumn): string {
  if (actual.text && !actual.text.allowMultipleLines) return kindInWords.text
  if (actual.text) return actual.text.textType === 'plain' ? kindInWords.note : 'many lines of rich text'
  if (actual.number !== undefined) return kindInWords.number
  if (actual.boolean !== undefined) return kindInWords.boolean
  if (actual.choice) return kindInWords.choice
  if (actual.dateTime)
    return actual.dateTime.format === 'dateTime' ? kindInWords.instant : 'a date without a time'
  return 'of another kind'
}
