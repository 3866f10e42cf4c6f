import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { GraphError, notFound } from '../graphErrors.ts'
import { SITE_ID, SITE_WEB_URL } from '../settings.ts'
import { inTransaction, statement } from '../store.ts'
import { columnsOf, dropColumn, saveColumn } from './columnStore.ts'
import type { ColumnDefinition } from './columnTypes.ts'

/** A list as it is kept. */
export interface StoredList {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly description: string
  readonly template: string
  readonly hidden: boolean
  readonly version: number
  readonly created: string
  readonly modified: string
  readonly createdBy: unknown
}

/** Every list, hidden ones too. */
export function allLists(db: DatabaseSync): StoredList[] {
  return db.prepare('select * from lists order by rowid').all().map(fromRow)
}

/** A list by its title. Throws 404. */
export function listByTitle(db: DatabaseSync, title: string): StoredList {
  const row = db.prepare('select * from lists where title = ?').get(title)
  if (row === undefined) throw notFound('The specified list was not found')
  return fromRow(row)
}

/** A list by its id, title or internal name, as Graph addresses it. Throws 404. */
export function findList(db: DatabaseSync, key: string): StoredList {
  const row = db.prepare('select * from lists where id = ?').get(key.toLowerCase())
  if (row !== undefined) return fromRow(row)
  const named = db.prepare('select * from lists where name = ? collate nocase').get(key)
  return named === undefined ? listByTitle(db, key) : fromRow(named)
}

export interface NewList {
  readonly title: string
  readonly description: string
  readonly template: string
  readonly hidden: boolean
  readonly columns: readonly ColumnDefinition[]
  readonly createdBy: unknown
  /** The tenant's time, ISO. */
  readonly at: string
}

/** Keeps a new list with its columns. Throws 409 nameAlreadyExists. */
export function addList(db: DatabaseSync, list: NewList): StoredList {
  refuseTaken(db, list.title, undefined)
  const id = randomUUID()
  inTransaction(db, () => {
    db.prepare(
      `insert into lists (id, title, name, description, template, hidden, version, next_id, created, modified, created_by)
       values (?, ?, ?, ?, ?, ?, 0, 1, ?, ?, ?)`,
    ).run(
      id,
      list.title,
      list.title,
      list.description,
      list.template,
      list.hidden ? 1 : 0,
      list.at,
      list.at,
      JSON.stringify(list.createdBy),
    )
    for (const column of list.columns) saveColumn(db, id, column)
  })
  return findList(db, id)
}

/** Changes title and description. Throws 409 nameAlreadyExists. */
export function changeList(
  db: DatabaseSync,
  list: StoredList,
  change: { title?: string; description?: string; at: string },
): StoredList {
  const title = change.title ?? list.title
  refuseTaken(db, title, list.id)
  db.prepare(
    'update lists set title = ?, description = ?, version = version + 1, modified = ? where id = ?',
  ).run(title, change.description ?? list.description, change.at, list.id)
  return findList(db, list.id)
}

/** Takes a list away with its columns, rows and all that is kept about them. */
export function removeList(db: DatabaseSync, list: StoredList): void {
  inTransaction(db, () => {
    for (const table of ['items', 'item_index', 'item_versions', 'item_changes'])
      statement(db, `delete from ${table} where list_id = ?`).run(list.id)
    for (const column of columnsOf(db, list.id)) dropColumn(db, list.id, column)
    statement(db, 'delete from lists where id = ?').run(list.id)
  })
}

/** Where a list is seen in a browser. */
export const listWebUrl = (list: StoredList) => `${SITE_WEB_URL}/Lists/${encodeURIComponent(list.name)}`

/** A list as Graph answers it. */
export function listResource(list: StoredList): Record<string, unknown> {
  const eTag = `"${list.id},${list.version}"`
  return {
    '@odata.etag': eTag,
    createdDateTime: list.created,
    description: list.description,
    eTag,
    id: list.id,
    lastModifiedDateTime: list.modified,
    name: list.name,
    webUrl: listWebUrl(list),
    displayName: list.title,
    createdBy: list.createdBy,
    parentReference: { siteId: SITE_ID },
    list: { contentTypesEnabled: false, hidden: list.hidden, template: list.template },
    ...(list.hidden ? { system: {} } : {}),
  }
}

function refuseTaken(db: DatabaseSync, title: string, except: string | undefined): void {
  const taken = db.prepare('select id from lists where title = ?').get(title)
  if (taken !== undefined && taken.id !== except) {
    throw new GraphError(409, 'nameAlreadyExists', 'A list with the same name already exists.')
  }
}

function fromRow(row: Readonly<Record<string, unknown>>): StoredList {
  return {
    id: String(row.id),
    title: String(row.title),
    name: String(row.name),
    description: String(row.description),
    template: String(row.template),
    hidden: row.hidden === 1,
    version: Number(row.version),
    created: String(row.created),
    modified: String(row.modified),
    createdBy: JSON.parse(String(row.created_by)),
  }
}
