import type { IsoDate } from '../domain/calendarDays.ts'
import { isM365Error } from '../domain/m365Error.ts'
import { isTrainingMessage } from '../domain/ownMessages.ts'
import { fewAtOnce } from './fewAtOnce.ts'
import type { LedgerEntry, LedgerStore, Stored, UnreadableRow } from './ports.ts'

/** Reads of the ledger that are under way at a time. */
const readsAtOnce = 6
/** Newest cards of a person that are kept to tell them from one that is missing. */
const newestCards = 5

/** What a run knows of the ledger: read person by person, and kept up with what the run itself writes. */
export interface LedgerBook {
  /** Reads people who have not been read yet. A person whose entries cannot be read is put down in `unread`. */
  read(people: readonly string[]): Promise<void>
  has(objectId: string): boolean
  marks(): readonly LedgerEntry[]
  of(objectId: string): readonly Stored<LedgerEntry>[]
  entry(key: string): Stored<LedgerEntry> | null
  put(entry: Stored<LedgerEntry>): void
  /** Why the entries of a person could not be read. */
  readonly unread: ReadonlyMap<string, string>
  readonly unreadable: readonly UnreadableRow[]
}

/**
 * Opens the book on what is pending. Of a person's entries only those are kept that a run can need, so that a full
 * ledger of years does not fill the memory.
 * @param rows keys of the rows that are due
 * @throws M365Error when the pending entries cannot be read
 */
export async function openLedgerBook(
  ledger: Pick<LedgerStore, 'ofPerson' | 'pending'>,
  rows: ReadonlySet<string>,
  today: IsoDate,
): Promise<LedgerBook> {
  const entries = new Map<string, Stored<LedgerEntry>>()
  const byPerson = new Map<string, Set<string>>()
  const unread = new Map<string, string>()
  const unreadable: UnreadableRow[] = []
  const done = new Set<string>()
  const put = (entry: Stored<LedgerEntry>) => {
    const { key, person } = entry.value
    entries.set(key, entry)
    const keys = byPerson.get(person) ?? new Set<string>()
    byPerson.set(person, keys.add(key))
  }
  const readOne = async (person: string) => {
    try {
      const read = await ledger.ofPerson(person)
      unreadable.push(...read.unreadable)
      for (const entry of needed(read.rows, rows, today)) put(entry)
      done.add(person)
    } catch (thrown) {
      if (!isM365Error(thrown)) throw thrown
      unread.set(person, thrown.message)
    }
  }
  const pending = await ledger.pending()
  unreadable.push(...pending.unreadable)
  for (const entry of pending.rows) if (!isTrainingMessage(entry.value)) put(entry)
  return {
    async read(people) {
      const fresh = [...new Set(people)].filter((person) => !done.has(person) && !unread.has(person))
      await fewAtOnce(fresh, readsAtOnce, readOne)
    },
    has: (objectId) => done.has(objectId) || unread.has(objectId),
    marks: () => [...entries.values()].map(({ value }) => value),
    of: (objectId) => [...(byPerson.get(objectId) ?? [])].flatMap((key) => entries.get(key) ?? []),
    entry: (key) => entries.get(key) ?? null,
    put,
    unread,
    unreadable,
  }
}

function needed(
  entries: readonly Stored<LedgerEntry>[],
  rows: ReadonlySet<string>,
  today: IsoDate,
): readonly Stored<LedgerEntry>[] {
  const settled = ({ value }: Stored<LedgerEntry>) => value.state === 'sent' || value.state === 'cancelled'
  const runs = new Set(entries.filter((entry) => !settled(entry)).map(({ value }) => value.run))
  const newest = entries
    .filter(({ value }) => value.state === 'sent' && value.sentAt !== null)
    .sort((a, b) => (b.value.sentAt ?? '').localeCompare(a.value.sentAt ?? ''))
    .slice(0, newestCards)
  const kept = new Set(newest)
  return entries.filter(
    (entry) =>
      kept.has(entry) ||
      !settled(entry) ||
      rows.has(entry.value.recommendation) ||
      entry.value.forDay === today ||
      runs.has(entry.value.run),
  )
}
