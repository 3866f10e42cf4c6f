import {
  type Answer,
  at,
  type GraphCaller,
  type LocalTenant,
  startLocalTenant,
} from '../../support/localTenant.ts'

/** Where the behaviours are looked at. */
export interface Place {
  readonly graph: GraphCaller
  /** The site as `/sites/{id}`. */
  readonly site: string
  /** Owns the calendar, where there is one to use. */
  readonly calendar: { readonly graph: GraphCaller; readonly path: string } | null
  readonly isLocal: boolean
  close(): Promise<void>
}

/** True when a tenant is named by configuration (FT_GRAPH). */
export const elsewhere = Boolean(process.env.FT_GRAPH)

/** True when there is a calendar to use: always here, and elsewhere when FT_GRAPH_MAILBOX names it. */
export const hasCalendar = !elsewhere || Boolean(process.env.FT_GRAPH_MAILBOX)

/** Opens the tenant that FT_GRAPH, FT_GRAPH_TOKEN and FT_GRAPH_SITE name, or else a local one of its own. */
export function openPlace(): Promise<Place> {
  return elsewhere ? namedTenant() : localTenant()
}

async function localTenant(): Promise<Place> {
  const tenant: LocalTenant = await startLocalTenant()
  const graph = await tenant.asApp('provisioner')
  return {
    graph,
    site: await siteAt(graph, tenant.environment.FT_SITE ?? ''),
    calendar: { graph: await tenant.asApp(), path: eventsOf(tenant.environment.FT_MAILBOX ?? '') },
    isLocal: true,
    close: () => tenant.remove(),
  }
}

async function namedTenant(): Promise<Place> {
  const { FT_GRAPH = '', FT_GRAPH_TOKEN = '', FT_GRAPH_SITE = '', FT_GRAPH_MAILBOX = '' } = process.env
  if (FT_GRAPH_TOKEN === '' || FT_GRAPH_SITE === '')
    throw new Error(
      'FT_GRAPH names a tenant, so FT_GRAPH_TOKEN and FT_GRAPH_SITE (host:/sites/name) are needed.',
    )
  const graph = patient(FT_GRAPH.replace(/\/$/, ''), FT_GRAPH_TOKEN)
  return {
    graph,
    site: await siteAt(graph, FT_GRAPH_SITE),
    calendar: FT_GRAPH_MAILBOX === '' ? null : { graph, path: eventsOf(FT_GRAPH_MAILBOX) },
    isLocal: false,
    close: async () => {},
  }
}

const eventsOf = (mailbox: string) => (mailbox === 'me' ? '/me/events' : `/users/${mailbox}/events`)

async function siteAt(graph: GraphCaller, path: string): Promise<string> {
  const answer = await graph('GET', `/sites/${path}`)
  if (answer.status !== 200)
    throw new Error(`No site ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return `/sites/${at(answer, 'id')}`
}

const mostTries = 6

/** Asks with one token, and waits as long as the tenant says when it is busy. */
function patient(origin: string, token: string): GraphCaller {
  return async (method, target, { body, headers } = {}) => {
    for (let tries = 1; ; tries += 1) {
      const response = await fetch(target.startsWith('http') ? target : `${origin}/v1.0${target}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
        redirect: 'manual',
      })
      if (![429, 503].includes(response.status) || tries === mostTries) return read(response)
      const seconds = Number(response.headers.get('retry-after') ?? 2 ** tries)
      await new Promise((done) => setTimeout(done, seconds * 1000))
    }
  }
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  const { status, headers } = response
  try {
    return { status, headers, body: JSON.parse(text) }
  } catch {
    return { status, headers, body: text }
  }
}

/** With this every list begins that the behaviours make. */
export const listPrefix = 'Follow-Through behaviours'
