import type { RequestHandler, Response } from 'express'
import { ClockError } from './clock.ts'
import { people } from './directory.ts'
import { isFaultRule } from './faults.ts'
import { badRequest, GraphError } from './graphErrors.ts'
import { expireDeltaTokens } from './lists/deltaTokens.ts'
import type { Controls, Tenant, TenantPart } from './tenant.ts'

/** What is not Microsoft's: clock, people, faults, request log and switches, for the host page and for tests. */
export const controlsPart: TenantPart = (router, tenant) => {
  router.get('/clock', (_req, res) => {
    res.set('Access-Control-Allow-Origin', '*')
    sendClock(res, tenant)
  })
  router.use(ownOriginOnly(tenant))
  router.post('/clock', (req, res) => {
    moveClock(tenant, req.body)
    sendClock(res, tenant)
  })
  router.get('/people', (_req, res) => {
    res.json({ value: people })
  })
  router.get('/requests', (req, res) => {
    res.json({ value: tenant.requests.since(Number(req.query.since ?? 0)) })
  })
  faultRoutes(router, tenant)
  router.get('/controls', (_req, res) => {
    res.json(tenant.controls)
  })
  router.post('/controls', (req, res) => {
    turn(tenant, req.body ?? {})
    res.json(tenant.controls)
  })
}

/** Lets through requests without an Origin (tests, processes) and those of the host page; no other web page. */
function ownOriginOnly(tenant: Tenant): RequestHandler {
  return (req, _res, next) => {
    const from = req.get('origin')
    if (from !== undefined && from !== tenant.settings.origin) {
      throw new GraphError(403, 'forbidden', 'Only the host page may use the controls of the local tenant.')
    }
    next()
  }
}

function sendClock(res: Response, tenant: Tenant): void {
  res.json({ now: tenant.clock.now().toISOString() })
}

function moveClock(tenant: Tenant, body: { now?: unknown } | undefined): void {
  try {
    tenant.clock.set(new Date(String(body?.now)))
  } catch (error) {
    throw error instanceof ClockError ? badRequest(error.message) : error
  }
}

const faultRoutes: TenantPart = (router, tenant) => {
  const send = (res: Response) => res.json({ rules: tenant.faults.list() })
  router.get('/faults', (_req, res) => {
    send(res)
  })
  router.post('/faults', (req, res) => {
    const { rules, replace } = req.body ?? {}
    if (!Array.isArray(rules) || !rules.every(isFaultRule))
      throw badRequest('Each rule needs path, times and a known kind.')
    if (replace === true) tenant.faults.clear()
    tenant.faults.add(rules)
    send(res)
  })
  router.delete('/faults', (_req, res) => {
    tenant.faults.clear()
    res.status(204).end()
  })
}

function turn(tenant: Tenant, wanted: Partial<Controls> & { expireDeltaTokens?: boolean }): void {
  const { controls } = tenant
  if (wanted.window !== undefined) controls.window = Math.max(1, Math.floor(Number(wanted.window)))
  if (wanted.threshold !== undefined) controls.threshold = Math.max(1, Math.floor(Number(wanted.threshold)))
  if (wanted.uniqueClash !== undefined) controls.uniqueClash = wanted.uniqueClash === 400 ? 400 : 409
  if (wanted.duplicateTransaction !== undefined) {
    controls.duplicateTransaction = wanted.duplicateTransaction === 400 ? 400 : 409
  }
  if (Array.isArray(wanted.withheld)) controls.withheld = wanted.withheld.map(String)
  if (wanted.expireDeltaTokens === true) expireDeltaTokens(tenant.db)
}
