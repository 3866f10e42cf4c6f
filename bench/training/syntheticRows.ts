type Fields = Readonly<Record<string, unknown>>

/** One list of the synthetic site. */
export interface ListRows {
  read(address: URL, delta: boolean, next: (path: string) => string): unknown
  /** Null when a row has the key already. */
  create(fields: Fields): unknown
  change(id: string, fields: Fields): unknown
}

const fullPage = 200

/** What every answer with items has in common: pages of 200, a link to the next, and for delta a token at the end. */
abstract class Paged implements ListRows {
  abstract count(): number
  abstract fieldsAt(index: number): Fields
  abstract create(fields: Fields): unknown
  abstract change(id: string, fields: Fields): unknown
  /** Places of rows whose column has a value, by an index; null where there is none for it. */
  protected abstract indexed(column: string, value: string): readonly number[] | null

  read(address: URL, delta: boolean, next: (path: string) => string): unknown {
    const query = address.searchParams
    const select = /\(\$select=([^)]*)\)/.exec(query.get('$expand') ?? '')?.[1]?.split(',') ?? null
    const top = Math.min(fullPage, Number(query.get('$top') ?? fullPage))
    const from = Number(query.get('$skiptoken') ?? query.get('token') ?? 0)
    const found = this.found(query.get('$filter'))
    const total = found?.length ?? this.count()
    const places = Array.from(
      { length: Math.max(0, Math.min(top, total - from)) },
      (_, at) => found?.[from + at] ?? from + at,
    )
    const value = places.map((index) => this.item(index, select))
    const end = from + places.length
    const more = new URL(address)
    more.searchParams.set(delta ? 'token' : '$skiptoken', String(end))
    const link = next(`${more.pathname}${more.search}`)
    if (end < total) return { value, '@odata.nextLink': link }
    return delta ? { value, '@odata.deltaLink': link } : { value }
  }

  protected item(index: number, select: readonly string[] | null): unknown {
    // An empty field is absent on the wire.
    const all = Object.entries(this.fieldsAt(index)).filter(
      ([name, value]) => value != null && (select?.includes(name) ?? true),
    )
    const fields = Object.fromEntries(all)
    const etag = `"${String(index).padStart(8, '0')}-aaaa-bbbb-cccc-dddddddddddd,1"`
    return {
      '@odata.etag': etag,
      id: String(index + 1),
      eTag: etag,
      fields: { '@odata.etag': etag, ...fields },
    }
  }

  private found(filter: string | null): readonly number[] | null {
    if (filter === null) return null
    const [, column = '', relation = '', value = ''] = /^fields\/(\w+) (\w+) '(.*)'$/.exec(filter) ?? []
    const wanted = value.replaceAll("''", "'")
    const known = relation === 'eq' ? this.indexed(column, wanted) : null
    if (known) return known
    const places: number[] = []
    for (let index = 0; index < this.count(); index += 1) {
      const field = this.fieldsAt(index)[column]
      if (typeof field !== 'string') continue
      if (relation === 'eq' ? field === wanted : relation === 'le' ? field <= wanted : field >= wanted)
        places.push(index)
    }
    return places
  }
}

/** Rows that are made when they are asked for, with rows that were added after them. */
export class VirtualRows extends Paged {
  private readonly made: number
  private readonly at: (index: number) => Fields
  private readonly rest: StoredRows
  private readonly indexes: Readonly<Record<string, (index: number) => number>>
  private readonly places = new Map<string, ReadonlyMap<string, readonly number[]>>()

  constructor(
    made: number,
    columns: readonly string[],
    at: (index: number) => Fields,
    indexes: Readonly<Record<string, (index: number) => number>>,
  ) {
    super()
    this.made = made
    this.at = at
    this.indexes = indexes
    this.rest = new StoredRows(columns, [])
  }

  count = () => this.made + this.rest.count()
  fieldsAt = (index: number) => (index < this.made ? this.at(index) : this.rest.fieldsAt(index - this.made))
  create = (fields: Fields) => this.rest.create(fields)
  change = (id: string, fields: Fields) => this.rest.change(String(Number(id) - this.made), fields)

  /** SharePoint keeps its indexes up to date; this one is made once for each column that is asked by. */
  protected indexed(column: string, value: string): readonly number[] {
    const index = this.places.get(column) ?? this.makeIndex(column)
    this.places.set(column, index)
    const added = this.rest.placesOf(column, value).map((place) => place + this.made)
    return [...(index.get(value) ?? []), ...added]
  }

  private makeIndex(column: string): ReadonlyMap<string, readonly number[]> {
    const quick = this.indexes[column]
    const groups = new Map<unknown, number[]>()
    for (let index = 0; index < this.made; index += 1) {
      const key = quick ? quick(index) : this.at(index)[column]
      const group = groups.get(key)
      if (group) group.push(index)
      else groups.set(key, [index])
    }
    return new Map([...groups.values()].map((group) => [String(this.at(group[0] ?? 0)[column]), group]))
  }
}

/** Rows that are kept as they were written. */
export class StoredRows extends Paged {
  readonly columns: readonly string[]
  private readonly rows: Fields[]
  private readonly byKey = new Map<unknown, number>()
  private readonly groups = new Map<string, Map<unknown, number[]>>()

  constructor(columns: readonly string[], rows: readonly Fields[]) {
    super()
    this.columns = columns
    this.rows = [...rows]
    for (const [index, { Key }] of rows.entries()) this.byKey.set(Key, index)
  }

  count = () => this.rows.length
  fieldsAt = (index: number) => this.rows[index] ?? {}

  create(fields: Fields): unknown {
    if (this.byKey.has(fields.Key)) return null
    this.rows.push(fields)
    this.byKey.set(fields.Key, this.rows.length - 1)
    this.groups.clear()
    return this.item(this.rows.length - 1, null)
  }

  change(id: string, fields: Fields): unknown {
    const index = Number(id) - 1
    this.rows[index] = { ...this.rows[index], ...fields }
    this.groups.clear()
    return (this.item(index, null) as { fields: unknown }).fields
  }

  placesOf(column: string, value: string): readonly number[] {
    if (column === 'Key') return this.byKey.has(value) ? [this.byKey.get(value) ?? 0] : []
    const groups =
      this.groups.get(column) ?? Map.groupBy(this.rows.keys(), (index) => this.rows[index]?.[column])
    this.groups.set(column, groups)
    return groups.get(value) ?? []
  }

  protected indexed(column: string, value: string): readonly number[] {
    return this.placesOf(column, value)
  }
}
