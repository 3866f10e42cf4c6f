import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'

export interface GraphErrorOptions {
  /** The more telling code inside `innerError`. */
  readonly innerCode?: string
  readonly headers?: Readonly<Record<string, string>>
  /** More members of the `error` object, e.g. `@event.existingEventId`. */
  readonly members?: Readonly<Record<string, unknown>>
}

/** A refusal as Graph words it; thrown by a route, turned into the envelope by {@link graphErrors}. */
export class GraphError extends Error {
  readonly status: number
  readonly code: string
  readonly options: GraphErrorOptions

  constructor(status: number, code: string, message: string, options: GraphErrorOptions = {}) {
    super(message)
    this.status = status
    this.code = code
    this.options = options
  }
}

export const badRequest = (message: string, code = 'invalidRequest') => new GraphError(400, code, message)
export const notFound = (message = 'The resource could not be found.', code = 'itemNotFound') =>
  new GraphError(404, code, message)
export const accessDenied = (message = 'Access denied', code = 'accessDenied') =>
  new GraphError(403, code, message)

/** Gives every Graph answer its `request-id`, and returns the caller's `client-request-id`. */
export const requestIds: RequestHandler = (req, res, next) => {
  const requestId = randomUUID()
  res.set('request-id', requestId)
  res.set('client-request-id', req.get('client-request-id') ?? requestId)
  next()
}

/** Writes Graph's error envelope. https://learn.microsoft.com/graph/errors */
export function sendGraphError(res: Response, error: GraphError): void {
  const { innerCode, headers, members } = error.options
  if (headers) res.set(headers)
  res.status(error.status).json({
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        ...(innerCode ? { code: innerCode } : {}),
        date: new Date().toISOString().slice(0, 19),
        'request-id': res.get('request-id'),
        'client-request-id': res.get('client-request-id'),
      },
      ...members,
    },
  })
}

/** The last handler under /v1.0: refusals in their envelope, our own faults as a 500 that is also printed. */
export const graphErrors: ErrorRequestHandler = (error, req, res, _next) => {
  if (error instanceof GraphError) return sendGraphError(res, error)
  const status = isHttpError(error) ? error.status : 500
  if (status === 500) console.error(`The local tenant failed on ${req.method} ${req.path}:`, error)
  const message = error instanceof Error ? error.message : String(error)
  sendGraphError(res, new GraphError(status, status === 500 ? 'generalException' : 'BadRequest', message))
}

/** Answers whatever no part has taken: 501 with its path, so that a missing route is never a riddle. */
export const notImitated = (req: Request, res: Response): void => {
  sendGraphError(
    res,
    new GraphError(
      501,
      'notImplemented',
      `The local tenant does not imitate ${req.method} ${req.originalUrl}`,
    ),
  )
}

function isHttpError(error: unknown): error is { status: number } {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500
}
