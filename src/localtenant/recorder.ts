import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Request, RequestHandler, Response } from 'express'
import { decodeJwt } from 'jose'
import { isInner } from './http/inner.ts'

/** One Graph request with its answer, as a line of the recording. No token is ever part of it. */
export interface Exchange {
  /** Real time, ISO. */
  readonly at: string
  /** Client id of the application, or null without a readable token. */
  readonly app: string | null
  /** Object id of the person, or `app-only`. */
  readonly user: string
  /** The program that asked, as its `User-Agent` says. */
  readonly agent: string
  /** True for a part of a $batch. */
  readonly inner: boolean
  readonly method: string
  /** From behind `/v1.0`, as it was sent. */
  readonly path: string
  readonly query: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly requestBody?: unknown
  /** 0 when the connection ended without an answer. */
  readonly status: number
  readonly responseHeaders: Readonly<Record<string, string>>
  readonly responseBody?: unknown
}

const requestNames = ['If-Match', 'Prefer', 'Content-Type', 'ConsistencyLevel']
const responseNames = ['Location', 'Retry-After', 'ETag']

/** Writes every Graph request with its answer to the file that FT_RECORD names; without it nothing is kept. */
export function recorder(file: string | undefined = process.env.FT_RECORD): RequestHandler {
  if (!file) return (_req, _res, next) => next()
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  return (req, res, next) => {
    if (req.method === 'OPTIONS') return next()
    let sent: string | undefined
    const end = res.end
    res.end = (chunk?: unknown, ...rest: unknown[]) => {
      sent = typeof chunk === 'string' || chunk instanceof Buffer ? chunk.toString() : ''
      return Reflect.apply(end, res, [chunk, ...rest])
    }
    const write = () => {
      res.off('finish', write).off('close', write)
      appendFileSync(file, `${JSON.stringify(exchange(req, res, sent))}\n`)
    }
    res.on('finish', write).on('close', write)
    next()
  }
}

function exchange(req: Request, res: Response, sent: string | undefined): Exchange {
  const [address = '', query = ''] = req.originalUrl.split('?')
  const requestBody: unknown = req.body
  return {
    at: new Date().toISOString(),
    ...callerOf(req),
    agent: req.get('user-agent') ?? '',
    inner: isInner(req),
    method: req.method,
    path: address.replace(/^\/v1\.0/, ''),
    query,
    requestHeaders: chosen(requestNames, (name) => req.get(name)),
    ...(requestBody === undefined ? {} : { requestBody }),
    status: sent === undefined ? 0 : res.statusCode,
    responseHeaders: chosen(responseNames, (name) => res.get(name)),
    ...(sent ? { responseBody: parsed(sent) } : {}),
  }
}

/** Also of requests that a fault has answered before their token was checked. */
function callerOf(req: Request): Pick<Exchange, 'app' | 'user'> {
  try {
    const claims = decodeJwt((req.get('authorization') ?? '').replace(/^bearer /i, ''))
    return { app: String(claims.appid), user: claims.idtyp === 'user' ? String(claims.oid) : 'app-only' }
  } catch {
    return { app: null, user: 'app-only' }
  }
}

function chosen(
  names: readonly string[],
  read: (name: string) => string | undefined,
): Record<string, string> {
  const found = names.flatMap((name) => {
    const value = read(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
