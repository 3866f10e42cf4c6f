import { type Logger, pino } from 'pino'
import { isM365Error } from '../domain/m365Error.ts'

export type { Logger }

/** The service's log: one JSON line per event, to stdout. What people wrote, bodies and tokens never go into it. */
export function openLog(level = 'info'): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

/** What may be told of a failure: its kind and codes for Microsoft 365, else its name and first line. */
export function failureFacts(thrown: unknown): Record<string, unknown> {
  if (isM365Error(thrown)) {
    const { kind, status, code, requestId } = thrown
    return { kind, status, code, requestId }
  }
  if (!(thrown instanceof Error)) return { failure: typeof thrown }
  return { failure: thrown.name, message: thrown.message.split('\n', 1)[0]?.slice(0, 200) }
}

/** A logger in the SDK's shape. The SDK hands over activities and errors with bodies: only plain sentences pass. */
export interface QuietLogger {
  debug(...parts: unknown[]): void
  info(...parts: unknown[]): void
  warn(...parts: unknown[]): void
  error(...parts: unknown[]): void
  trace(...parts: unknown[]): void
  log(level: string, ...parts: unknown[]): void
  child(name: string): QuietLogger
}

/** Lets the SDK's own warnings into our log, and nothing that it was handed. */
export function quietLogger(log: Logger, name = 'teams'): QuietLogger {
  const sentence = (parts: unknown[]) =>
    parts
      .filter((part): part is string => typeof part === 'string')
      .join(' ')
      .slice(0, 200)
  const say =
    (level: 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ from: name }, sentence(parts))
  const nothing = () => undefined
  const warn = say('warn')
  const error = say('error')
  return {
    debug: nothing,
    info: nothing,
    trace: nothing,
    warn,
    error,
    log(level, ...parts) {
      if (level === 'error') error(...parts)
      if (level === 'warn') warn(...parts)
    },
    child: (child) => quietLogger(log, `${name}/${child}`),
  }
}
