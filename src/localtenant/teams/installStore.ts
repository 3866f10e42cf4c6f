import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { people } from '../directory.ts'
import { inTransaction, readMeta, writeMeta } from '../store.ts'

export interface Install {
  readonly id: string
  readonly personId: string
}

/** For whom the Teams app is installed. */
export interface InstallStore {
  ofPerson(personId: string): Install | undefined
  add(personId: string): Install
  remove(install: Install): void
}

const SEEDED = 'teams.seeded'

/** Opens the installations kept in the database; a tenant that has just begun has the directory's first ones. */
export function openInstallStore(db: DatabaseSync): InstallStore {
  db.exec('create table if not exists installs (id text primary key, person text not null unique)')
  const store: InstallStore = {
    ofPerson(personId) {
      const row = db.prepare('select id from installs where person = ?').get(personId)
      return row && { id: String(row.id), personId }
    },
    add(personId) {
      const install = { id: Buffer.from(`${personId}##${randomUUID()}`).toString('base64'), personId }
      db.prepare('insert into installs (id, person) values (?, ?)').run(install.id, personId)
      return install
    },
    remove(install) {
      db.prepare('delete from installs where id = ?').run(install.id)
    },
  }
  inTransaction(db, () => {
    if (readMeta(db, SEEDED) !== undefined) return
    for (const person of people) if (person.teamsAppAtFirst) store.add(person.id)
    writeMeta(db, SEEDED, 'yes')
  })
  return store
}
