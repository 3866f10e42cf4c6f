import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler } from 'express'

/** A refusal as Entra words it: the OAuth error and the AADSTS number. */
export class EntraError extends Error {
  readonly status: number
  readonly error: string
  readonly number: number
  readonly suberror: string | undefined

  constructor(status: number, error: string, number: number, message: string, suberror?: string) {
    super(message)
    this.status = status
    this.error = error
    this.number = number
    this.suberror = suberror
  }
}

/** Writes Entra's error body; anything else goes on to the next handler. */
export const entraErrors: ErrorRequestHandler = (error, _req, res, next) => {
  if (!(error instanceof EntraError)) {
    next(error)
    return
  }
  res.status(error.status).json({
    error: error.error,
    error_description: `AADSTS${error.number}: ${error.message}`,
    error_codes: [error.number],
    timestamp: new Date().toISOString(),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    ...(error.suberror ? { suberror: error.suberror } : {}),
  })
}
