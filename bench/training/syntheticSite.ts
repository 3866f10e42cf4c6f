import { completionsList } from '../../src/graph/columns/completions.ts'
import { coursesList } from '../../src/graph/columns/courses.ts'
import { requirementsList } from '../../src/graph/columns/requirements.ts'
import { staffList } from '../../src/graph/columns/staff.ts'
import { completionAt, courses, memberAt, requirements } from './force.ts'
import { type ListRows, StoredRows, VirtualRows } from './syntheticRows.ts'
import { fieldsOf } from './wireRows.ts'

/** What was asked of the site, and what it cost. */
export interface Traffic {
  requests: number
  /** Parts of batches count as SharePoint counts them: each for itself. */
  parts: number
  bytes: number
}

const columnsOf = (list: { readonly columns: object }) => Object.keys(list.columns)

/**
 * SharePoint in this process, as far as the benchmark goes: pages, filters on one indexed column, delta with tokens,
 * batches of twenty. Rows of the two long lists are made when they are asked for, so that half a million take no room.
 */
export class SyntheticSite {
  readonly traffic: Traffic = { requests: 0, parts: 0, bytes: 0 }
  private readonly lists: ReadonlyMap<string, ListRows>

  constructor(completions: number, people: number) {
    this.lists = new Map<string, ListRows>([
      [
        'Completions',
        new VirtualRows(
          completions,
          columnsOf(completionsList),
          (index) => fieldsOf.completion(completionAt(index, people)),
          { Person: (index) => index % people },
        ),
      ],
      [
        'Staff',
        new VirtualRows(people, columnsOf(staffList), (index) => fieldsOf.member(memberAt(index)), {}),
      ],
      ['Requirements', new StoredRows(columnsOf(requirementsList), requirements.map(fieldsOf.requirement))],
      ['Courses', new StoredRows(columnsOf(coursesList), courses.map(fieldsOf.course))],
      ...['Runs', 'Bookings', 'Cover', 'Settings'].map((title): [string, ListRows] => [
        title,
        new StoredRows([], []),
      ]),
    ])
  }

  /** Adds completions, as an import of the night does. */
  add(values: readonly Parameters<typeof fieldsOf.completion>[0][]): void {
    const list = this.lists.get('Completions')
    for (const value of values) list?.create(fieldsOf.completion(value))
  }

  /** What `fetch` is replaced by: answers what is asked of Graph, and counts it. */
  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const address = new URL(input instanceof Request ? input.url : input)
    const body = typeof init.body === 'string' ? init.body : ''
    this.traffic.requests += 1
    const isBatch = address.pathname.endsWith('/$batch')
    const answer = isBatch ? this.batch(body) : this.one(init.method ?? 'GET', address, body)
    const text = JSON.stringify(answer.body)
    this.traffic.parts += isBatch ? 0 : 1
    this.traffic.bytes += text.length + body.length
    return new Response(text, { status: answer.status, headers: { 'Content-Type': 'application/json' } })
  }

  private batch(body: string): Answer {
    const { requests } = JSON.parse(body) as {
      requests: { id: string; method: string; url: string; body?: unknown }[]
    }
    const responses = requests.map(({ id, method, url, body: part }) => {
      this.traffic.parts += 1
      const answer = this.one(method, new URL(`https://graph/v1.0${url}`), JSON.stringify(part ?? ''))
      return { id, status: answer.status, headers: { 'Content-Type': 'application/json' }, body: answer.body }
    })
    return { status: 200, body: { responses } }
  }

  private one(method: string, address: URL, body: string): Answer {
    const [, title = '', rest = ''] =
      /\/lists\/([^/]+)\/items(.*)$/.exec(decodeURIComponent(address.pathname)) ?? []
    const list = this.lists.get(title)
    if (!list) return { status: 404, body: { error: { code: 'itemNotFound', message: title } } }
    if (method === 'POST') return created(list, JSON.parse(body).fields)
    if (method === 'PATCH')
      return { status: 200, body: list.change(rest.split('/')[1] ?? '', JSON.parse(body)) }
    const next = (path: string) => `https://graph.microsoft.com${path}`
    return { status: 200, body: list.read(address, rest.startsWith('/delta'), next) }
  }
}

function created(list: ListRows, fields: Readonly<Record<string, unknown>>): Answer {
  const item = list.create(fields)
  const taken = { code: 'nameAlreadyExists', message: 'The key is there already.' }
  return item === null ? { status: 409, body: { error: taken } } : { status: 201, body: item }
}

interface Answer {
  readonly status: number
  readonly body: unknown
}
