import { notFound } from '../graphErrors.ts'
import { parseExpand } from '../query/expand.ts'
import { readQuery } from '../query/options.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { columnsOf } from './columnStore.ts'
import { fieldsView } from './fieldsOut.ts'
import { itemsOf, type StoredItem, type StoredVersion } from './itemStore.ts'
import { ITEM, listContext } from './listContext.ts'
import type { StoredList } from './listStore.ts'

const VERSION = `${ITEM}/versions/:version`

/** The history of an item, newest first, and going back to an earlier state as a new version. */
export const versionsPart: TenantPart = (router, tenant) => {
  router.get(`${ITEM}/versions`, (req, res) => {
    const { list } = listContext(tenant, req, res, 'read')
    const { expand } = readQuery(req, ['expand'])
    const items = itemsOf(tenant, list)
    const item = items.get(String(req.params.item))
    res.json({ value: items.versions(item).map((version) => shown(tenant, list, item, version, expand)) })
  })
  router.get(VERSION, (req, res) => {
    const { list } = listContext(tenant, req, res, 'read')
    const { expand = 'fields' } = readQuery(req, ['expand'])
    const item = itemsOf(tenant, list).get(String(req.params.item))
    res.json(shown(tenant, list, item, find(tenant, list, item, String(req.params.version)), expand))
  })
  router.post(`${VERSION}/restoreVersion`, (req, res) => {
    const { list, caller } = listContext(tenant, req, res, 'write')
    const items = itemsOf(tenant, list)
    const item = items.get(String(req.params.item))
    items.update(item, find(tenant, list, item, String(req.params.version)).fields, caller)
    res.status(204).end()
  })
}

function find(tenant: Tenant, list: StoredList, item: StoredItem, id: string): StoredVersion {
  const found = itemsOf(tenant, list)
    .versions(item)
    .find((version) => versionId(version) === id)
  if (found === undefined) throw notFound('The specified version was not found')
  return found
}

function shown(
  tenant: Tenant,
  list: StoredList,
  item: StoredItem,
  version: StoredVersion,
  expand: string | undefined,
): Record<string, unknown> {
  const fields = parseExpand(expand, ['fields'])[0]
  const view = fields && fieldsView(tenant.db, columnsOf(tenant.db, list.id), fields.select)
  return {
    id: versionId(version),
    lastModifiedDateTime: version.modified,
    lastModifiedBy: version.modifiedBy,
    ...(view === undefined ? {} : { fields: view({ ...item, ...version }, item.guid) }),
  }
}

const versionId = (version: StoredVersion) => `${version.version}.0`
