import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { GraphError } from '../graphErrors.ts'
import type { Tenant } from '../tenant.ts'
import type { ColumnDefinition } from './columnTypes.ts'
import { type Condition, type ItemOrder, notIndexed } from './itemFilter.ts'
import { indexValue, itemFromRow, type StoredItem } from './itemStore.ts'

/** A list query after reading: conditions, order and how many rows fill a page. */
export interface ItemQuery {
  readonly listId: string
  readonly conditions: readonly Condition[]
  readonly order: ItemOrder | undefined
  readonly top: number
  /** True with `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly`. */
  readonly honourNonIndexed: boolean
}

/** Where the next page starts: after a row id, or after a number of sorted rows. */
export type Cursor = { readonly after: number } | { readonly skip: number }

export interface ItemPage {
  readonly items: readonly StoredItem[]
  /** Absent on the last page. A page may be empty and still have one. */
  readonly next: Cursor | undefined
}

/** One page of a list. Throws 400 for a field without an index, or `tooManyResources` beyond 5,000 rows. */
export function runItemQuery(tenant: Tenant, query: ItemQuery, cursor: Cursor): ItemPage {
  if (needsScan(query)) return scan(tenant, query, cursor)
  if (query.order !== undefined) return inOrder(tenant.db, query, query.order, cursor)
  const after = 'after' in cursor ? cursor.after : 0
  if (query.conditions.length === 0) return byId(tenant.db, query, after)
  return window(tenant, query, after)
}

/** Whether one index cannot answer the query. Throws unless the Prefer header allows looking at every row. */
function needsScan({ conditions, order, honourNonIndexed }: ItemQuery): boolean {
  const columns = [...conditions.map((one) => one.column), ...(order === undefined ? [] : [order.column])]
  const unindexed = columns.find((column) => !column.indexed)
  const several = new Set(columns.map((column) => column.name)).size > 1
  if (unindexed === undefined && !several) return false
  if (unindexed !== undefined && !honourNonIndexed) throw notIndexed(unindexed.name)
  if (honourNonIndexed) return true
  const filtered = new Set(conditions.map((one) => one.column.name))
  if (filtered.size > 1) {
    throw new GraphError(400, 'invalidRequest', 'The service can only filter by one indexed field at a time.')
  }
  return true // filter by one index, sort by another
}

function byId(db: DatabaseSync, { listId, top }: ItemQuery, after: number): ItemPage {
  const rows = db
    .prepare('select * from items where list_id = ? and id > ? order by id limit ?')
    .all(listId, after, top + 1)
    .map(itemFromRow)
  return firstOf(rows, top)
}

/** The sliding window: looks at a stretch of the list and answers with what it found there, be it nothing. */
function window(tenant: Tenant, query: ItemQuery, after: number): ItemPage {
  const { db, controls } = tenant
  const { listId, conditions, top } = query
  if (conditions.every((one) => one.operator === 'ne')) refuseLarge(tenant, listId)
  const end = Number(
    db
      .prepare(
        'select max(id) as id from (select id from items where list_id = ? and id > ? order by id limit ?)',
      )
      .get(listId, after, controls.window)?.id ?? after,
  )
  const { sql, values } = indexed(query)
  const rows = db
    .prepare(`${sql} and x.item_id > ? and x.item_id <= ? order by x.item_id limit ?`)
    .all(...values, after, end, top + 1)
    .map(itemFromRow)
  const page = firstOf(rows, top)
  if (page.next !== undefined) return page
  const more =
    db.prepare('select 1 from items where list_id = ? and id > ? limit 1').get(listId, end) !== undefined
  return { items: page.items, next: more ? { after: end } : undefined }
}

function inOrder(db: DatabaseSync, query: ItemQuery, order: ItemOrder, cursor: Cursor): ItemPage {
  const skip = 'skip' in cursor ? cursor.skip : 0
  const { sql, values } = indexed({ ...query, order })
  const direction = order.descending ? 'desc' : 'asc'
  const rows = db
    .prepare(`${sql} order by x.value ${direction}, x.item_id ${direction} limit ? offset ?`)
    .all(...values, query.top + 1, skip)
    .map(itemFromRow)
  const items = rows.slice(0, query.top)
  return { items, next: rows.length > query.top ? { skip: skip + query.top } : undefined }
}

