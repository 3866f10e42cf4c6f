import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { decodeJwt } from 'jose'
import type { FaultKind, FaultRule } from '../faults.ts'
import { GraphError, sendGraphError } from '../graphErrors.ts'
import { isInner } from '../http/inner.ts'
import type { Tenant } from '../tenant.ts'
import { emptyFirst, resumeAfterEmptyPage } from './emptyPage.ts'
import { writeInBetween } from './otherWriter.ts'
import { repeatFirstItem } from './repeatedItem.ts'

/** Applies the plan to Graph and connector requests, before or after the real handler as the kind says. */
export function faultInjection(tenant: Tenant): RequestHandler {
  return (req, res, next) => {
    resumeAfterEmptyPage(req)
    const path = `${req.baseUrl}${req.path}`
    const can = (kind: FaultKind) => canBefall(kind, req, path)
    const rule = tenant.faults.take({ method: req.method, path, app: appOf(req), can })
    if (rule === undefined) next()
    else apply({ tenant, rule, req, res }, next)
  }
}

const deltaPath = /\/items\/(microsoft\.graph\.)?delta(\(.*\))?$/

function canBefall(kind: FaultKind, req: Request, path: string): boolean {
  switch (kind) {
    case 'inner-429':
      return isInner(req)
    case 'empty-page':
      return req.method === 'GET'
    case 'repeated-item':
      return req.method === 'GET' && deltaPath.test(path)
    case '410-delta':
      return req.method === 'GET' && deltaPath.test(path) && hasToken(req, path)
    case '412-storm':
      return req.method !== 'GET' && /"/.test(req.get('if-match') ?? '')
    default:
      return true
  }
}

function hasToken(req: Request, path: string): boolean {
  const token = /\(token='([^']*)'\)$/.exec(path)?.[1] ?? req.query.token
  return typeof token === 'string' && token !== '' && token !== 'latest'
}

interface Case {
  readonly tenant: Tenant
  readonly rule: FaultRule
  readonly req: Request
  readonly res: Response
}

/** Kinds that keep the handler from working: they answer, or end the connection, themselves. */
const instead: Partial<Record<FaultKind, (one: Case) => void>> = {
  '429': throttle,
  'inner-429': throttle,
  '503': ({ res, rule }) =>
    answer(res, 503, 'serviceNotAvailable', 'The service is temporarily unavailable.', rule),
  '504-before': ({ res }) => answer(res, 504, 'UnknownError', 'Gateway Timeout'),
  'connection-reset-before': ({ req }) => {
    req.socket.destroy()
  },
  '410-delta': ({ tenant, req, res }) => refuseToken(tenant, req, res),
}

/** Kinds that let the handler work: prepared before it, they change what it finds or what it answers. */
const around: Partial<Record<FaultKind, (one: Case) => void>> = {
  '504-after-commit': ({ res }) =>
    insteadOfEnd(res, () => answer(res, 504, 'UnknownError', 'Gateway Timeout')),
  'connection-reset-after-commit': ({ req, res }) => insteadOfEnd(res, () => req.socket.destroy()),
  'slow-after-commit': ({ res, rule }) => endLater(res, delayOf(rule)),
  'empty-page': ({ tenant, req, res }) => emptyFirst(tenant, req, res),
  'repeated-item': ({ tenant, res }) => repeatFirstItem(tenant, res),
  '412-storm': ({ tenant, req }) => writeInBetween(tenant, req),
}

const delayOf = ({ delayMs = 1_000 }: FaultRule): number => delayMs

function apply(one: Case, next: NextFunction): void {
  const { kind } = one.rule
  const answered = instead[kind]
  if (answered !== undefined) answered(one)
  else if (kind === 'slow') setTimeout(next, delayOf(one.rule))
  else {
    around[kind]?.(one)
    next()
  }
}

function throttle({ res, rule }: Case): void {
  answer(res, 429, 'activityLimitReached', 'The request has been throttled', rule)
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

/** Lets the handler do its work at once, and keeps its answer back. */
function endLater(res: Response, delayMs: number): void {
  const end = res.end
  res.end = (...given: unknown[]) => {
    res.end = end
    setTimeout(() => Reflect.apply(end, res, given), delayMs)
    return res
  }
}

/** A delta token that has grown too old: 410, with the address that begins anew. */
function refuseToken(tenant: Tenant, req: Request, res: Response): void {
  const address = new URL(req.originalUrl.replace(/\(token=.*?\)/, ''), tenant.settings.origin)
  address.search = ''
  res.set('Location', address.href)
  answer(res, 410, 'resyncChangesApplyDifferences', 'The token is too old. Start the enumeration again.')
}

function answer(
  res: Response,
  status: number,
  code: string,
  message: string,
  rule: Pick<FaultRule, 'retryAfter' | 'retryAfterAs'> = {},
): void {
  if (rule.retryAfter !== undefined) res.set('Retry-After', retryAfterHeader(rule.retryAfter, rule))
  sendGraphError(res, new GraphError(status, code, message))
}

/** An HTTP date has whole seconds, so it is rounded up: nobody is asked back too early. */
function retryAfterHeader(seconds: number, { retryAfterAs }: Pick<FaultRule, 'retryAfterAs'>): string {
  if (retryAfterAs !== 'date') return String(seconds)
  return new Date(Math.ceil(Date.now() / 1_000 + seconds) * 1_000).toUTCString()
}

function appOf(req: Request): string | undefined {
  try {
    const claims = decodeJwt((req.get('authorization') ?? '').replace(/^bearer /i, ''))
    return String(claims.appid ?? claims.azp)
  } catch {
    return undefined
  }
}
