import type { DatabaseSync } from 'node:sqlite'
import { badRequest } from '../graphErrors.ts'
import { type ColumnDefinition, isLookup, isMultiLookup, setting, typeOf } from './columnTypes.ts'
import { readInstant, siteMidnight } from './instants.ts'
import type { Fields } from './itemStore.ts'
import { findList, listByTitle } from './listStore.ts'

const LONGEST_TEXT = 255
const LONGEST_NOTE = 63_999
const TYPE = '@odata.type'
const LOOKUP = 'LookupId'
const alwaysReadOnly = [
  'id',
  'AuthorLookupId',
  'EditorLookupId',
  '_ComplianceFlags',
  'AppAuthorLookupId',
  'AppEditorLookupId',
]
const collections = ['Collection(Edm.String)', 'Collection(Edm.Int32)', 'Collection(Edm.Double)']

/** The values of a row after a write: unknown, read-only and ill-typed names are refused with 400. */
export function writtenFields(
  db: DatabaseSync,
  columns: readonly ColumnDefinition[],
  body: unknown,
  before: Fields,
): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest('Fields must be a JSON object.')
  const given = body as Record<string, unknown>
  const after: Record<string, unknown> = { ...before }
  for (const [name, value] of Object.entries(given)) {
    if (name.endsWith(TYPE)) {
      refuseStrayType(columns, name, given)
      continue
    }
    const { column, key } = target(columns, name)
    const kept =
      value === null || value === '' ? undefined : convert(db, column, name, value, given[`${name}${TYPE}`])
    if (kept === undefined) delete after[key]
    else after[key] = kept
  }
  return after
}

function target(
  columns: readonly ColumnDefinition[],
  name: string,
): { column: ColumnDefinition; key: string } {
  if (alwaysReadOnly.includes(name)) throw readOnly(name)
  const column = columns.find((one) => one.name === name)
  if (column !== undefined) {
    if (column.readOnly || typeOf(column) === 'system') throw readOnly(name)
    if (isLookup(typeOf(column)))
      throw badRequest(`Field '${name}' is written by its id, as '${name}${LOOKUP}'.`)
    return { column, key: name }
  }
  const lookup = name.endsWith(LOOKUP) ? columns.find((one) => `${one.name}${LOOKUP}` === name) : undefined
  if (lookup === undefined || !isLookup(typeOf(lookup))) throw badRequest(`Field '${name}' is not recognized`)
  if (lookup.readOnly) throw readOnly(name)
  // A text column called <Person>Id takes the value meant for the person: gdc#1457.
  const trap = columns.find((one) => one.name === `${lookup.name}Id`)
  return trap === undefined ? { column: lookup, key: name } : { column: trap, key: trap.name }
}

function refuseStrayType(
  columns: readonly ColumnDefinition[],
  name: string,
  given: Readonly<Record<string, unknown>>,
): void {
  const field = name.slice(0, -TYPE.length)
  if (!(field in given)) throw badRequest(`The annotation '${name}' has no field.`)
  const column = columns.find((one) => one.name === field || `${one.name}${LOOKUP}` === field)
  const several = column !== undefined && (isMultiLookup(typeOf(column)) || typeOf(column) === 'multiChoice')
  if (!several || !collections.includes(String(given[name]))) {
    throw badRequest(`The annotation '${name}' with the value '${given[name]}' is not valid here.`)
  }
}

function convert(
  db: DatabaseSync,
  column: ColumnDefinition,
  name: string,
  value: unknown,
  type: unknown,
): unknown {
  switch (typeOf(column)) {
    case 'text':
      return text(
        name,
        typeof value === 'number' && name.endsWith(LOOKUP) ? String(value) : value,
        longest(column),
      )
    case 'note':
      return text(name, value, LONGEST_NOTE)
    case 'choice':
      return choice(column, text(name, value, LONGEST_TEXT))
    case 'multiChoice':
      return several(name, value, type).map((one) => choice(column, text(name, one, LONGEST_TEXT)))
    case 'number':
      return numberOf(name, value)
    case 'boolean':
      return booleanOf(name, value)
    case 'dateTime':
      return moment(column, text(name, value, LONGEST_TEXT))
    case 'person':
    case 'lookup':
      return String(lookupId(db, column, value))
    case 'people':
    case 'lookups':
      return emptyAsAbsent(several(name, value, type).map((one) => lookupId(db, column, one)))
    default:
      // Links can be read but not written through Graph: gd#12638.
      throw badRequest('Invalid request')
  }
}

const longest = (column: ColumnDefinition) =>
  Math.min(Number(setting(column, 'maxLength') ?? LONGEST_TEXT), LONGEST_TEXT)
const emptyAsAbsent = (values: readonly unknown[]) => (values.length === 0 ? undefined : values)

function text(name: string, value: unknown, most: number): string {
  if (typeof value !== 'string') throw wrongType(name, value)
  if (value.length > most)
    throw badRequest(`Field '${name}' holds at most ${most} characters, and ${value.length} were sent.`)
  return value
}

function numberOf(name: string, value: unknown): number {
  if (typeof value !== 'number') throw wrongType(name, value)
  return value
}

function booleanOf(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrongType(name, value)
  return value
}

function choice(column: ColumnDefinition, value: string): string {
  const choices = setting(column, 'choices')
  const known = Array.isArray(choices) && choices.includes(value)
  if (known || setting(column, 'allowTextEntry') === true) return value
  throw badRequest(`The value '${value}' is not among the choices of the column '${column.name}'.`)
}

function several(name: string, value: unknown, type: unknown): unknown[] {
  if (type === undefined) {
    throw badRequest(
      'A value without a type name was found and no expected type is available. When the model is specified, each value in the payload must have a type which can be either specified in the payload, explicitly by the caller or implicitly inferred from the parent value.',
    )
  }
  if (!Array.isArray(value)) throw wrongType(name, value)
  return value
}

function moment(column: ColumnDefinition, value: string): string {
  const kept = setting(column, 'format') === 'dateOnly' ? siteMidnight(value) : readInstant(value)
  if (kept === undefined)
    throw badRequest(`Field '${column.name}' needs a date and time, and '${value}' was sent.`)
  return kept
}

function lookupId(db: DatabaseSync, column: ColumnDefinition, value: unknown): number {
  const id = Number(value)
  const people = typeOf(column) === 'person' || typeOf(column) === 'people'
  const list = people
    ? listByTitle(db, 'User Information List')
    : findList(db, String(setting(column, 'listId')))
  if (db.prepare('select 1 from items where list_id = ? and id = ?').get(list.id, id) === undefined) {
    throw badRequest(`The id '${value}' for the column '${column.name}' was not found on this site.`)
  }
  return id
}

const readOnly = (name: string) => badRequest(`Field '${name}' is read-only`)
const wrongType = (name: string, value: unknown) =>
  badRequest(`Cannot convert the literal '${JSON.stringify(value)}' to the expected type of field '${name}'.`)
