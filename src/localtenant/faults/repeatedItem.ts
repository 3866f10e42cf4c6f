import type { Response } from 'express'
import { etag } from '../lists/fieldsOut.ts'
import { itemFromRow, itemsOf, type StoredVersion } from '../lists/itemStore.ts'
import { findList } from '../lists/listStore.ts'
import type { Tenant } from '../tenant.ts'

interface DeltaItem {
  readonly eTag?: string
  readonly deleted?: unknown
  readonly fields?: Readonly<Record<string, unknown>>
}

/**
 * Shows the first item of a delta page once more before itself, as it was one version earlier: items may repeat, and
 * the last occurrence counts (learn.microsoft.com/graph/api/listitem-delta).
 */
export function repeatFirstItem(tenant: Tenant, res: Response): void {
  const json = res.json
  res.json = (body: { value?: DeltaItem[] }) => {
    res.json = json
    const first = body.value?.find((item) => item.deleted === undefined)
    if (!body.value || !first) return res.json(body)
    return res.json({ ...body, value: [asItWas(tenant, first), ...body.value] })
  }
}

function asItWas(tenant: Tenant, item: DeltaItem): DeltaItem {
  const guid = /"([^,"]+),\d+"/.exec(item.eTag ?? '')?.[1] ?? ''
  const row = tenant.db.prepare('select * from items where guid = ?').get(guid)
  if (row === undefined) return item
  const items = itemsOf(tenant, findList(tenant.db, String(row.list_id)))
  const [now, before] = items.versions(itemFromRow(row))
  if (!now || !before) return item
  const eTag = etag(guid, before.version)
  const fields = item.fields && fieldsAsTheyWere(item.fields, now, before, eTag)
  return {
    ...item,
    ...('@odata.etag' in item ? { '@odata.etag': eTag } : {}),
    eTag,
    ...(fields ? { fields } : {}),
  }
}

/** Stored values are kept as they go over the wire, so those that were shown can be taken from the former version. */
function fieldsAsTheyWere(
  shown: Readonly<Record<string, unknown>>,
  now: StoredVersion,
  before: StoredVersion,
  eTag: string,
): Record<string, unknown> {
  const names = Object.keys(shown).filter((name) => name in now.fields)
  const former = names.map((name) => [name, before.fields[name]])
  return { ...shown, ...Object.fromEntries(former), '@odata.etag': eTag }
}
