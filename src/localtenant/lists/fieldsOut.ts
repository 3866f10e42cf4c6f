import type { DatabaseSync } from 'node:sqlite'
import { badRequest } from '../graphErrors.ts'
import { type ColumnDefinition, isLookup, isMultiLookup, setting, typeOf } from './columnTypes.ts'
import type { StoredItem } from './itemStore.ts'
import { findList, listByTitle } from './listStore.ts'

const MOST_LOOKUPS = 12

/** Shows the values of a row: all visible ones, or those a $select names. */
export type FieldsView = (item: StoredItem, guid: string) => Record<string, unknown>

/**
 * Prepares the fieldValueSet of one list. Names are checked once, not per row.
 * Throws 400 for an unknown name and for more than 12 lookups.
 */
export function fieldsView(
  db: DatabaseSync,
  columns: readonly ColumnDefinition[],
  select: readonly string[] | undefined,
): FieldsView {
  const names = select ?? defaultNames(columns)
  const readers = names.map((name) => [name, reader(db, columns, name)] as const)
  refuseTooManyLookups(columns, names)
  return (item, guid) => {
    const shown: Record<string, unknown> = { '@odata.etag': etag(guid, item.version) }
    for (const [name, read] of readers) {
      const value = read(item)
      if (value !== undefined) shown[name] = value
    }
    return shown
  }
}

/** The eTag of a row: its guid and version, with the quotes that belong to it. */
export const etag = (guid: string, version: number) => `"${guid},${version}"`

type Reader = (item: StoredItem) => unknown

const system: Readonly<Record<string, Reader>> = {
  id: (item) => String(item.id),
  ID: (item) => String(item.id),
  ContentType: () => 'Item',
  Modified: (item) => item.modified,
  Created: (item) => item.created,
  AuthorLookupId: (item) => String(item.author),
  EditorLookupId: (item) => String(item.editor),
  _UIVersionString: (item) => `${item.version}.0`,
  Attachments: () => false,
  Edit: () => '',
  LinkTitle: (item) => item.fields.Title,
  LinkTitleNoMenu: (item) => item.fields.Title,
  ItemChildCount: () => '0',
  FolderChildCount: () => '0',
  DocIcon: () => undefined,
}

function defaultNames(columns: readonly ColumnDefinition[]): string[] {
  const own = columns.filter((column) => !column.hidden && typeOf(column) !== 'system')
  const ownNames = own.flatMap((column) => {
    if (!isLookup(typeOf(column))) return [column.name]
    return isMultiLookup(typeOf(column)) ? [] : [`${column.name}LookupId`]
  })
  const always = Object.keys(system).filter((name) => name !== 'ID' && name !== 'DocIcon')
  return [...ownNames, ...always]
}

function reader(db: DatabaseSync, columns: readonly ColumnDefinition[], name: string): Reader {
  const ready = system[name]
  if (ready !== undefined) return ready
  if (name === 'Author') return (item) => titleOf(db, undefined, item.author)
  if (name === 'Editor') return (item) => titleOf(db, undefined, item.editor)
  const column = columns.find((one) => one.name === name)
  if (column !== undefined) {
    return isLookup(typeOf(column)) ? lookupReader(db, column) : (item) => item.fields[name]
  }
  const lookup = columns.find((one) => `${one.name}LookupId` === name)
  if (lookup !== undefined && isLookup(typeOf(lookup))) return (item) => item.fields[name]
  throw badRequest(`Field '${name}' is not recognized`)
}

function lookupReader(db: DatabaseSync, column: ColumnDefinition): Reader {
  return (item) => {
    const ids = item.fields[`${column.name}LookupId`]
    if (!isMultiLookup(typeOf(column)))
      return ids === undefined ? undefined : titleOf(db, column, Number(ids))
    if (!Array.isArray(ids)) return []
    return ids.map((id) => ({
      LookupId: id,
      LookupValue: titleOf(db, column, id) ?? '',
      ...mail(db, column, id),
    }))
  }
}

function titleOf(db: DatabaseSync, column: ColumnDefinition | undefined, id: number): string | undefined {
  const shown =
    column !== undefined && typeOf(column).startsWith('lookup') ? setting(column, 'columnName') : 'Title'
  const value = valueElsewhere(db, column, id, String(shown ?? 'Title'))
  return value === undefined ? undefined : String(value)
}

function mail(db: DatabaseSync, column: ColumnDefinition, id: number): { Email?: string } {
  if (typeOf(column) !== 'people') return {}
  return { Email: String(valueElsewhere(db, column, id, 'EMail') ?? '') }
}

function valueElsewhere(
  db: DatabaseSync,
  column: ColumnDefinition | undefined,
  id: number,
  name: string,
): unknown {
  const listId = column === undefined ? undefined : setting(column, 'listId')
  const list = listId === undefined ? listByTitle(db, 'User Information List') : findList(db, String(listId))
  const row = db.prepare('select fields from items where list_id = ? and id = ?').get(list.id, id)
  return row === undefined ? undefined : JSON.parse(String(row.fields))[name]
}

function refuseTooManyLookups(columns: readonly ColumnDefinition[], names: readonly string[]): void {
  const lookups = columns.filter(
    (column) =>
      isLookup(typeOf(column)) && (names.includes(column.name) || names.includes(`${column.name}LookupId`)),
  )
  const own = ['Author', 'Editor'].filter((name) => names.includes(name) || names.includes(`${name}LookupId`))
  if (lookups.length + own.length > MOST_LOOKUPS) {
    throw badRequest(
      'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
    )
  }
}
