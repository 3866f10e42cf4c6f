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
  /** The number of the last change in a calendar. */
  newestChange(mailbox: string): number
  /** What changed after a number, each event once, in the order of its last change. */
  changesAfter(mailbox: string, seq: number): EventTrace[]
  /** Every address that has a calendar entry. */
  addresses(): string[]
}

/** An event that changed, and where it lay before each change. */
export interface EventTrace {
  readonly key: string
  readonly seq: number
  readonly places: readonly (readonly [from: string, to: string])[]
}

export const newKey = (): string => randomUUID()

const schema = `
create table if not exists events (
  key text primary key, mailbox text not null, ical text not null, starts text not null, json text not null);
create index if not exists events_of_mailbox on events (mailbox, starts);
create index if not exists events_of_meeting on events (ical);
create table if not exists event_changes (
  seq integer primary key autoincrement, mailbox text not null, key text not null, was_from text, was_to text);
create index if not exists event_changes_of_mailbox on event_changes (mailbox, seq);
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
  const find = (mailbox: string, key: string) =>
    read(db.prepare('select json from events where mailbox = ? and key = ?').get(mailbox, key))
  const trace = ({ mailbox, key }: StoredEvent): void => {
    const was = find(mailbox, key)
    db.prepare('insert into event_changes (mailbox, key, was_from, was_to) values (?, ?, ?, ?)').run(
      mailbox,
      key,
      was?.startsAt ?? null,
      was?.endsAt ?? null,
    )
  }
  return {
    find,
    ofMailbox: (mailbox) => all('select json from events where mailbox = ? order by starts', mailbox),
    copies: (iCalUId) => all('select json from events where ical = ?', iCalUId),
    save(event) {
      trace(event)
      db.prepare(
        `insert into events (key, mailbox, ical, starts, json) values (?, ?, ?, ?, ?)
         on conflict (key) do update set starts = excluded.starts, json = excluded.json`,
      ).run(event.key, event.mailbox, event.iCalUId, event.startsAt, JSON.stringify(event))
    },
    remove(event) {
      trace(event)
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
    newestChange: (mailbox) =>
      Number(
        db.prepare('select max(seq) as seq from event_changes where mailbox = ?').get(mailbox)?.seq ?? 0,
      ),
    changesAfter(mailbox, seq) {
      const rows = db
        .prepare('select * from event_changes where mailbox = ? and seq > ? order by seq')
        .all(mailbox, seq)
      return tracesOf(rows)
    },
    addresses: () =>
      db
        .prepare('select distinct mailbox from events')
        .all()
        .map((row) => String(row.mailbox)),
  }
}

function tracesOf(rows: readonly Record<string, unknown>[]): EventTrace[] {
  const traces = new Map<string, EventTrace>()
  for (const { key, seq, was_from: from, was_to: to } of rows) {
    const places = traces.get(String(key))?.places ?? []
    const trace: EventTrace = {
      key: String(key),
      seq: Number(seq),
      places: from === null ? places : [...places, [String(from), String(to)]],
    }
    // Its last change decides its place.
    traces.delete(trace.key)
    traces.set(trace.key, trace)
  }
  return [...traces.values()]
}
