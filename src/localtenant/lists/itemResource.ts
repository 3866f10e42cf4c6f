import type { Request } from 'express'
import { badRequest, GraphError } from '../graphErrors.ts'
import { parseExpand } from '../query/expand.ts'
import { type QueryOptions, selected } from '../query/options.ts'
import { SITE_ID } from '../settings.ts'
import { mustFit } from '../shapes.ts'
import type { Tenant } from '../tenant.ts'
import { columnsOf } from './columnStore.ts'
import { etag, fieldsView } from './fieldsOut.ts'
import type { StoredItem } from './itemStore.ts'
import { listItemShape } from './listShapes.ts'
import { listWebUrl, type StoredList } from './listStore.ts'

/** Shows rows of one list as Graph's listItem, as $select and $expand ask. */
export type ItemView = (item: StoredItem) => Record<string, unknown>

/** Prepares the view of one request. Throws 400 for what cannot be selected or expanded. */
export function itemView(
  tenant: Tenant,
  list: StoredList,
  options: Pick<QueryOptions, 'select' | 'expand'>,
  always: readonly string[] = [],
): ItemView {
  const wanted = parseExpand(options.expand, ['fields']).find((one) => one.name === 'fields')
  const expanded = wanted ?? (always.includes('fields') ? { select: undefined } : undefined)
  const fields = expanded && fieldsView(tenant.db, columnsOf(tenant.db, list.id), expanded.select)
  return (item) => {
    const shown = selected(resource(list, item), options.select)
    return fields === undefined ? shown : { ...shown, fields: fields(item, item.guid) }
  }
}

/** What delta says of a row that is gone. */
export function deletedItem(list: StoredList, id: number): Record<string, unknown> {
  return { id: String(id), parentReference: parent(list), deleted: { state: 'deleted' } }
}

/** Refuses a write whose If-Match names another version. Throws 412. */
export function checkIfMatch(req: Request, item: StoredItem): void {
  const wanted = req.get('if-match')
  if (wanted === undefined || wanted.trim() === '*') return
  const given = wanted.match(/"[^"]*"/g) // the comma inside an eTag does not separate two
  if (given?.includes(etag(item.guid, item.version))) return
  throw new GraphError(412, 'resourceModified', "ETag does not match current item's value")
}

/** The body's `fields` of a create or an update. Throws 400 for anything else beside it. */
export function fieldsOfBody(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) throw badRequest('The body must be a JSON object.')
  mustFit(listItemShape, body, 'listItem')
  const unknown = Object.keys(body).find(
    (name) => name !== 'fields' && name !== 'contentType' && !name.startsWith('@odata.'),
  )
  if (unknown !== undefined) throw badRequest(`Property '${unknown}' of a list item cannot be written.`)
  return 'fields' in body ? body.fields : {}
}

function resource(list: StoredList, item: StoredItem): Record<string, unknown> {
  const eTag = etag(item.guid, item.version)
  return {
    '@odata.etag': eTag,
    createdDateTime: item.created,
    eTag,
    id: String(item.id),
    lastModifiedDateTime: item.modified,
    webUrl: `${listWebUrl(list)}/${item.id}_.000`,
    createdBy: item.createdBy,
    lastModifiedBy: item.modifiedBy,
    parentReference: parent(list),
    contentType: { id: `0x0100${list.id.replaceAll('-', '').toUpperCase()}`, name: 'Item' },
  }
}

const parent = (list: StoredList) => ({ id: list.id, siteId: SITE_ID })
