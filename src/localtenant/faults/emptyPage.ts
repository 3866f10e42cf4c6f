import type { Request, Response } from 'express'
import type { Tenant } from '../tenant.ts'

const mark = 'after-empty-page.'

/**
 * Answers a collection with an empty page whose next link leads to what was asked for, as Graph may when a stretch of
 * a large list holds no match (learn.microsoft.com/graph/api/listitem-list). Other answers stay as they are.
 */
export function emptyFirst(tenant: Tenant, req: Request, res: Response): void {
  const json = res.json
  res.json = (body: unknown) => {
    res.json = json
    return res.json(isCollection(body) && res.statusCode === 200 ? emptied(tenant, req, body) : body)
  }
}

function emptied(tenant: Tenant, req: Request, body: Readonly<Record<string, unknown>>) {
  const link = new URL(req.originalUrl, tenant.settings.origin)
  const token = link.searchParams.get('$skiptoken') ?? ''
  link.searchParams.set('$skiptoken', `${mark}${token}`)
  const context = Object.entries(body).filter(([name]) => name === '@odata.context')
  return { ...Object.fromEntries(context), '@odata.nextLink': link.href, value: [] }
}

/** Turns the next link of an empty page back into the request that it stands for. */
export function resumeAfterEmptyPage(req: Request): void {
  if (!req.url.includes(mark)) return
  req.url = resumed(req.url)
  req.originalUrl = resumed(req.originalUrl)
}

function resumed(address: string): string {
  const url = new URL(address, 'http://localhost')
  const token = (url.searchParams.get('$skiptoken') ?? '').replace(mark, '')
  if (token === '') url.searchParams.delete('$skiptoken')
  else url.searchParams.set('$skiptoken', token)
  return `${url.pathname}${url.search}`
}

function isCollection(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value)
}
