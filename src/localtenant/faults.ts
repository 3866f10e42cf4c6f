import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { decodeJwt } from 'jose'
import { isInner } from './http/inner.ts'

export const faultKinds = [
  '429',
  '503',
  '504-before',
  '504-after-commit',
  'inner-429',
  'slow',
  'connection-reset-after-commit',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface FaultRule {
  /** GET, POST …; every method when absent. */
  readonly method?: string
  /** Regular expression that the path (from /v1.0 or /connector on, without the query) must match. */
  readonly path: string
  /** How many matching requests are hit. */
  readonly times: number
  readonly kind: FaultKind
  /** Seconds in the Retry-After header of 429 and 503; none when absent. */
  readonly retryAfter?: number
  /** Milliseconds that `slow` waits before the real answer. */
  readonly delayMs?: number
  /** Only requests of this application (client id). */
  readonly app?: string
}

export interface PlannedFault extends FaultRule {
  readonly remaining: number
  readonly hits: number
}

/** Failures to come, in the order they were planned: how a test makes Microsoft 365 have a bad day. */
export interface FaultPlan {
  add(rules: readonly FaultRule[]): void
  list(): readonly PlannedFault[]
  clear(): void
  /** Takes the first rule that matches and still has hits left. */
  take(request: {
    method: string
    path: string
    app: string | undefined
    inner: boolean
  }): FaultRule | undefined
}

/** An empty plan, kept in memory only. */
export function openFaultPlan(): FaultPlan {
  let planned: { rule: FaultRule; pattern: RegExp; hits: number }[] = []
  return {
    add(rules) {
      const added = rules.map((rule) => ({ rule, pattern: new RegExp(rule.path), hits: 0 }))
      planned = [...planned, ...added]
    },
    list: () => planned.map(({ rule, hits }) => ({ ...rule, remaining: rule.times - hits, hits })),
    clear() {
      planned = []
    },
    take({ method, path, app, inner }) {
      const found = planned.find(
        ({ rule, pattern, hits }) =>
          hits < rule.times &&
          (rule.method === undefined || rule.method.toUpperCase() === method) &&
          (rule.app === undefined || rule.app === app) &&
          (rule.kind !== 'inner-429' || inner) &&
          pattern.test(path),
      )
      if (found === undefined) return undefined
      found.hits += 1
      return found.rule
    },
  }
}

/** Applies the plan to Graph and connector requests, before or after the real handler as the kind says. */
export function faultInjection(plan: FaultPlan): RequestHandler {
  return (req, res, next) => {
    const path = `${req.baseUrl}${req.path}`
    const rule = plan.take({ method: req.method, path, app: appOf(req), inner: isInner(req) })
    if (rule === undefined) next()
    else apply(rule, req, res, next)
  }
}

function apply(rule: FaultRule, req: Request, res: Response, next: NextFunction): void {
  const delayMs = rule.delayMs ?? 1_000
  switch (rule.kind) {
    case '429':
    case 'inner-429':
      answer(res, 429, 'activityLimitReached', 'The request has been throttled', rule.retryAfter)
      return
    case '503':
      answer(res, 503, 'serviceNotAvailable', 'The service is temporarily unavailable.', rule.retryAfter)
      return
    case '504-before':
      answer(res, 504, 'UnknownError', 'Gateway Timeout')
      return
    case '504-after-commit':
      insteadOfEnd(res, () => answer(res, 504, 'UnknownError', 'Gateway Timeout'))
      next()
      return
    case 'connection-reset-after-commit':
      insteadOfEnd(res, () => req.socket.destroy())
      next()
      return
    case 'slow':
      setTimeout(next, delayMs)
      return
  }
}

/** Lets the handler do its work, and replaces what it would have answered. */
function insteadOfEnd(res: Response, replacement: () => void): void {
  const end = res.end
  res.end = () => {
    res.end = end
    for (const name of res.getHeaderNames()) {
      if (!/^(request-id|client-request-id|access-control-.*)$/.test(name)) res.removeHeader(name)
    }
    replacement()
    return res
  }
}

function answer(res: Response, status: number, code: string, message: string, retryAfter?: number): void {
  if (retryAfter !== undefined) res.set('Retry-After', String(retryAfter))
  const innerError = { date: new Date().toISOString().slice(0, 19), 'request-id': res.get('request-id') }
  res.status(status).json({ error: { code, message, innerError } })
}

function appOf(req: Request): string | undefined {
  try {
    const claims = decodeJwt((req.get('authorization') ?? '').replace(/^bearer /i, ''))
    return String(claims.appid ?? claims.azp)
  } catch {
    return undefined
  }
}
