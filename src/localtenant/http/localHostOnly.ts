import type { RequestHandler } from 'express'

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** Refuses a request that came under another name: a web page elsewhere may have pointed its own name at this machine. */
export const localHostOnly: RequestHandler = (req, res, next) => {
  if (LOCAL.test(req.headers.host ?? '')) return next()
  res.status(403).type('text/plain').send('The local tenant answers only to localhost.')
}
