import { M365Error } from '../../src/domain/m365Error.ts'
import type { Created, ReadRows, Saved, Stored } from '../../src/usecases/ports.ts'

/** How a call to the far end goes: as it should, refused before anything happened, or done with its answer lost. */
export type CallFate = 'well' | 'refused' | 'answer-lost'

/** One call of a process to the far end: `act` happens there, once, unless the call is refused. */
export type Call = <T>(name: string, act: () => T) => Promise<T>

/** A list at the far end, in the shape of SharePoint: unique keys, etags, and nothing about who asks. */
export class FarList<T extends { readonly key: string }> {
  private readonly byId = new Map<string, Stored<T>>()
  private readonly idOfKey = new Map<string, string>()

  put(value: T): Stored<T> {
    const id = this.idOfKey.get(value.key) ?? String(this.byId.size + 1)
    return this.write(id, value)
  }

  remove(key: string): void {
    const id = this.idOfKey.get(key)
    this.idOfKey.delete(key)
    if (id !== undefined) this.byId.delete(id)
  }

  rows(): readonly Stored<T>[] {
    return [...this.byId.values()]
  }

  ofKey(key: string): Stored<T> | null {
    const id = this.idOfKey.get(key)
    return id === undefined ? null : (this.byId.get(id) ?? null)
  }

  create(value: T): Created<T> {
    const there = this.ofKey(value.key)
    return there ? { row: there, already: true } : { row: this.put(value), already: false }
  }

  save({ id, etag }: { readonly id: string; readonly etag: string }, next: T): Saved<T> {
    const there = this.byId.get(id)
    if (!there) throw new M365Error('missing', `There is no item ${id}.`)
    if (there.etag !== etag) return { ok: false, code: 'changed-meanwhile', theirs: there }
    return { ok: true, row: this.write(id, next) }
  }

  read(where: (value: T) => boolean = () => true): ReadRows<T> {
    return { rows: this.rows().filter(({ value }) => where(value)), unreadable: [] }
  }

  private write(id: string, value: T): Stored<T> {
    const row = { id, etag: `${Number(this.byId.get(id)?.etag ?? 0) + 1}`, value }
    this.byId.set(id, row)
    this.idOfKey.set(value.key, id)
    return row
  }
}
