import type { DatabaseSync } from 'node:sqlite'
import { notFound } from '../graphErrors.ts'
import type { ColumnDefinition } from './columnTypes.ts'

const read = new WeakMap<DatabaseSync, Map<string, readonly ColumnDefinition[]>>()

/** Every column of a list in the order they were made; read once and kept until a column changes. */
export function columnsOf(db: DatabaseSync, listId: string): readonly ColumnDefinition[] {
  const known = read.get(db) ?? new Map<string, readonly ColumnDefinition[]>()
  read.set(db, known)
  const found = known.get(listId) ?? readColumns(db, listId)
  known.set(listId, found)
  return found
}

function readColumns(db: DatabaseSync, listId: string): ColumnDefinition[] {
  const rows = db.prepare('select definition from columns where list_id = ? order by rowid').all(listId)
  return rows.map((row) => JSON.parse(String(row.definition)))
}

function forget(db: DatabaseSync, listId: string): void {
  read.get(db)?.delete(listId)
}

/** A column by its id or name. Throws 404. */
export function columnOf(db: DatabaseSync, listId: string, key: string): ColumnDefinition {
  const row = db
    .prepare('select definition from columns where list_id = ? and (id = ? or name = ?)')
    .get(listId, key.toLowerCase(), key)
  if (row === undefined) throw notFound('Item not found')
  return JSON.parse(String(row.definition))
}

/** Keeps a column, new or changed. */
export function saveColumn(db: DatabaseSync, listId: string, column: ColumnDefinition): void {
  forget(db, listId)
  db.prepare(
    `insert into columns (id, list_id, name, definition) values (?, ?, ?, ?)
     on conflict (list_id, id) do update set definition = excluded.definition`,
  ).run(column.id, listId, column.name, JSON.stringify(column))
}

/** Removes a column, its values in every row and its index. */
export function dropColumn(db: DatabaseSync, listId: string, column: ColumnDefinition): void {
  forget(db, listId)
  db.prepare('delete from columns where list_id = ? and id = ?').run(listId, column.id)
  db.prepare('delete from item_index where list_id = ? and column = ?').run(listId, column.name)
  db.prepare('update items set fields = json_remove(fields, ?, ?) where list_id = ?').run(
    `$."${column.name}"`,
    `$."${column.name}LookupId"`,
    listId,
  )
}
