import type { RequestHandler } from 'express'
import { SITE_HOST, SITE_ID, SITE_PATH } from '../settings.ts'

const BY_PATH = /^\/sites\/([^/:?]+):(\/[^:?]*?)\/?(?::(\/[^?]*)?)?(\?.*)?$/

/** Turns `/sites/{host}:/{path}` and `/sites/{host}:/{path}:/…` into the same request by site id. */
export const siteAddress: RequestHandler = (req, _res, next) => {
  const [, host, path, rest = '', query = ''] = BY_PATH.exec(withColons(req.url)) ?? []
  if (host !== undefined && path !== undefined) {
    const known = host.toLowerCase() === SITE_HOST && decodeURIComponent(path).toLowerCase() === SITE_PATH
    req.url = `/sites/${known ? SITE_ID : 'unknown'}${rest}${query}`
  }
  next()
}

function withColons(url: string): string {
  const [path = '', ...query] = url.split('?')
  return [path.replaceAll(/%3a/gi, ':').replaceAll(/%2c/gi, ','), ...query].join('?')
}
