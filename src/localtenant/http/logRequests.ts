import type { RequestHandler, Response } from 'express'
import type { Caller } from '../access.ts'
import type { Tenant } from '../tenant.ts'
import { isInner } from './inner.ts'

/** Notes each request when its answer is finished, without its token or body. */
export function logRequests(tenant: Tenant): RequestHandler {
  return (req, res, next) => {
    const [path = '', query = ''] = req.originalUrl.split('?')
    const note = () => {
      res.off('finish', note).off('close', note)
      const caller = callerIfKnown(res)
      const { appId: app, userId: user } = caller ?? {}
      tenant.requests.add({
        method: req.method,
        path,
        query,
        status: res.statusCode,
        app,
        user,
        inner: isInner(req),
      })
    }
    res.on('finish', note).on('close', note)
    next()
  }
}

function callerIfKnown(res: Response): Caller | undefined {
  return res.locals.caller
}
