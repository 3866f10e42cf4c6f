import type { TenantPart } from '../tenant.ts'
import { columnsPart } from './columnRoutes.ts'
import { itemsPart } from './itemRoutes.ts'
import { listResourcesPart } from './listRoutes.ts'
import { versionsPart } from './versionRoutes.ts'

/** SharePoint lists: the lists themselves, their columns, items, versions and changes. */
export const listsPart: TenantPart = (router, tenant) => {
  for (const part of [listResourcesPart, columnsPart, itemsPart, versionsPart]) part(router, tenant)
}
