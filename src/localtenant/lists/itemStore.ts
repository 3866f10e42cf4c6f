import { randomUUID } from 'node:crypto'
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { badRequest, GraphError, notFound } from '../graphErrors.ts'
import { inTransaction, statement } from '../store.ts'
import type { Tenant } from '../tenant.ts'
import { columnsOf } from './columnStore.ts'
import { type ColumnDefinition, isLookup, typeOf } from './columnTypes.ts'
import { instant } from './instants.ts'
import type { StoredList } from './listStore.ts'

/** The values of a row in wire shape; an empty value is absent. */
export type Fields = Readonly<Record<string, unknown>>

/** Who writes: what Graph shows, and the number in the site's list of people. */
export interface Writer {
  readonly identity: unknown
  readonly userId: number
}

/** A row as it is kept. */
export interface StoredItem {
  readonly id: number
  readonly guid: string
  readonly version: number
  readonly created: string
  readonly modified: string
  readonly author: number
  readonly editor: number
  readonly createdBy: unknown
  readonly modifiedBy: unknown
  readonly fields: Fields
}

/** A former state of a row, the present one included. */
export type StoredVersion = Pick<StoredItem, 'version' | 'modified' | 'editor' | 'modifiedBy' | 'fields'>

/** The rows of one list: every write keeps the index, the history and the list of changes in step. */
export interface ItemStore {
  /** Throws 404 itemNotFound. */
  get(id: string): StoredItem
  create(fields: Fields, by: Writer): StoredItem
  update(item: StoredItem, fields: Fields, by: Writer): StoredItem
  remove(item: StoredItem): void
  versions(item: StoredItem): StoredVersion[]
  /** The lowest id of a row whose indexed column has this value. */
  firstWith(column: string, value: SQLInputValue): number | undefined
  count(): number
}

/** Opens the rows of a list. */
export function itemsOf(tenant: Tenant, list: StoredList): ItemStore {
  const { db } = tenant
  const at = () => instant(tenant.clock.now())
  const get = (id: string) => readItem(db, list.id, id)
  return {
    get,
    create(fields, by) {
      return inTransaction(db, () => {
        const id = takeNextId(db, list.id)
        refuseClash(tenant, list.id, id, fields)
        insert(db, list.id, { id, fields, by, at: at() })
        record(db, list.id, get(String(id)))
        return get(String(id))
      })
    },
    update(item, fields, by) {
      return inTransaction(db, () => {
        refuseClash(tenant, list.id, item.id, fields)
        statement(
          db,
          `update items set version = version + 1, modified = ?, editor = ?, modified_by = ?, fields = ? where list_id = ? and id = ?`,
        ).run(at(), by.userId, JSON.stringify(by.identity), JSON.stringify(fields), list.id, item.id)
        record(db, list.id, get(String(item.id)))
        return get(String(item.id))
      })
    },
    remove(item) {
      inTransaction(db, () => {
        for (const table of ['item_index', 'item_versions']) {
          statement(db, `delete from ${table} where list_id = ? and item_id = ?`).run(list.id, item.id)
        }
        statement(db, 'delete from items where list_id = ? and id = ?').run(list.id, item.id)
        noteChange(db, list.id, item, true)
      })
    },
    versions: (item) =>
      statement(db, 'select * from item_versions where list_id = ? and item_id = ? order by version desc')
        .all(list.id, item.id)
        .map(versionFromRow),
    firstWith(column, value) {
      const row = statement(
        db,
        'select item_id from item_index where list_id = ? and column = ? and value = ? order by item_id limit 1',
      ).get(list.id, column, value)
      return row === undefined ? undefined : Number(row.item_id)
    },
    count: () => Number(statement(db, 'select count(*) as n from items where list_id = ?').get(list.id)?.n),
  }
}

/** Indexes every row of a list by a column that has just become indexed. Throws 409 or 400 on a clash of unique values. */
export function indexExisting(tenant: Tenant, listId: string, column: ColumnDefinition): void {
  const { db } = tenant
  for (const row of statement(db, 'select * from items where list_id = ?').all(listId)) {
    const item = itemFromRow(row)
    if (column.enforceUniqueValues) refuseClash(tenant, listId, item.id, item.fields, [column])
    addToIndex(db, listId, item, column)
  }
}

/** Forgets the index of a column. */
export function dropIndex(db: DatabaseSync, listId: string, column: ColumnDefinition): void {
  statement(db, 'delete from item_index where list_id = ? and column = ?').run(listId, column.name)
}

