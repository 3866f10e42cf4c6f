import { badRequest } from '../graphErrors.ts'
import { type Comparison, type FilterNode, type Literal, parseFilter } from '../query/filter.ts'
import { FilterError } from '../query/filterTokens.ts'
import { type ColumnDefinition, isLookup, typeOf } from './columnTypes.ts'
import { readInstant, siteMidnight } from './instants.ts'

/** One comparison of a list filter, its value in the form the index keeps. */
export interface Condition {
  readonly column: ColumnDefinition
  readonly operator: Comparison | 'startswith'
  readonly value: string | number
}

/** What to sort by. */
export interface ItemOrder {
  readonly column: ColumnDefinition
  readonly descending: boolean
}

/**
 * Reads the $filter of a list: comparisons and startswith on `fields/…`, joined by `and`; nothing else is documented.
 * Throws 400. https://learn.microsoft.com/graph/api/listitem-list
 */
export function readConditions(columns: readonly ColumnDefinition[], text: string | undefined): Condition[] {
  if (text === undefined) return []
  return flatten(parsed(text)).map((node) => condition(columns, node))
}

/**
 * Reads $orderby. Sorting by a field works when it is indexed; sorting by anything else is ignored, as has been
 * reported of id and lastModifiedDateTime: gd#3962, gd#14191. Throws 400.
 */
export function readOrder(
  columns: readonly ColumnDefinition[],
  text: string | undefined,
): ItemOrder | undefined {
  if (text === undefined) return undefined
  const [, path = '', direction = 'asc', more] = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*(,.*)?$/i.exec(text) ?? []
  if (path === '') throw badRequest(`Syntax error in $orderby '${text}'.`)
  if (more !== undefined) throw badRequest('Only one field in $orderby is imitated.')
  if (!path.startsWith('fields/')) return undefined
  return { column: columnAt(columns, path), descending: direction.toLowerCase() === 'desc' }
}

/** The refusal of a field without an index: gd#2279. */
export const notIndexed = (name: string) =>
  badRequest(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  )

function parsed(text: string): FilterNode {
  try {
    return parseFilter(text)
  } catch (error) {
    throw error instanceof FilterError ? badRequest(`Invalid filter clause: ${error.message}`) : error
  }
}

function flatten(node: FilterNode): FilterNode[] {
  return node.kind === 'and' ? [...flatten(node.left), ...flatten(node.right)] : [node]
}

function condition(columns: readonly ColumnDefinition[], node: FilterNode): Condition {
  const call = node.kind === 'call' && node.name === 'startswith'
  if (node.kind !== 'compare' && !call) {
    throw badRequest(
      'Invalid filter clause: list items are filtered by eq, ne, lt, gt, le, ge, startswith and `and` only.',
    )
  }
  const column = columnAt(columns, node.path)
  const operator = node.kind === 'compare' ? node.operator : 'startswith'
  if (operator === 'startswith' && !['text', 'choice'].includes(typeOf(column))) throw mismatch(column)
  return { column, operator, value: comparable(column, node.value) }
}

function columnAt(columns: readonly ColumnDefinition[], path: string): ColumnDefinition {
  const name = path.replace(/^fields\//, '')
  if (name === path) throw badRequest('Invalid filter clause')
  if (name === 'id' || name === 'ID')
    throw badRequest(`Field '${name}' is not imitated in a filter: get the item by its id.`)
  const column = columns.find((one) => one.name === name)
  if (column !== undefined && !isLookup(typeOf(column))) return column
  // By the value of a person or lookup nothing sensible comes back: gd#2351, gd#5017.
  if (column !== undefined) throw badRequest(`Field '${name}' can be filtered only as '${name}LookupId'.`)
  const lookup = columns.find((one) => `${one.name}LookupId` === name && isLookup(typeOf(one)))
  if (lookup === undefined) throw badRequest(`Field '${name}' is not recognized`)
  return lookup
}

function comparable(column: ColumnDefinition, value: Literal): string | number {
  const type = typeOf(column)
  if (isLookup(type) && Number.isInteger(Number(value))) return Number(value)
  if (type === 'number' && typeof value === 'number') return value
  if (type === 'boolean' && typeof value === 'boolean') return value ? 1 : 0
  if (type === 'dateTime' || column.name === 'Created' || column.name === 'Modified')
    return momentOf(column, value)
  if ((type === 'text' || type === 'note' || type === 'choice') && typeof value === 'string') return value
  throw mismatch(column)
}

function momentOf(column: ColumnDefinition, value: Literal): string {
  const dateOnly = JSON.stringify(column.dateTime ?? {}).includes('dateOnly')
  const kept = typeof value === 'string' ? (dateOnly ? siteMidnight(value) : readInstant(value)) : undefined
  if (kept === undefined) throw mismatch(column)
  return kept
}

const mismatch = (column: ColumnDefinition) =>
  badRequest(`Invalid filter clause: the value does not fit the column '${column.name}'.`)
