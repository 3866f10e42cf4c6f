import { randomUUID } from 'node:crypto'
import { badRequest, GraphError } from '../graphErrors.ts'
import { mustFit } from '../shapes.ts'
import { builtIn } from './builtInColumns.ts'
import { type ColumnDefinition, facetOf, indexable, typeOf } from './columnTypes.ts'
import { columnShape } from './listShapes.ts'

const MOST_INDEXES = 20
const LONGEST_NAME = 32

const changeable = [
  'displayName',
  'description',
  'columnGroup',
  'hidden',
  'indexed',
  'required',
  'enforceUniqueValues',
]
const creatable = [
  ...changeable,
  'name',
  'readOnly',
  'defaultValue',
  'isDeletable',
  'isSealed',
  'type',
  'validation',
]

/** The new column that the body of POST …/columns asks for. Throws 400 or 409 as SharePoint does. */
export function newColumn(body: unknown, existing: readonly ColumnDefinition[]): ColumnDefinition {
  const given = asObject(body)
  mustFit(columnShape, given, 'columnDefinition')
  const facet = facetOf(given)
  if (facet === undefined) throw badRequest('Unable to determine type of provided column definition')
  refuseUnknown(given, [...creatable, facet])
  const displayName = String(given.displayName ?? given.name ?? '')
  if (displayName === '') throw badRequest('A column needs a name.')
  const name = internalName(String(given.name ?? displayName))
  if (existing.some((one) => sameText(one.name, name) || sameText(one.displayName, displayName)))
    throw nameTaken()
  // defaultValue is accepted and ignored on create: gdc#3480
  const { defaultValue: _ignored, ...kept } = given
  const readOnly = facet === 'calculated'
  const column = builtIn(name, {
    readOnly,
    ...kept,
    [facet]: withDefaults(facet, given[facet]),
    name,
    displayName,
    id: randomUUID(),
  })
  return checked(column, existing)
}

/** The column after PATCH. Throws 400. */
export function changedColumn(
  column: ColumnDefinition,
  body: unknown,
  others: readonly ColumnDefinition[],
): ColumnDefinition {
  const given = asObject(body)
  mustFit(columnShape, given, 'columnDefinition')
  const facet = facetOf(column)
  if ('name' in given && given.name !== column.name)
    throw badRequest('The name of a column cannot be changed.')
  if (column.readOnly) throw badRequest(`The column '${column.name}' cannot be changed.`)
  const facets = facet === undefined ? [] : [facet]
  refuseUnknown(given, [...changeable, ...facets, 'name', 'defaultValue'])
  if (others.some((one) => sameText(one.displayName, String(given.displayName ?? '')))) throw nameTaken()
  const settings =
    facet === undefined ? {} : { [facet]: { ...asObject(column[facet]), ...asObject(given[facet] ?? {}) } }
  const changed: ColumnDefinition = { ...column, ...given, ...settings }
  if (typeOf(changed) !== typeOf(column)) throw badRequest('The type of a column cannot be changed.')
  return checked(changed, others)
}

/** SharePoint's internal name: spaces and marks encoded, cut at 32 characters. */
export function internalName(name: string): string {
  const encoded = name.replace(/[^\w]/g, (mark) => `_x${mark.charCodeAt(0).toString(16).padStart(4, '0')}_`)
  return encoded.slice(0, LONGEST_NAME)
}

function checked(column: ColumnDefinition, others: readonly ColumnDefinition[]): ColumnDefinition {
  if (column.enforceUniqueValues && !column.indexed) {
    throw badRequest(`The column '${column.name}' must be indexed to enforce unique values.`)
  }
  if (!column.indexed) return column
  if (!indexable(typeOf(column)))
    throw badRequest(`The column '${column.name}' is of a type that cannot be indexed.`)
  if (others.filter((one) => one.indexed).length >= MOST_INDEXES) {
    throw badRequest(`The list already has the most indexes it may have (${MOST_INDEXES}).`)
  }
  return column
}

function withDefaults(facet: string, settings: unknown): Record<string, unknown> {
  const given = asObject(settings)
  if (facet === 'text') {
    const several = given.allowMultipleLines === true
    const more = several
      ? { appendChangesToExistingText: false, linesForEditing: 6, textType: 'plain' }
      : { maxLength: 255 }
    return { allowMultipleLines: false, ...more, ...given }
  }
  if (facet === 'choice') return { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu', ...given }
  if (facet === 'dateTime') return { displayAs: 'default', format: 'dateOnly', ...given }
  if (facet === 'personOrGroup') {
    return {
      allowMultipleSelection: false,
      chooseFromType: 'peopleAndGroups',
      displayAs: 'nameWithPresence',
      ...given,
    }
  }
  return given
}

function refuseUnknown(given: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name) && !name.startsWith('@odata.'))
  if (unknown !== undefined)
    throw badRequest(`Property '${unknown}' of a column definition is not imitated here.`)
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw badRequest('The body must be a JSON object.')
}

const sameText = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
const nameTaken = () =>
  new GraphError(409, 'nameAlreadyExists', 'A column with the same name already exists.')
