import { M365Error } from '../../src/domain/m365Error.ts'
import type {
  Attempted,
  Changes,
  Created,
  ListStore,
  ReadRows,
  RowChange,
  Saved,
  Stored,
} from '../../src/usecases/ports.ts'

/** A list in memory that keeps the promises of `ListStore`: etags, deltas, conflicts, and outages on request. */
export class MemoryListStore<T extends { readonly key: string }> implements ListStore<T> {
  readonly calls: string[] = []
  unreadable: { id: string; reason: string }[] = []
  private readonly rows = new Map<string, Stored<T>>()
  private readonly log: { id: string; at: number }[] = []
  /** SharePoint never gives an id a second time. */
  private made = 0
  private failure: Error | null = null
  private lostAnswers = 0

  constructor(values: readonly T[] = []) {
    for (const value of values) this.put(value)
  }

  /** Every call fails like this until `recover`. */
  fail(failure: Error): void {
    this.failure = failure
  }

  /** What a Graph that can't be reached gives. */
  goOffline(): void {
    this.fail(new M365Error('unavailable', 'Microsoft 365 could not be reached.'))
  }

  recover(): void {
    this.failure = null
  }

  /** The next save is carried out, and its answer is lost. */
  loseNextAnswer(): void {
    this.lostAnswers += 1
  }

  /** No answer is lost any more. */
  keepAnswers(): void {
    this.lostAnswers = 0
  }

  /** Somebody else's change, behind the back of everything that holds a row. */
  change(id: string, change: (value: T) => T): Stored<T> {
    return this.write(id, change(this.mustHave(id).value))
  }

  remove(id: string): void {
    this.rows.delete(id)
    this.log.push({ id, at: this.log.length + 1 })
  }

  put(value: T): Stored<T> {
    this.made += 1
    return this.write(String(this.made), value)
  }

  peek(id: string): Stored<T> {
    return this.mustHave(id)
  }

  async get(id: string): Promise<Stored<T>> {
    this.enter('get')
    return this.mustHave(id)
  }

  async byKey(key: string): Promise<Stored<T> | null> {
    this.enter('byKey')
    return [...this.rows.values()].find((row) => row.value.key === key) ?? null
  }

  async all(): Promise<ReadRows<T>> {
    this.enter('all')
    return { rows: [...this.rows.values()], unreadable: this.unreadable }
  }

  async changesSince(token: string | null): Promise<Changes<T>> {
    this.enter(token === null ? 'everything' : 'changes')
    const since = Number(token ?? 0)
    const ids = new Set(this.log.filter((entry) => entry.at > since).map((entry) => entry.id))
    return {
      rows: [...ids].flatMap((id) => this.rows.get(id) ?? []),
      removed: token === null ? [] : [...ids].filter((id) => !this.rows.has(id)),
      unreadable: this.unreadable,
      token: String(this.log.length),
      restarted: false,
    }
  }

  async create(value: T): Promise<Created<T>> {
    this.enter('byKey')
    // At one moment: keys are unique, also for two who create at the same time.
    const there = [...this.rows.values()].find((row) => row.value.key === value.key)
    return there ? { row: there, already: true } : { row: this.put(value), already: false }
  }

  async save(row: { readonly id: string; readonly etag: string }, next: T): Promise<Saved<T>> {
    this.enter('save')
    const current = this.mustHave(row.id)
    if (current.etag !== row.etag) return { ok: false, code: 'changed-meanwhile', theirs: current }
    const saved = this.write(row.id, next)
    if (this.lostAnswers > 0) {
      this.lostAnswers -= 1
      throw new M365Error('unavailable', 'Microsoft 365 did not answer.')
    }
    return { ok: true, row: saved }
  }

  async createMany(values: readonly T[]): Promise<readonly Attempted<Created<T>>[]> {
    return oneByOne(values, (value) => this.create(value))
  }

  async saveMany(changes: readonly RowChange<T>[]): Promise<readonly Attempted<Saved<T>>[]> {
    return oneByOne(changes, ({ row, next }) => this.save(row, next))
  }

  private enter(call: string): void {
    this.calls.push(call)
    if (this.failure) throw this.failure
  }

  private write(id: string, value: T): Stored<T> {
    const version = Number(this.rows.get(id)?.etag.slice(1) ?? 0) + 1
    const row = { id, etag: `v${version}`, value }
    this.rows.set(id, row)
    this.log.push({ id, at: this.log.length + 1 })
    return row
  }

  private mustHave(id: string): Stored<T> {
    const row = this.rows.get(id)
    if (!row) throw new M365Error('missing', `There is no item ${id}.`)
    return row
  }
}

async function oneByOne<V, R>(
  values: readonly V[],
  write: (value: V) => Promise<R>,
): Promise<readonly Attempted<R>[]> {
  const attempts: Attempted<R>[] = []
  for (const value of values) {
    try {
      attempts.push({ ok: true, value: await write(value) })
    } catch (thrown) {
      if (!(thrown instanceof M365Error)) throw thrown
      attempts.push({ ok: false, error: thrown })
    }
  }
  return attempts
}
