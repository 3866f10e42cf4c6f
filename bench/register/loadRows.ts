import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { paperRow, post, report, reportsFor } from './syntheticRows.ts'

const at = '2021-06-01T08:00:00Z'
const identity = JSON.stringify({ user: { displayName: 'The benchmark' } })

/**
 * Writes the lists straight into the database of a local tenant that is not running: through Graph, 30,000 rows would
 * take longer than everything that is measured.
 */
export function loadRows(file: string, rows: number): void {
  const db = new DatabaseSync(file)
  db.exec('begin immediate')
  const reports = reportsFor(rows)
  fillList(db, 'Reports', reports, report)
  fillList(db, 'Posts', 60, post)
  fillList(db, 'Recommendations', rows, (index) => paperRow(index, reports))
  db.exec('commit')
  db.close()
}

function fillList(
  db: DatabaseSync,
  title: string,
  count: number,
  make: (index: number) => Record<string, unknown>,
): void {
  const list = String(db.prepare('select id from lists where title = ?').get(title)?.id ?? '')
  if (list === '') throw new Error(`There is no list ${title}.`)
  const indexed = db
    .prepare('select name, definition from columns where list_id = ?')
    .all(list)
    .filter((row) => JSON.parse(String(row.definition)).indexed === true)
    .map((row) => String(row.name))
  for (const table of ['items', 'item_index', 'item_versions', 'item_changes'])
    db.prepare(`delete from ${table} where list_id = ?`).run(list)
  const item = db.prepare(
    `insert into items (list_id, id, guid, version, created, modified, author, editor, created_by, modified_by, fields)
     values (?, ?, ?, 1, ?, ?, 1, 1, ?, ?, ?)`,
  )
  const index = db.prepare('insert into item_index (list_id, column, value, item_id) values (?, ?, ?, ?)')
  const version = db.prepare(
    'insert into item_versions (list_id, item_id, version, modified, editor, modified_by, fields) values (?, ?, 1, ?, 1, ?, ?)',
  )
  const change = db.prepare('insert into item_changes (list_id, item_id, guid, deleted) values (?, ?, ?, 0)')
  for (let id = 1; id <= count; id += 1) {
    const fields = make(id - 1)
    const json = JSON.stringify(fields)
    const guid = randomUUID()
    item.run(list, id, guid, at, at, identity, identity, json)
    for (const column of indexed) index.run(list, column, indexValue(fields[column]), id)
    version.run(list, id, at, identity, json)
    change.run(list, id, guid)
  }
  db.prepare('update lists set next_id = ? where id = ?').run(count + 1, list)
}

function indexValue(value: unknown): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' || typeof value === 'string' ? value : null
}
