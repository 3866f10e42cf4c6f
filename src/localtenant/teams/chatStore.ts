import { randomBytes, randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { CLIENT_ID } from '../settings.ts'

/** A one-to-one chat of a person with the bot. */
export interface Conversation {
  readonly id: string
  readonly personId: string
  /** Tenant time up to which the person has read, as an ISO instant. */
  readonly readUntil: string
}

/** An activity as the Connector keeps it: what was sent, and when it came and was changed (tenant time). */
export interface StoredActivity {
  readonly id: string
  readonly conversation: string
  readonly from: 'bot' | 'person'
  readonly createdAt: string
  readonly updatedAt: string | undefined
  readonly activity: Readonly<Record<string, unknown>>
}

/** The chats of everybody with the bot. */
export interface ChatStore {
  ofPerson(personId: string): Conversation | undefined
  /** The chat of this person, begun now if there is none. */
  open(personId: string): Conversation
  find(id: string): Conversation | undefined
  activities(conversation: Conversation): StoredActivity[]
  activity(conversation: Conversation, id: string): StoredActivity | undefined
  add(
    conversation: Conversation,
    from: 'bot' | 'person',
    activity: Record<string, unknown>,
    now: string,
  ): StoredActivity
  replace(stored: StoredActivity, activity: Record<string, unknown>, now: string): void
  remove(stored: StoredActivity): void
  read(conversation: Conversation, now: string): void
  unread(personId: string): number
}

const schema = `
create table if not exists conversations (id text primary key, person text not null unique, read_until text not null);
create table if not exists activities (
  id text not null, conversation text not null, sender text not null, created text not null, updated text,
  json text not null, primary key (conversation, id));`

const ofRow = (row: Record<string, unknown>): Conversation => ({
  id: String(row.id),
  personId: String(row.person),
  readUntil: String(row.read_until),
})
const activityOf = (row: Record<string, unknown>): StoredActivity => ({
  id: String(row.id),
  conversation: String(row.conversation),
  from: row.sender === 'bot' ? 'bot' : 'person',
  createdAt: String(row.created),
  updatedAt: row.updated === null ? undefined : String(row.updated),
  activity: JSON.parse(String(row.json)),
})

/** Opens the chats kept in the tenant's database. */
export function openChatStore(db: DatabaseSync): ChatStore {
  db.exec(schema)
  const conversation = (sql: string, value: string) => {
    const row = db.prepare(sql).get(value)
    return row && ofRow(row)
  }
  const store: ChatStore = {
    ofPerson: (personId) => conversation('select * from conversations where person = ?', personId),
    find: (id) => conversation('select * from conversations where id = ?', id),
    open(personId) {
      const known = store.ofPerson(personId)
      if (known) return known
      const id = `a:1${randomBytes(48).toString('base64url')}`
      db.prepare('insert into conversations (id, person, read_until) values (?, ?, ?)').run(id, personId, '')
      return { id, personId, readUntil: '' }
    },
    activities: ({ id }) =>
      db.prepare('select * from activities where conversation = ? order by rowid').all(id).map(activityOf),
    activity({ id: chat }, id) {
      const row = db.prepare('select * from activities where conversation = ? and id = ?').get(chat, id)
      return row && activityOf(row)
    },
    add({ id: chat }, from, activity, now) {
      const stored = {
        id: newActivityId(),
        conversation: chat,
        from,
        createdAt: now,
        updatedAt: undefined,
        activity,
      }
      const sql = 'insert into activities (id, conversation, sender, created, json) values (?, ?, ?, ?, ?)'
      db.prepare(sql).run(stored.id, chat, from, now, JSON.stringify(activity))
      return stored
    },
    replace({ conversation: chat, id }, activity, now) {
      const sql = 'update activities set json = ?, updated = ? where conversation = ? and id = ?'
      db.prepare(sql).run(JSON.stringify(activity), now, chat, id)
    },
    remove({ conversation: chat, id }) {
      db.prepare('delete from activities where conversation = ? and id = ?').run(chat, id)
    },
    read({ id }, now) {
      db.prepare('update conversations set read_until = ? where id = ?').run(now, id)
    },
    unread(personId) {
      const sql = `select count(*) as n from activities a join conversations c on a.conversation = c.id
        where c.person = ? and a.sender = 'bot' and a.created > c.read_until`
      return Number(db.prepare(sql).get(personId)?.n ?? 0)
    },
  }
  return store
}

// Teams counts its messages in milliseconds; two in one millisecond must still differ.
const newActivityId = (): string => `${Date.now()}${randomUUID().replace(/\D/g, '').slice(0, 6)}`

/** The id Graph gives to the chat of a person and the bot; the Connector knows the chat by another. */
export const chatIdOf = ({ id }: { readonly id: string }): string => `19:${id}_${CLIENT_ID}@unq.gbl.spaces`
