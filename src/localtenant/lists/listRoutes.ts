import { badRequest } from '../graphErrors.ts'
import { parseExpand } from '../query/expand.ts'
import { parseFilter } from '../query/filter.ts'
import { type QueryOptions, readQuery, selected } from '../query/options.ts'
import { mustFit } from '../shapes.ts'
import { requireSite } from '../sites/siteAccess.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { builtInColumns } from './builtInColumns.ts'
import { newColumn } from './columnRules.ts'
import { columnsOf } from './columnStore.ts'
import { type ColumnDefinition, shownColumn } from './columnTypes.ts'
import { instant } from './instants.ts'
import { LIST, listContext } from './listContext.ts'
import { listShape } from './listShapes.ts'
import {
  addList,
  allLists,
  changeList,
  listResource,
  type NewList,
  removeList,
  type StoredList,
} from './listStore.ts'

/** GET, POST …/lists and GET, PATCH, DELETE …/lists/{id or title}. */
export const listResourcesPart: TenantPart = (router, tenant) => {
  router.get('/sites/:site/lists', (req, res) => {
    requireSite(tenant, req, res, 'read')
    const options = readQuery(req, ['select', 'expand', 'filter', 'top'])
    const shown = allLists(tenant.db).filter((list) => isWanted(list, options))
    res.json({ value: shown.slice(0, options.top).map((list) => shownList(tenant, list, options)) })
  })
  router.post('/sites/:site/lists', (req, res) => {
    const caller = requireSite(tenant, req, res, 'manage')
    const at = instant(tenant.clock.now())
    const list = addList(tenant.db, { ...readNewList(req.body), createdBy: caller.identity, at })
    res.status(201).json(listResource(list))
  })
  router.get(LIST, (req, res) => {
    const { list } = listContext(tenant, req, res, 'read')
    res.json(shownList(tenant, list, readQuery(req, ['select', 'expand'])))
  })
  router.patch(LIST, (req, res) => {
    const { list } = listContext(tenant, req, res, 'manage')
    mustFit(listShape, req.body ?? {}, 'list')
    const { displayName: title, description, ...rest } = req.body ?? {}
    refuseMore(rest)
    const at = instant(tenant.clock.now())
    res.json(listResource(changeList(tenant.db, list, { title, description, at })))
  })
  // In the published OpenAPI of v1.0, without a page of its own: github.com/Softeria/ms-365-mcp-server/pull/432
  router.delete(LIST, (req, res) => {
    removeList(tenant.db, listContext(tenant, req, res, 'manage').list)
    res.status(204).end()
  })
  router.get(`${LIST}/contentTypes`, (req, res) => {
    listContext(tenant, req, res, 'read')
    readQuery(req, [])
    res.json({
      value: [{ id: '0x0100', name: 'Item', description: 'Create a new list item.', hidden: false }],
    })
  })
}

function shownList(tenant: Tenant, list: StoredList, options: QueryOptions): Record<string, unknown> {
  const columns =
    parseExpand(options.expand, ['columns']).length > 0 ? columnsOf(tenant.db, list.id) : undefined
  const shown = selected(listResource(list), options.select)
  return columns === undefined
    ? shown
    : { ...shown, columns: columns.filter((column) => !column.hidden).map(shownColumn) }
}

/** Hidden lists come only when `system` is selected; filters work for displayName only: gd#9836. */
function isWanted(list: StoredList, { filter, select }: QueryOptions): boolean {
  if (list.hidden && !select?.includes('system') && filter === undefined) return false
  if (filter === undefined) return true
  const node = parseFilter(filter)
  if (node.kind !== 'compare' || node.path !== 'displayName' || node.operator !== 'eq') {
    throw badRequest('Lists can be filtered by displayName eq only.')
  }
  return list.title.toLowerCase() === String(node.value).toLowerCase()
}

function readNewList(body: Record<string, unknown> | undefined): Omit<NewList, 'createdBy' | 'at'> {
  const { displayName, description = '', columns = [], list = {}, name, ...rest } = body ?? {}
  if (name !== undefined) {
    // gdc#8113
    throw badRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    )
  }
  mustFit(listShape, body ?? {}, 'list')
  refuseMore(rest)
  if (typeof displayName !== 'string' || displayName === '') throw badRequest('A list needs a displayName.')
  if (!Array.isArray(columns)) throw badRequest('columns must be an array.')
  const { template = 'genericList' } = list as { template?: string }
  if (template !== 'genericList') throw badRequest(`The template '${template}' is not imitated.`)
  const made = builtInColumns()
  for (const column of columns) made.push(newColumn(column, made))
  return {
    title: displayName,
    description: String(description),
    template,
    hidden: false,
    columns: made as ColumnDefinition[],
  }
}

function refuseMore(rest: Readonly<Record<string, unknown>>): void {
  const unknown = Object.keys(rest).find((name) => !name.startsWith('@odata.'))
  if (unknown !== undefined) throw badRequest(`Property '${unknown}' of a list cannot be written.`)
}
