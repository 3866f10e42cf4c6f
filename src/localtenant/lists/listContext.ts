import type { Request, Response } from 'express'
import { accessDenied } from '../graphErrors.ts'
import { type Level, requireSite, type SiteCaller } from '../sites/siteAccess.ts'
import type { Tenant } from '../tenant.ts'
import { findList, type StoredList } from './listStore.ts'

/** The list a request is about, and who asks. */
export interface ListContext {
  readonly list: StoredList
  readonly caller: SiteCaller
}

/** Finds the list of a request and checks what the caller may do. Throws 403 or 404. */
export function listContext(tenant: Tenant, req: Request, res: Response, needed: Level): ListContext {
  const caller = requireSite(tenant, req, res, needed)
  const list = findList(tenant.db, String(req.params.list))
  if (needed !== 'read' && list.hidden) throw accessDenied()
  return { list, caller }
}

export const LIST = '/sites/:site/lists/:list'
export const ITEM = `${LIST}/items/:item`
