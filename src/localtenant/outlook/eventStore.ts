import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { StoredEvent } from './storedEvent.ts'

/** The calendars of all mailboxes: one row per copy of an event. */
export interface EventStore {
  find(mailbox: string, key: string): StoredEvent | undefined
  ofMailbox(mailbox: string): StoredEvent[]
  /** All copies of one meeting. */
  copies(iCalUId: string): StoredEvent[]
  save(event: StoredEvent): void
  remove(event: StoredEvent): void
  /** The key of the event a transaction id was used for, even if that event is gone. */
  usedTransaction(mailbox: string, transactionId: string): string | undefined
  keepTransaction(mailbox: string, transactionId: string, key: string): void
  /** Every address that has a calendar entry. */
  addresses(): string[]
}

export const newKey = (): string => randomUUID()

const schema = `
create table if not exists events (
  key text primary key, mailbox text not null, ical text not null, starts text not null, json text not null);
create index if not exists events_of_mailbox on events (mailbox, starts);
create index if not exists events_of_meeting on events (ical);
create table if not exists event_transactions (
  mailbox text not null, transaction_id text not null, key text not null, primary key (mailbox, transaction_id));`

/** Opens the calendars kept in the tenant's database. */
export function openEventStore(db: DatabaseSync): EventStore {
  db.exec(schema)
  const read = (row: Record<string, unknown> | undefined): StoredEvent | undefined =>
    row === undefined ? undefined : JSON.parse(String(row.json))
  const all = (sql: string, value: string): StoredEvent[] =>
    db
      .prepare(sql)
      .all(value)
      .map((row) => JSON.parse(String(row.json)))
  return {
    find: (mailbox, key) =>
      read(db.prepare('select json from events where mailbox = ? and key = ?').get(mailbox, key)),
    ofMailbox: (mailbox) => all('select json from events where mailbox = ? order by starts', mailbox),
    copies: (iCalUId) => all('select json from events where ical = ?', iCalUId),
    save(event) {
      db.prepare(
        `insert into events (key, mailbox, ical, starts, json) values (?, ?, ?, ?, ?)
         on conflict (key) do update set starts = excluded.starts, json = excluded.json`,
      ).run(event.key, event.mailbox, event.iCalUId, event.startsAt, JSON.stringify(event))
    },
    remove(event) {
      db.prepare('delete from events where key = ?').run(event.key)
    },
    usedTransaction(mailbox, transactionId) {
      const row = db
        .prepare('select key from event_transactions where mailbox = ? and transaction_id = ?')
        .get(mailbox, transactionId)
      return row === undefined ? undefined : String(row.key)
    },
    keepTransaction(mailbox, transactionId, key) {
      db.prepare('insert into event_transactions (mailbox, transaction_id, key) values (?, ?, ?)').run(
        mailbox,
        transactionId,
        key,
      )
    },
    addresses: () =>
      db
        .prepare('select distinct mailbox from events')
        .all()
        .map((row) => String(row.mailbox)),
  }
}
