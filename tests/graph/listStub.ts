import type { SiteContext } from '../../src/graph/site.ts'
import { type GraphStub, refusal, type StubAnswer, type StubRequest, startGraphStub } from './graphStub.ts'

type Fields = Record<string, unknown>

export interface ListStub extends GraphStub {
  readonly site: SiteContext
  readonly rows: Map<string, { version: number; fields: Fields }>
  /** Called before and after each request is carried out; an answer given here replaces the real one. */
  before: (request: StubRequest) => StubAnswer | undefined
  after: (request: StubRequest) => StubAnswer | undefined
}

/** One list of a site as SharePoint keeps it, as far as the tests need: unique keys, etags, absent for empty. */
export async function startListStub(title: string): Promise<ListStub> {
  const rows: ListStub['rows'] = new Map()
  const carryOut = (request: StubRequest): StubAnswer => {
    const [, itemId, part] = /\/items(?:\/([^/]+))?(?:\/(.+))?$/.exec(request.path) ?? []
    if (request.path.endsWith('/lists'))
      return { status: 200, body: { value: [{ id: 'list-1', displayName: title }] } }
    if (request.method === 'POST') return create(rows, request)
    if (request.method === 'PATCH' && itemId && part === 'fields') return change(rows, itemId, request)
    if (request.method === 'DELETE' && itemId) return remove(rows, itemId, request)
    if (itemId) return show(rows, itemId)
    return { status: 200, body: { value: search(rows, request.query.get('$filter')) } }
  }
  const answerTo = (request: StubRequest): StubAnswer => {
    const instead = list.before(request)
    if (instead) return instead
    const answer = request.path.endsWith('/$batch') ? batch(request, answerTo) : carryOut(request)
    return list.after(request) ?? answer
  }
  const stub = await startGraphStub(answerTo)
  const list: ListStub = {
    ...stub,
    site: { client: stub.client, siteId: 'site-1' },
    rows,
    before: () => undefined,
    after: () => undefined,
  }
  return list
}

interface BatchPart {
  readonly id: string
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Carries out every part by itself, as Graph does, and answers in another order than asked. */
function batch(request: StubRequest, answerTo: (part: StubRequest) => StubAnswer): StubAnswer {
  const parts = (request.body as { requests: readonly BatchPart[] }).requests
  const responses = parts.map(({ id, method, url, headers = {}, body = null }) => {
    const { pathname, searchParams } = new URL(url, 'http://stub')
    const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
    const answer = answerTo({
      ...{ method, path: pathname, query: searchParams, body },
      headers: Object.fromEntries(named),
    })
    return typeof answer === 'string' ? { id, status: 504 } : { id, ...answer }
  })
  return { status: 200, body: { responses: responses.reverse() } }
}

/** Lets one request that fits go wrong, then works again. */
export function once(method: string, answer: StubAnswer): (request: StubRequest) => StubAnswer | undefined {
  let done = false
  return (request) => {
    if (done || request.method !== method) return undefined
    done = true
    return answer
  }
}

function item(rows: ListStub['rows'], id: string) {
  const row = rows.get(id)
  const etag = `"guid-${id},${row?.version ?? 0}"`
  return { id, eTag: etag, '@odata.etag': etag, fields: { '@odata.etag': etag, id, ...row?.fields } }
}

function create(rows: ListStub['rows'], request: StubRequest): StubAnswer {
  const fields = withoutEmpty((request.body as { fields: Fields }).fields)
  if ([...rows.values()].some((row) => row.fields.Key === fields.Key))
    return refusal(409, 'nameAlreadyExists', 'An item with the same key already exists.')
  const id = String(rows.size + 1)
  rows.set(id, { version: 1, fields })
  return { status: 201, body: item(rows, id) }
}

function change(rows: ListStub['rows'], id: string, request: StubRequest): StubAnswer {
  const row = rows.get(id)
  if (!row) return refusal(404, 'itemNotFound')
  const match = request.headers['if-match']
  if (match !== undefined && match !== item(rows, id).eTag) return refusal(412, 'resourceModified')
  rows.set(id, {
    version: row.version + 1,
    fields: withoutEmpty({ ...row.fields, ...(request.body as Fields) }),
  })
  return { status: 200, body: item(rows, id).fields }
}

function remove(rows: ListStub['rows'], id: string, request: StubRequest): StubAnswer {
  if (!rows.has(id)) return refusal(404, 'itemNotFound')
  const match = request.headers['if-match']
  if (match !== undefined && match !== item(rows, id).eTag) return refusal(412, 'resourceModified')
  rows.delete(id)
  return { status: 204, body: null }
}

function show(rows: ListStub['rows'], id: string): StubAnswer {
  return rows.has(id) ? { status: 200, body: item(rows, id) } : refusal(404, 'itemNotFound')
}

function search(rows: ListStub['rows'], filter: string | null) {
  const [, column, value] = /^fields\/(\w+) eq '(.*)'$/.exec(filter ?? '') ?? []
  const wanted = value?.replaceAll("''", "'")
  return [...rows.entries()]
    .filter(([, row]) => column === undefined || row.fields[column] === wanted)
    .map(([id]) => item(rows, id))
}

function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
