import type { RequestHandler } from 'express'

const exposed = [
  'ETag',
  'Location',
  'Preference-Applied',
  'Content-Range',
  'request-id',
  'client-request-id',
  'ReadWriteConsistencyToken',
  'Retry-After',
  'SdkVersion',
  'WWW-Authenticate',
  'x-ms-client-gcc-tenant',
  'X-Planner-operationalnotices',
  'Deprecation',
  'Sunset',
]

/** Graph lets any origin call it and allows whatever headers the preflight asks for. */
export const cors: RequestHandler = (req, res, next) => {
  res.set('Access-Control-Allow-Origin', '*')
  res.set('Access-Control-Expose-Headers', exposed.join(', '))
  if (req.method !== 'OPTIONS') return next()
  res.set('Access-Control-Allow-Methods', 'GET, POST, PATCH, PUT, DELETE, OPTIONS')
  res.set('Access-Control-Allow-Headers', req.get('access-control-request-headers') ?? '*')
  res.set('Access-Control-Max-Age', '3600')
  res.status(204).end()
}
