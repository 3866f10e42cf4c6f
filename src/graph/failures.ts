import { GraphClientError, GraphError } from '@microsoft/microsoft-graph-client'
import { limits } from '../domain/limits.ts'
import { M365Error, type M365ErrorKind } from '../domain/m365Error.ts'

/**
 * Turns anything that the Graph client throws into our one failure type. The sentence is ours, chosen by status and
 * code; of Graph's own text only a short first line of a refusal is kept, and never a token or a body.
 */
export function toM365Error(thrown: unknown): M365Error {
  if (thrown instanceof M365Error) return thrown
  if (thrown instanceof GraphClientError) return fromCarrier(thrown)
  if (thrown instanceof GraphError) return fromGraph(thrown)
  return new M365Error('unexpected', `Something went wrong: ${firstLine(messageOf(thrown))}`)
}

/** The same for the answer to one part of a batch. */
export function answerToM365Error(status: number, body: unknown): M365Error {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  const inner = isRecord(error.innerError) ? error.innerError : {}
  return fromFacts({
    status,
    code: textOrNull(error.code),
    message: textOrNull(error.message) ?? '',
    requestId: textOrNull(inner['request-id']),
  })
}

/** Says whether a failure leaves it open whether a change was made. */
export function leavesOutcomeOpen(error: M365Error): boolean {
  return error.kind === 'unavailable' && error.status !== 503
}

function fromCarrier(carrier: GraphClientError): M365Error {
  const carried: unknown = carrier.customError
  if (carried instanceof M365Error) return carried
  const cause = carried instanceof Error ? `${carried.name}: ${carried.message}` : carrier.message
  return new M365Error('forbidden', `Signing in to Microsoft 365 did not work (${firstLine(cause)}).`)
}

function fromGraph(error: GraphError): M365Error {
  // A connection that breaks while the answer is read arrives with the status of the answer's head.
  if (error.statusCode < 400)
    return new M365Error(
      'unavailable',
      'The connection to Microsoft 365 broke before the answer was complete. Try again.',
      { status: null, code: error.code },
    )
  return fromFacts({
    status: error.statusCode,
    code: error.code,
    message: error.message,
    requestId: error.requestId ?? headerOf(error, 'request-id'),
  })
}

interface Facts {
  readonly status: number
  readonly code: string | null
  readonly message: string
  readonly requestId: string | null
}

function fromFacts(facts: Facts): M365Error {
  const kind = kindOf(facts)
  return new M365Error(kind, sentence(kind, facts), facts)
}

const kindByStatus: ReadonlyMap<number, M365ErrorKind> = new Map([
  [401, 'forbidden'],
  [403, 'forbidden'],
  [404, 'missing'],
  [409, 'conflict'],
  [412, 'conflict'],
  [423, 'unavailable'],
  [429, 'throttled'],
  [500, 'unavailable'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
])

function kindOf({ status, code, message }: Facts): M365ErrorKind {
  // The code of a unique clash is not documented, so a 400 that speaks of a duplicate counts as one.
  if (status === 400 && /duplicate|already exists|nameAlreadyExists/i.test(`${code ?? ''} ${message}`))
    return 'conflict'
  return kindByStatus.get(status) ?? 'unexpected'
}

function sentence(kind: M365ErrorKind, { status, code, message }: Facts): string {
  if (status === 401) return 'Microsoft 365 did not accept the sign-in. Sign in again.'
  const short = firstLine(message) || code || `status ${status}`
  if (isOverThreshold(short)) return beyondThreshold
  switch (kind) {
    case 'forbidden':
      return `Microsoft 365 does not allow this (${short}). Ask the administrator of Follow-Through.`
    case 'missing':
      return `Microsoft 365 does not have it (${short}). It may have been deleted.`
    case 'conflict':
      return `Somebody else changed it first, or it is there already (${short}). Nothing was overwritten.`
    case 'throttled':
      return 'Microsoft 365 asks us to slow down and kept asking. Try again in a minute.'
    case 'unavailable':
      return `Microsoft 365 could not answer just now (${status}). Try again in a minute.`
    case 'unexpected':
      return `Microsoft 365 refused the request (${status}: ${short}).`
  }
}

/** SharePoint's two ways of saying that a list has more rows than it looks through without an index. */
function isOverThreshold(message: string): boolean {
  return /uses too many resources|list view threshold/i.test(message)
}

const beyondThreshold = `The list has more than ${new Intl.NumberFormat('en-GB').format(limits.rowsWithoutIndex)} rows, and an index that this question needs is missing. No rows were lost. Ask the administrator to run "provision", which adds it.`

/** One short line without anything that looks like a token. */
function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  const safe = line.replace(/[\w-]{16,}\.[\w-]{8,}(\.[\w-]*)?/g, '…').replace(/Bearer\s+\S+/gi, 'Bearer …')
  return safe.length > 200 ? `${safe.slice(0, 200)}…` : safe.replace(/\.$/, '')
}

function headerOf(error: GraphError, name: string): string | null {
  return error.headers instanceof Headers ? error.headers.get(name) : null
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
