import type { Request } from 'express'
import type { Tenant } from '../tenant.ts'

/** The address of the next page: the same request with another $skiptoken. */
export function nextLink(tenant: Tenant, req: Request, skiptoken: string): string {
  const url = new URL(req.originalUrl, tenant.settings.origin)
  url.searchParams.delete('skiptoken')
  url.searchParams.set('$skiptoken', skiptoken)
  return url.toString()
}

/** The part of a request that its next pages must repeat: path and options other than the token. */
export function requestOf(req: Request): string {
  const url = new URL(req.originalUrl, 'http://localhost')
  const options = [...url.searchParams].filter(([name]) => !/^\$?skiptoken$/.test(name))
  return JSON.stringify([url.pathname, options.sort()])
}