function indexed({ listId, conditions, order }: ItemQuery): { sql: string; values: SQLInputValue[] } {
  const column = conditions[0]?.column ?? order?.column
  const tests = conditions.map(sqlTest)
  const sql = `select i.* from item_index x cross join items i on i.list_id = x.list_id and i.id = x.item_id
    where ${['x.list_id = ?', 'x.column = ?', ...tests.map((test) => test.sql)].join(' and ')}`
  return { sql, values: [listId, column?.name ?? '', ...tests.flatMap((test) => test.values)] }
}

const symbols = { eq: '=', lt: '<', le: '<=', gt: '>', ge: '>=' } as const

function sqlTest({ operator, value }: Condition): { sql: string; values: SQLInputValue[] } {
  if (operator === 'ne') return { sql: '(x.value <> ? or x.value is null)', values: [value] }
  if (operator === 'startswith') {
    return { sql: '(x.value >= ? and x.value < ?)', values: [value, `${value}\u{10ffff}`] }
  }
  return { sql: `x.value ${symbols[operator]} ?`, values: [value] }
}

/** Looks at every row, as the Prefer header asks; small lists only. */
function scan(tenant: Tenant, query: ItemQuery, cursor: Cursor): ItemPage {
  refuseLarge(tenant, query.listId)
  const { conditions, order, top } = query
  const all = tenant.db.prepare('select * from items where list_id = ? order by id').all(query.listId)
  const found = all.map(itemFromRow).filter((item) => conditions.every((one) => holds(one, item)))
  if (order !== undefined) found.sort((one, other) => compareBy(order, one, other))
  const skip = 'skip' in cursor ? cursor.skip : 0
  const items = found.slice(skip, skip + top)
  return { items, next: found.length > skip + top ? { skip: skip + top } : undefined }
}

/** Beyond the threshold SharePoint refuses to look through a list without an index. */
function refuseLarge({ db, controls }: Tenant, listId: string): void {
  const rows = Number(db.prepare('select count(*) as n from items where list_id = ?').get(listId)?.n)
  if (rows <= controls.threshold) return
  throw new GraphError(
    400,
    'notSupported',
    'The request is unprocessable because it uses too many resources',
    {
      innerCode: 'tooManyResources',
    },
  )
}

function holds({ column, operator, value }: Condition, item: StoredItem): boolean {
  const found = comparableValue(column, item)
  if (operator === 'ne') return found === null || compare(found, value) !== 0
  if (found === null) return false
  if (operator === 'startswith') return String(found).toLowerCase().startsWith(String(value).toLowerCase())
  const order = compare(found, value)
  const outcomes = { eq: order === 0, lt: order < 0, le: order <= 0, gt: order > 0, ge: order >= 0 }
  return outcomes[operator]
}

function comparableValue(column: ColumnDefinition, item: StoredItem): string | number | null {
  if (column.name === 'Created') return item.created
  if (column.name === 'Modified') return item.modified
  const value = indexValue(column, item.fields)
  return typeof value === 'number' || typeof value === 'string' ? value : null
}

function compareBy({ column, descending }: ItemOrder, one: StoredItem, other: StoredItem): number {
  const order =
    compareNullable(comparableValue(column, one), comparableValue(column, other)) || one.id - other.id
  return descending ? -order : order
}

function compareNullable(one: string | number | null, other: string | number | null): number {
  if (one === null || other === null) return (one === null ? 0 : 1) - (other === null ? 0 : 1)
  return compare(one, other)
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  const [left, right] = [String(one).toLowerCase(), String(other).toLowerCase()]
  return left < right ? -1 : left > right ? 1 : 0
}

function firstOf(rows: readonly StoredItem[], top: number): ItemPage {
  const items = rows.slice(0, top)
  const last = items.at(-1)
  return { items, next: rows.length > top && last !== undefined ? { after: last.id } : undefined }
}
