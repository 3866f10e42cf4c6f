import type { Express, RequestHandler } from 'express'
import { badRequest, GraphError } from '../graphErrors.ts'
import { dispatch, type InnerResponse, isInner } from './inner.ts'

interface BatchPart {
  readonly id: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly dependsOn: readonly string[]
}

interface PartAnswer {
  readonly id: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

const MOST = 20

/** JSON batching: parts fail alone, 200 outside. https://learn.microsoft.com/graph/json-batching */
export function batchRoute(app: Express): RequestHandler {
  return async (req, res) => {
    if (isInner(req)) throw badRequest('A batch cannot hold a batch.', 'BadRequest')
    const parts = readParts(req.body)
    const { host = 'localhost', authorization = '', 'user-agent': agent = '' } = req.headers
    const shared = { host, authorization, 'user-agent': agent }
    const running = new Map<string, Promise<PartAnswer>>()
    for (const part of parts) {
      const before = part.dependsOn.map((id) => running.get(id))
      running.set(part.id, runPart(app, part, before, shared))
    }
    res.json({ responses: await Promise.all(running.values()) })
  }
}

async function runPart(
  app: Express,
  part: BatchPart,
  before: readonly (Promise<PartAnswer> | undefined)[],
  shared: Readonly<Record<string, string>>,
): Promise<PartAnswer> {
  const done = await Promise.all(before)
  if (done.some((answer) => answer === undefined || answer.status >= 400)) return failedDependency(part.id)
  const url = `/v1.0${part.url.startsWith('/') ? '' : '/'}${part.url}`
  const body = part.body === undefined ? undefined : JSON.stringify(part.body)
  const headers = { ...lowerCased(part.headers), ...shared }
  return toAnswer(part.id, await dispatch(app, { method: part.method, url, headers, body }))
}

function toAnswer(id: string, { status, headers, body }: InnerResponse): PartAnswer {
  const kept = Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !name.startsWith('access-control-'))
      .map(([name, value]) => [properCase(name), value]),
  )
  return body === '' ? { id, status, headers: kept } : { id, status, headers: kept, body: JSON.parse(body) }
}

const failedDependency = (id: string): PartAnswer => ({
  id,
  status: 424,
  headers: { 'Content-Type': 'application/json' },
  body: { error: { code: 'FailedDependency', message: 'A request this one depends on has failed.' } },
})

function readParts(body: unknown): BatchPart[] {
  const requests = typeof body === 'object' && body !== null && 'requests' in body ? body.requests : undefined
  if (!Array.isArray(requests))
    throw badRequest("Invalid batch payload format: 'requests' is missing.", 'BadRequest')
  if (requests.length > MOST) {
    throw badRequest(
      `Number of batch request steps exceeds the maximum value of ${MOST}.`,
      'MaximumValueExceeded',
    )
  }
  const parts = requests.map(readPart)
  const seen = new Set<string>()
  for (const part of parts) {
    if (seen.has(part.id)) throw badRequest('Request Id has to be unique in a batch.', 'BadRequest')
    const unknown = part.dependsOn.find((id) => !seen.has(id))
    if (unknown !== undefined)
      throw badRequest(`The dependsOn id '${unknown}' is not an earlier request.`, 'BadRequest')
    seen.add(part.id)
  }
  return parts
}

function readPart(given: Record<string, unknown>): BatchPart {
  const { id, method, url, body, headers = {}, dependsOn = [] } = given
  if (typeof id !== 'string' || id === '')
    throw badRequest('Every request of a batch needs an id.', 'BadRequest')
  if (typeof method !== 'string' || typeof url !== 'string')
    throw badRequest(`Request '${id}' needs method and url.`, 'BadRequest')
  if (/^https?:/i.test(url)) throw badRequest(`The url of request '${id}' must be relative.`, 'BadRequest')
  const named = headers as Record<string, string>
  if (body !== undefined && lowerCased(named)['content-type'] === undefined) throw missingContentType(id)
  return { id, method: method.toUpperCase(), url, body, headers: named, dependsOn: dependsOn as string[] }
}

const missingContentType = (id: string) =>
  new GraphError(400, 'BadRequest', `Write request id : ${id} does not contain Content-Type header or body.`)

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]))

const properCase = (name: string): string =>
  /^(request-id|client-request-id)$/.test(name)
    ? name
    : name.replace(/(^|-)([a-z])/g, (part) => part.toUpperCase())
