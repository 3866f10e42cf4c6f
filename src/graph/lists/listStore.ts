import * as v from 'valibot'
import { M365Error } from '../../domain/m365Error.ts'
import type { Created, ListStore, ReadRows, Saved, Stored } from '../../usecases/ports.ts'
import type { ListDeclaration } from '../columns/columnTypes.ts'
import { leavesOutcomeOpen, toM365Error } from '../failures.ts'
import { quote } from '../odata.ts'
import { readEverything } from '../pages.ts'
import { Repeatable } from '../retryHandler.ts'
import { explainList, listAddress, type SiteContext } from '../site.ts'
import { readChanges } from './readChanges.ts'
import { mustUnderstand, type RawRow, readAll, readBareFields, readItem } from './readRow.ts'
import type { RowMapping } from './rowMapping.ts'
import { wireFields } from './writeFields.ts'
import { createMany, saveMany } from './writeMany.ts'

/** What the stores of single lists build their own queries with. */
export interface QueryableStore<T> extends ListStore<T> {
  /** Rows that pass one condition on one indexed column; more is decided in memory. */
  where(condition: string): Promise<ReadRows<T>>
}

const pageSize = 200

/** Rows asked for per page of a delta; Microsoft 365 gives fewer where it likes. Measured by bench/register. */
const deltaPageSize = 200

/** One SharePoint list as rows of the domain, with the promises of `ListStore`. */
export function listStore<T, D extends ListDeclaration>(
  site: SiteContext,
  declaration: D,
  mapping: RowMapping<T, D>,
): QueryableStore<T> {
  const { title, columns } = declaration
  const expand = `$expand=fields($select=${Object.keys(columns).join(',')})`
  const itemsPath = `${listAddress(site, title)}/items`
  const understood = (raw: RawRow): Stored<T> => mustUnderstand(raw, mapping.fromFields, title)
  const fieldsFor = (value: T, mark: string) =>
    wireFields(declaration, mapping.toFields(value), mapping.title(value), mark)

  async function readRaw(id: string): Promise<RawRow> {
    return mustBeItem(
      await ask(() => site.client.api(`${itemsPath}/${encodeURIComponent(id)}?${expand}`).get()),
      title,
    )
  }

  async function itemsWhere(condition: string): Promise<readonly unknown[]> {
    const filter = `$filter=${encodeURIComponent(`fields/${condition}`)}`
    return wholeList(readEverything(site.client, `${itemsPath}?${expand}&${filter}&$top=${pageSize}`))
  }

  /** Here, missing is the list itself and not a row of it. */
  const wholeList = <A>(asked: Promise<A>): Promise<A> =>
    asked.catch((thrown: unknown) => {
      throw explainList(toM365Error(thrown), title)
    })

  async function rawByKey(key: string): Promise<RawRow | null> {
    const [item] = await itemsWhere(`Key eq ${quote(key)}`)
    return item === undefined ? null : mustBeItem(item, title)
  }

  /** The row that is there already: ours when it carries the mark, somebody else's when not. */
  async function alreadyThere(key: string, mark: string, refused: M365Error): Promise<Created<T>> {
    const raw = await rawByKey(key)
    if (!raw) throw refused
    return { row: understood(raw), already: raw.fields.WriteMark !== mark }
  }

  const many = { client: site.client, itemsPath, fieldsFor, understood, readRaw, alreadyThere }

  return {
    get: async (id) => understood(await readRaw(id)),

    async byKey(key) {
      const raw = await rawByKey(key)
      return raw && understood(raw)
    },

    async all(onPage) {
      const address = `${itemsPath}?${expand}&$top=${pageSize}`
      return readAll(await wholeList(readEverything(site.client, address, onPage)), mapping.fromFields)
    },

    where: async (condition) => readAll(await itemsWhere(condition), mapping.fromFields),

    changesSince(token, onPage) {
      const start = `${itemsPath}/delta?${expand}&$top=${deltaPageSize}`
      return wholeList(readChanges(site.client, start, token, mapping.fromFields, onPage))
    },

    async create(value) {
      const mark = crypto.randomUUID()
      const fields = fieldsFor(value, mark)
      try {
        const answer = await ask(() =>
          site.client.api(itemsPath).middlewareOptions([new Repeatable()]).post({ fields }),
        )
        const id = v.parse(v.object({ id: v.string() }), answer).id
        // The answer to a POST need not show what a GET shows, so a row without all its fields is read again.
        const raw = readItem(answer)
        return { row: understood(raw?.fields.Key === undefined ? await readRaw(id) : raw), already: false }
      } catch (thrown) {
        const error = toM365Error(thrown)
        if (error.kind !== 'conflict' && !leavesOutcomeOpen(error)) throw explainList(error, title)
        return alreadyThere(String(fields.Key), mark, error)
      }
    },

    async save(row, next): Promise<Saved<T>> {
      const mark = crypto.randomUUID()
      const fields = fieldsFor(next, mark)
      const path = `${itemsPath}/${encodeURIComponent(row.id)}/fields`
      try {
        const answer = await ask(() => site.client.api(path).header('If-Match', row.etag).patch(fields))
        const raw = readBareFields(row.id, answer)
        return { ok: true, row: understood(raw?.fields.Key === undefined ? await readRaw(row.id) : raw) }
      } catch (thrown) {
        const error = toM365Error(thrown)
        const stale = error.status === 412
        if (!stale && !leavesOutcomeOpen(error)) throw error
        const raw = await readRaw(row.id)
        if (raw.fields.WriteMark === mark) return { ok: true, row: understood(raw) }
        if (!stale) throw error
        return { ok: false, code: 'changed-meanwhile', theirs: understood(raw) }
      }
    },

    createMany: (values) => createMany(many, values),
    saveMany: (changes) => saveMany(many, changes),
  }
}

async function ask(request: () => Promise<unknown>): Promise<unknown> {
  try {
    return await request()
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}

function mustBeItem(answer: unknown, list: string): RawRow {
  const raw = readItem(answer)
  if (raw) return raw
  throw new M365Error('unexpected', `Microsoft 365 answered without the fields of a row of the list ${list}.`)
}
