import type { Request, Response } from 'express'
import { badRequest } from '../graphErrors.ts'
import { readQuery } from '../query/options.ts'
import { nextLink, requestOf } from '../query/page.ts'
import { seal, unseal } from '../query/sealed.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { columnsOf } from './columnStore.ts'
import { answerDelta } from './delta.ts'
import { writtenFields } from './fieldsIn.ts'
import { fieldsView } from './fieldsOut.ts'
import { readConditions, readOrder } from './itemFilter.ts'
import { type Cursor, runItemQuery } from './itemQuery.ts'
import { checkIfMatch, fieldsOfBody, itemView } from './itemResource.ts'
import { itemsOf, type StoredItem } from './itemStore.ts'
import { ITEM, LIST, type ListContext, listContext } from './listContext.ts'

const PAGE = 200

/** Items of a list: query, create, read, change, delete, delta. */
export const itemsPart: TenantPart = (router, tenant) => {
  router.get(`${LIST}/items`, (req, res) => answerQuery(tenant, req, res))
  router.post(`${LIST}/items`, (req, res) => {
    const { list, caller } = listContext(tenant, req, res, 'write')
    const fields = writtenFields(tenant.db, columnsOf(tenant.db, list.id), fieldsOfBody(req.body), {})
    const item = itemsOf(tenant, list).create(fields, caller)
    res.status(201).json(itemView(tenant, list, readQuery(req, ['select', 'expand']), ['fields'])(item))
  })
  for (const path of ['/items/delta', '/items/delta\\(*call\\)', '/items/microsoft.graph.delta']) {
    router.get(`${LIST}${path}`, (req, res) => {
      answerDelta(tenant, listContext(tenant, req, res, 'read').list, req, res)
    })
  }
  oneItem(router, tenant)
  fieldsOfItem(router, tenant)
}

const oneItem: TenantPart = (router, tenant) => {
  router.get(ITEM, (req, res) => {
    const { list } = listContext(tenant, req, res, 'read')
    const item = itemsOf(tenant, list).get(String(req.params.item))
    const shown = itemView(tenant, list, readQuery(req, ['select', 'expand']), ['fields'])(item)
    res.set('ETag', String(shown.eTag ?? '')).json(shown)
  })
  router.patch(ITEM, (req, res) => {
    const context = listContext(tenant, req, res, 'write')
    const item = change(tenant, req, context, fieldsOfBody(req.body))
    res.json(itemView(tenant, context.list, { select: undefined, expand: undefined }, ['fields'])(item))
  })
  router.delete(ITEM, (req, res) => {
    const { list } = listContext(tenant, req, res, 'write')
    const items = itemsOf(tenant, list)
    const item = items.get(String(req.params.item))
    checkIfMatch(req, item)
    items.remove(item)
    res.status(204).end()
  })
}

const fieldsOfItem: TenantPart = (router, tenant) => {
  router.get(`${ITEM}/fields`, (req, res) => {
    const { list } = listContext(tenant, req, res, 'read')
    const { select } = readQuery(req, ['select'])
    const item = itemsOf(tenant, list).get(String(req.params.item))
    res.json(fieldsView(tenant.db, columnsOf(tenant.db, list.id), select)(item, item.guid))
  })
  // 200 with the bare fieldValueSet: https://learn.microsoft.com/graph/api/listitem-update
  router.patch(`${ITEM}/fields`, (req, res) => {
    const context = listContext(tenant, req, res, 'write')
    const item = change(tenant, req, context, req.body)
    res.json(fieldsView(tenant.db, columnsOf(tenant.db, context.list.id), undefined)(item, item.guid))
  })
}

function change(tenant: Tenant, req: Request, { list, caller }: ListContext, body: unknown): StoredItem {
  readQuery(req, [])
  const items = itemsOf(tenant, list)
  const item = items.get(String(req.params.item))
  checkIfMatch(req, item)
  const fields = writtenFields(tenant.db, columnsOf(tenant.db, list.id), body, item.fields)
  return items.update(item, fields, caller)
}

function answerQuery(tenant: Tenant, req: Request, res: Response): void {
  const { list } = listContext(tenant, req, res, 'read')
  const options = readQuery(req, ['select', 'expand', 'filter', 'orderby', 'top', 'skiptoken'])
  const columns = columnsOf(tenant.db, list.id)
  const query = {
    listId: list.id,
    conditions: readConditions(columns, options.filter),
    order: readOrder(columns, options.orderby),
    top: Math.min(options.top ?? PAGE, PAGE),
    honourNonIndexed: prefers(req, 'HonorNonIndexedQueriesWarningMayFailRandomly'),
  }
  const view = itemView(tenant, list, options)
  const { items, next } = runItemQuery(tenant, query, readCursor(tenant, req, options.skiptoken))
  const link = next && nextLink(tenant, req, seal(tenant, { for: requestOf(req), cursor: next }))
  res.json({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#Collection(listItem)',
    ...(link === undefined ? {} : { '@odata.nextLink': link }),
    value: items.map(view),
  })
}

function readCursor(tenant: Tenant, req: Request, skiptoken: string | undefined): Cursor {
  if (skiptoken === undefined) return { after: 0 }
  const state = unseal<{ for: string; cursor: Cursor }>(tenant, skiptoken)
  if (state === undefined || state.for !== requestOf(req)) {
    throw badRequest('The $skiptoken does not belong to this request. Use the nextLink as it was given.')
  }
  return state.cursor
}

/** Whether one of the values of the Prefer header is this one. */
function prefers(req: Request, wanted: string): boolean {
  const given = (req.get('prefer') ?? '').split(',').map((one) => one.trim().toLowerCase())
  return given.includes(wanted.toLowerCase())
}
