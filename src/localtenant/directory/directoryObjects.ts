import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { notFound } from '../graphErrors.ts'

/** What an administrator registers: kept whole, as Graph shows it. */
export type DirectoryKind =
  | 'application'
  | 'servicePrincipal'
  | 'appRoleAssignment'
  | 'permissionGrant'
  | 'federatedCredential'

export type DirectoryObject = Readonly<Record<string, unknown>> & { readonly id: string }

/** Makes the table. */
export function createDirectoryTable(db: DatabaseSync): void {
  db.exec(
    'create table if not exists directory_objects (id text primary key, kind text not null, body text not null)',
  )
}

/** Every object of a kind, oldest first. */
export function objectsOf(db: DatabaseSync, kind: DirectoryKind): DirectoryObject[] {
  return db
    .prepare('select body from directory_objects where kind = ? order by rowid')
    .all(kind)
    .map((row) => JSON.parse(String(row.body)))
}

/** Keeps a new object under a new id, or under the one it has. */
export function addObject(
  db: DatabaseSync,
  kind: DirectoryKind,
  body: Readonly<Record<string, unknown>>,
): DirectoryObject {
  const made = { ...body, id: typeof body.id === 'string' ? body.id : randomUUID() }
  const insert = db.prepare('insert into directory_objects (id, kind, body) values (?, ?, ?)')
  insert.run(made.id, kind, JSON.stringify(made))
  return made
}

/** Changes members of an object. */
export function changeObject(
  db: DatabaseSync,
  object: DirectoryObject,
  changes: Readonly<Record<string, unknown>>,
): void {
  const update = db.prepare('update directory_objects set body = ? where id = ?')
  update.run(JSON.stringify({ ...object, ...changes }), object.id)
}

export function removeObject(db: DatabaseSync, object: DirectoryObject): void {
  db.prepare('delete from directory_objects where id = ?').run(object.id)
}

/** The marker that {@link directoryAddress} puts in place of the key `(appId='…')`. */
const BY_APP_ID = 'appId='

/** An application or service principal by object id, or by `(appId='…')`. Throws 404. */
export function objectByKey(db: DatabaseSync, kind: DirectoryKind, key: string): DirectoryObject {
  const byAppId = key.startsWith(BY_APP_ID)
  const wanted = key.slice(byAppId ? BY_APP_ID.length : 0)
  const found = objectsOf(db, kind).find((one) => (byAppId ? one.appId : one.id) === wanted)
  if (found === undefined) throw resourceNotFound(wanted)
  return found
}

/** The directory's 404. */
export const resourceNotFound = (key: string) =>
  notFound(
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
    'Request_ResourceNotFound',
  )

/** Turns `/applications(appId='…')/…` into one segment that Express can route. */
export function withoutKeys(url: string): string {
  const path = url.replaceAll('%27', "'").replaceAll('%28', '(').replaceAll('%29', ')')
  return path.replace(/^\/(applications|servicePrincipals)\(appId='([^'/]*)'\)/i, `/$1/${BY_APP_ID}$2`)
}
