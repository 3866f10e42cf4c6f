import express, { type Express, type RequestHandler, Router } from 'express'
import { bearerCheck } from '../access.ts'
import { controlsPart } from '../controls.ts'
import { registrationsPart } from '../directory/applications.ts'
import { placesPart } from '../directory/places.ts'
import { usersPart } from '../directory/users.ts'
import { faultInjection } from '../faults/injection.ts'
import { badRequest, graphErrors, notImitated, requestIds } from '../graphErrors.ts'
import { listsPart } from '../lists/routes.ts'
import { outlookPart } from '../outlook/outlook.ts'
import { recorder } from '../recorder.ts'
import { managedIdentityPart } from '../signin/managedIdentity.ts'
import { hostTokenPart, signInPart } from '../signin/routes.ts'
import { sitesPart } from '../sites/routes.ts'
import { chatsPart } from '../teams/chats.ts'
import { connectorPart } from '../teams/connector.ts'
import { installsPart } from '../teams/installs.ts'
import { viewsPart } from '../teams/views.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { batchRoute } from './batch.ts'
import { cors } from './cors.ts'
import { localHostOnly } from './localHostOnly.ts'
import { logRequests } from './logRequests.ts'

const graphParts: readonly TenantPart[] = [
  sitesPart,
  listsPart,
  usersPart,
  placesPart,
  registrationsPart,
  outlookPart,
  installsPart,
  chatsPart,
]

/** The whole local tenant as one Express application; `hostPage` is the folder of the built Teams window. */
export function tenantApp(tenant: Tenant, hostPage: string): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.use(localHostOnly)
  app.use('/v1.0', graph(tenant, app))
  app.use(
    '/connector',
    mounted(tenant, [connectorPart], [requestIds, logRequests(tenant), faultInjection(tenant)]),
  )
  app.use('/local-tenant', mounted(tenant, [hostTokenPart, managedIdentityPart, controlsPart, viewsPart], []))
  app.use(mounted(tenant, [signInPart], []))
  app.use(express.static(hostPage)) // may be built after the start
  app.use(notImitated)
  app.use(graphErrors)
  return app
}

function graph(tenant: Tenant, app: Express): Router {
  const router = Router()
  router.use(cors, requestIds, recorder(), logRequests(tenant), faultInjection(tenant))
  router.use(bearerCheck(tenant), contentTypeNeeded, jsonBody)
  router.post('/$batch', batchRoute(app))
  for (const part of graphParts) part(router, tenant)
  router.use(notImitated, graphErrors)
  return router
}

function mounted(tenant: Tenant, parts: readonly TenantPart[], first: readonly RequestHandler[]): Router {
  const router = Router()
  if (first.length > 0) router.use(...first)
  router.use(jsonBody)
  for (const part of parts) part(router, tenant)
  router.use(graphErrors)
  return router
}

const jsonBody: RequestHandler = express.json({ limit: '4mb', strict: false })

/** Graph reads no body that does not say what it is. */
const contentTypeNeeded: RequestHandler = (req, _res, next) => {
  const body = Number(req.get('content-length') ?? 0) > 0
  if (body && req.get('content-type')?.startsWith('application/json') !== true) {
    throw badRequest(
      'Write requests (excluding DELETE) must contain the Content-Type header declaration.',
      'BadRequest',
    )
  }
  next()
}