/** A row of the items table as it is kept. */
export function itemFromRow(row: Readonly<Record<string, unknown>>): StoredItem {
  return {
    id: Number(row.id),
    guid: String(row.guid),
    created: String(row.created),
    author: Number(row.author),
    createdBy: JSON.parse(String(row.created_by)),
    ...versionFromRow(row),
  }
}

function versionFromRow(row: Readonly<Record<string, unknown>>): StoredVersion {
  return {
    version: Number(row.version),
    modified: String(row.modified),
    editor: Number(row.editor),
    modifiedBy: JSON.parse(String(row.modified_by)),
    fields: JSON.parse(String(row.fields)),
  }
}

function readItem(db: DatabaseSync, listId: string, id: string): StoredItem {
  const row = /^\d+$/.test(id)
    ? statement(db, 'select * from items where list_id = ? and id = ?').get(listId, Number(id))
    : undefined
  if (row === undefined) throw notFound('The specified list item was not found')
  return itemFromRow(row)
}

function takeNextId(db: DatabaseSync, listId: string): number {
  const row = statement(
    db,
    'update lists set next_id = next_id + 1 where id = ? returning next_id - 1 as id',
  ).get(listId)
  return Number(row?.id)
}

function insert(
  db: DatabaseSync,
  listId: string,
  row: { id: number; fields: Fields; by: Writer; at: string },
): void {
  const identity = JSON.stringify(row.by.identity)
  statement(
    db,
    `insert into items (list_id, id, guid, version, created, modified, author, editor, created_by, modified_by, fields)
     values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    listId,
    row.id,
    randomUUID(),
    row.at,
    row.at,
    row.by.userId,
    row.by.userId,
    identity,
    identity,
    JSON.stringify(row.fields),
  )
}

function record(db: DatabaseSync, listId: string, item: StoredItem): void {
  statement(db, 'delete from item_index where list_id = ? and item_id = ?').run(listId, item.id)
  for (const column of columnsOf(db, listId)) if (column.indexed) addToIndex(db, listId, item, column)
  statement(
    db,
    'insert into item_versions (list_id, item_id, version, modified, editor, modified_by, fields) values (?, ?, ?, ?, ?, ?, ?)',
  ).run(
    listId,
    item.id,
    item.version,
    item.modified,
    item.editor,
    JSON.stringify(item.modifiedBy),
    JSON.stringify(item.fields),
  )
  noteChange(db, listId, item, false)
}

function noteChange(db: DatabaseSync, listId: string, item: StoredItem, deleted: boolean): void {
  statement(db, 'insert into item_changes (list_id, item_id, guid, deleted) values (?, ?, ?, ?)').run(
    listId,
    item.id,
    item.guid,
    deleted ? 1 : 0,
  )
}

function addToIndex(db: DatabaseSync, listId: string, item: StoredItem, column: ColumnDefinition): void {
  statement(db, 'insert into item_index (list_id, column, value, item_id) values (?, ?, ?, ?)').run(
    listId,
    column.name,
    indexValue(column, item.fields),
    item.id,
  )
}

/** What the index holds for a row: a number, a text, or null when the field is empty. */
export function indexValue(column: ColumnDefinition, fields: Fields): SQLInputValue {
  const value = isLookup(typeOf(column)) ? fields[`${column.name}LookupId`] : fields[column.name]
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  return isLookup(typeOf(column)) ? Number(value) : String(value)
}

function refuseClash(
  tenant: Tenant,
  listId: string,
  id: number,
  fields: Fields,
  columns: readonly ColumnDefinition[] = columnsOf(tenant.db, listId),
): void {
  const other = statement(
    tenant.db,
    'select item_id from item_index where list_id = ? and column = ? and value = ? and item_id <> ? limit 1',
  )
  for (const column of columns) {
    const value = column.enforceUniqueValues ? indexValue(column, fields) : null
    if (value !== null && other.get(listId, column.name, value, id) !== undefined) {
      throw clash(tenant.controls.uniqueClash, column)
    }
  }
}

function clash(status: 409 | 400, column: ColumnDefinition): GraphError {
  const message = `The value for the column '${column.displayName}' is a duplicate: the list already has an item with it.`
  return status === 400 ? badRequest(message) : new GraphError(409, 'nameAlreadyExists', message)
}
