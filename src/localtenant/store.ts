import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'

/** The data folder cannot be used; the message is a sentence for the person at the terminal. */
export class StoreError extends Error {}

/**
 * Opens the tenant's database, held for this process alone until it ends.
 * Throws {@link StoreError} when the folder cannot be written or another local tenant has it.
 */
export function openStore(dataFolder: string): DatabaseSync {
  makeFolder(dataFolder)
  const file = path.join(dataFolder, 'tenant.db')
  const db = new DatabaseSync(file)
  chmodSync(file, 0o600) // it holds the signing key
  try {
    db.exec('pragma locking_mode=EXCLUSIVE; pragma journal_mode=WAL; pragma synchronous=NORMAL;')
    db.exec('begin immediate; create table if not exists meta (key text primary key, value text); commit;')
  } catch (error) {
    db.close()
    throw new StoreError(refusal(dataFolder, error))
  }
  return db
}

const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** The statement for this text, prepared once: for what runs at every row. */
export function statement(db: DatabaseSync, sql: string): StatementSync {
  const known = prepared.get(db) ?? new Map<string, StatementSync>()
  prepared.set(db, known)
  const found = known.get(sql) ?? db.prepare(sql)
  known.set(sql, found)
  return found
}

/** Runs `work` in one transaction; nested calls join the outer one. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work()
  db.exec('begin immediate')
  try {
    const result = work()
    db.exec('commit')
    return result
  } catch (error) {
    db.exec('rollback')
    throw error
  }
}

/** A value kept between runs, or undefined. */
export function readMeta(db: DatabaseSync, key: string): string | undefined {
  const row = db.prepare('select value from meta where key = ?').get(key)
  return row === undefined ? undefined : String(row.value)
}

/** Keeps a value between runs. */
export function writeMeta(db: DatabaseSync, key: string, value: string): void {
  db.prepare(
    'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  ).run(key, value)
}

/** The kept value, made and kept now when there is none. */
export function metaOr(db: DatabaseSync, key: string, make: () => string): string {
  const kept = readMeta(db, key)
  if (kept !== undefined) return kept
  const made = make()
  writeMeta(db, key, made)
  return made
}

/** One level at a time: Node's own recursive way never comes back from some folders of the kernel. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  makeFolders(path.dirname(folder))
  mkdirSync(folder)
}

function makeFolder(dataFolder: string): void {
  try {
    makeFolders(dataFolder)
    if (!statSync(dataFolder).isDirectory()) throw new Error('a file')
    accessSync(dataFolder, constants.W_OK)
  } catch {
    throw new StoreError(
      `The data folder ${dataFolder} cannot be written. Make it writable, or name another folder in FT_DATA.`,
    )
  }
}

function refusal(dataFolder: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  if (/locked|busy/i.test(reason)) {
    return `Another local tenant is using the data folder ${dataFolder}. Stop it, or name another folder in FT_DATA.`
  }
  return `The database in ${dataFolder} cannot be opened (${reason}). Move the folder away, or name another in FT_DATA.`
}
