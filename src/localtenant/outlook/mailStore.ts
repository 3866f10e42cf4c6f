import type { DatabaseSync } from 'node:sqlite'
import { newKey } from './eventStore.ts'
import type { EmailAddress, ItemBody } from './storedEvent.ts'

export type MailFolder = 'inbox' | 'sentitems'

/** What a meeting mail is about; absent for ordinary mail. */
export type MeetingMessageType =
  | 'meetingRequest'
  | 'meetingCancelled'
  | 'meetingAccepted'
  | 'meetingTenativelyAccepted'
  | 'meetingDeclined'

export interface StoredMail {
  readonly key: string
  readonly mailbox: string
  readonly folder: MailFolder
  readonly from: EmailAddress
  readonly to: readonly EmailAddress[]
  readonly cc: readonly EmailAddress[]
  readonly subject: string
  readonly body: ItemBody
  readonly importance: string
  readonly receivedAt: string
  readonly isRead: boolean
  readonly meeting?: { readonly type: MeetingMessageType; readonly iCalUId: string }
}

export interface MailStore {
  ofMailbox(mailbox: string, folder: MailFolder): StoredMail[]
  find(mailbox: string, key: string): StoredMail | undefined
  deliver(mail: Omit<StoredMail, 'key' | 'isRead' | 'folder'> & { folder?: MailFolder }): void
  markRead(mail: StoredMail, isRead: boolean): void
  unread(mailbox: string): number
  addresses(): string[]
}

const schema = `
create table if not exists mail (
  key text primary key, mailbox text not null, folder text not null, received text not null,
  is_read integer not null, json text not null);
create index if not exists mail_of_mailbox on mail (mailbox, folder, received);`

/** Opens the mail kept in the tenant's database. */
export function openMailStore(db: DatabaseSync): MailStore {
  db.exec(schema)
  const read = (row: Record<string, unknown>): StoredMail => ({
    ...JSON.parse(String(row.json)),
    isRead: row.is_read === 1,
  })
  return {
    ofMailbox: (mailbox, folder) =>
      db
        .prepare(
          'select json, is_read from mail where mailbox = ? and folder = ? order by received desc, rowid desc',
        )
        .all(mailbox, folder)
        .map(read),
    find(mailbox, key) {
      const row = db.prepare('select json, is_read from mail where mailbox = ? and key = ?').get(mailbox, key)
      return row && read(row)
    },
    deliver(given) {
      const mail = { folder: 'inbox' as const, ...given, key: newKey(), mailbox: given.mailbox.toLowerCase() }
      db.prepare(
        'insert into mail (key, mailbox, folder, received, is_read, json) values (?, ?, ?, ?, ?, ?)',
      ).run(
        mail.key,
        mail.mailbox,
        mail.folder,
        mail.receivedAt,
        mail.folder === 'sentitems' ? 1 : 0,
        JSON.stringify(mail),
      )
    },
    markRead(mail, isRead) {
      db.prepare('update mail set is_read = ? where key = ?').run(isRead ? 1 : 0, mail.key)
    },
    unread(mailbox) {
      const sql = "select count(*) as n from mail where mailbox = ? and folder = 'inbox' and is_read = 0"
      return Number(db.prepare(sql).get(mailbox)?.n ?? 0)
    },
    addresses: () =>
      db
        .prepare('select distinct mailbox from mail')
        .all()
        .map((row) => String(row.mailbox)),
  }
}
