import { badRequest } from '../graphErrors.ts'
import { readQuery, selected } from '../query/options.ts'
import { inTransaction } from '../store.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { changedColumn, newColumn } from './columnRules.ts'
import { columnOf, columnsOf, dropColumn, saveColumn } from './columnStore.ts'
import { type ColumnDefinition, shownColumn } from './columnTypes.ts'
import { dropIndex, indexExisting, itemsOf } from './itemStore.ts'
import { LIST, listContext } from './listContext.ts'
import type { StoredList } from './listStore.ts'

/** No index can be added to a list of more than 20,000 rows: four times the threshold. */
const TIMES_THRESHOLD = 4
const COLUMN = `${LIST}/columns/:column`

/** GET, POST …/columns and GET, PATCH, DELETE …/columns/{id}. */
export const columnsPart: TenantPart = (router, tenant) => {
  router.get(`${LIST}/columns`, (req, res) => {
    const { list } = listContext(tenant, req, res, 'read')
    const { select } = readQuery(req, ['select'])
    // Hidden definitions come only when `hidden` is asked for by name.
    const shown = columnsOf(tenant.db, list.id).filter(
      (column) => !column.hidden || select?.includes('hidden'),
    )
    res.json({ value: shown.map((column) => selected(shownColumn(column), select)) })
  })
  router.post(`${LIST}/columns`, (req, res) => {
    const { list } = listContext(tenant, req, res, 'manage')
    const column = newColumn(req.body, columnsOf(tenant.db, list.id))
    keep(tenant, list, undefined, column)
    res.status(201).json(shownColumn(column))
  })
  router.get(COLUMN, (req, res) => {
    const { list } = listContext(tenant, req, res, 'read')
    const { select } = readQuery(req, ['select'])
    res.json(selected(shownColumn(columnOf(tenant.db, list.id, String(req.params.column))), select))
  })
  router.patch(COLUMN, (req, res) => {
    const { list } = listContext(tenant, req, res, 'manage')
    const before = columnOf(tenant.db, list.id, String(req.params.column))
    const others = columnsOf(tenant.db, list.id).filter((one) => one.id !== before.id)
    const column = changedColumn(before, req.body, others)
    keep(tenant, list, before, column)
    res.json(shownColumn(column))
  })
  router.delete(COLUMN, (req, res) => {
    const { list } = listContext(tenant, req, res, 'manage')
    const column = columnOf(tenant.db, list.id, String(req.params.column))
    if (column.readOnly || column.name === 'Title')
      throw badRequest(`The column '${column.name}' cannot be deleted.`)
    inTransaction(tenant.db, () => dropColumn(tenant.db, list.id, column))
    res.status(204).end()
  })
}

function keep(
  tenant: Tenant,
  list: StoredList,
  before: ColumnDefinition | undefined,
  column: ColumnDefinition,
): void {
  const newlyIndexed = column.indexed && before?.indexed !== true
  const newlyUnique = column.enforceUniqueValues && before?.enforceUniqueValues !== true
  if (newlyIndexed && itemsOf(tenant, list).count() > tenant.controls.threshold * TIMES_THRESHOLD) {
    throw badRequest('The list has too many items to add an index.')
  }
  inTransaction(tenant.db, () => {
    saveColumn(tenant.db, list.id, column)
    if (newlyIndexed || newlyUnique || !column.indexed) dropIndex(tenant.db, list.id, column)
    if (newlyIndexed || newlyUnique) indexExisting(tenant, list.id, column)
  })
}
