import type { Client } from '@microsoft/microsoft-graph-client'
import { createGraphClient } from '../../src/graph/client.ts'
import { everyList } from '../../src/graph/columns/everyList.ts'
import { provisionLists } from '../../src/graph/provisioning/provisionLists.ts'
import { defaultRetryPolicy } from '../../src/graph/retry.ts'
import { openSite, type SiteContext } from '../../src/graph/site.ts'
import type { FaultRule, PlannedFault } from '../../src/localtenant/faults.ts'
import {
  at,
  type GraphCaller,
  type LocalTenant,
  nextLinkOf,
  type Row,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'
import { freePortPair } from '../support/ports.ts'

/** A tenant of its own with empty lists: the far end that is looked at after each plan. */
export interface FarEnd {
  readonly tenant: LocalTenant
  /** The client id whose requests the faults befall. */
  readonly app: string
  /** The stores' site without faults in the way, signed in as the provisioner. */
  readonly calm: SiteContext
  /** Graph as the provisioner, whom no fault befalls. */
  readonly graph: GraphCaller
  /** The site as a person's tab sees it, faults and all, with nothing known yet. Waits take no time. */
  tabOf(person: number): Promise<SiteContext>
  items(list: string): Promise<readonly Row[]>
  item(list: string, id: string): Promise<Row>
  versions(list: string, id: string): Promise<number>
  patch(list: string, id: string, fields: object): Promise<void>
  plan(rules: readonly FaultRule[]): Promise<void>
  /** Whether the planned fault with this number has hit anything yet. */
  hasHit(rule: number): Promise<boolean>
  /** Ends the faults and tells what they hit. */
  clear(): Promise<readonly PlannedFault[]>
}

/** Starts a tenant with the lists of the product, in which the application may write. */
export async function openFarEnd(): Promise<FarEnd> {
  const tenant = await startLocalTenant({ port: await freePortPair() })
  const token = await tenant.appToken('provisioner')
  const graph = tenant.graph(token)
  const { FT_SITE: sitePath = '', FT_CLIENT_ID: app = '' } = tenant.environment
  const calm = await openSite(clientOf(tenant.origin, token), sitePath)
  await provisionLists(calm, everyList, () => undefined)
  const grantedToIdentities = [{ application: { id: app, displayName: 'Follow-Through' } }]
  await graph('POST', `/sites/${calm.siteId}/permissions`, {
    body: { roles: ['write'], grantedToIdentities },
  })
  const list = (name: string) => `/sites/${calm.siteId}/lists/${name}/items`
  return {
    tenant,
    app,
    calm,
    graph,
    async tabOf(person) {
      return { client: clientOf(tenant.origin, await tenant.userToken(person)), siteId: calm.siteId }
    },
    async items(name) {
      const rows: Row[] = []
      let next: string | undefined = `${list(name)}?$expand=fields&$top=200`
      while (next !== undefined) {
        const page = await graph('GET', next)
        rows.push(...rowsOf(page))
        next = nextLinkOf(page)
      }
      return rows
    },
    async item(name, id) {
      const answer = await graph('GET', `${list(name)}/${id}?$expand=fields`)
      if (answer.status !== 200) throw new Error(`No item: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body as Row
    },
    versions: async (name, id) => rowsOf(await graph('GET', `${list(name)}/${id}/versions`)).length,
    async patch(name, id, fields) {
      const answer = await graph('PATCH', `${list(name)}/${id}/fields`, { body: fields })
      if (answer.status !== 200) throw new Error(`The far end refused: ${JSON.stringify(answer.body)}`)
    },
    async plan(rules) {
      const answer = await tenant.call('POST', '/local-tenant/faults', { body: { rules, replace: true } })
      if (answer.status !== 200) throw new Error(`The plan was refused: ${JSON.stringify(answer.body)}`)
    },
    hasHit: async (rule) => ((await planned(tenant))[rule]?.hits ?? 0) > 0,
    async clear() {
      const hits = await planned(tenant)
      await tenant.call('DELETE', '/local-tenant/faults')
      return hits
    },
  }
}

async function planned(tenant: LocalTenant): Promise<readonly PlannedFault[]> {
  return at(await tenant.call('GET', '/local-tenant/faults'), 'rules') as readonly PlannedFault[]
}

/** The product's own client with a clock that waiting moves; an answer has to come within 400 ms. */
function clientOf(origin: string, token: string): Client {
  let ahead = 0
  return createGraphClient({
    origin,
    accessToken: async () => token,
    policy: { ...defaultRetryPolicy, answerWithin: 400 },
    now: () => Date.now() + ahead,
    wait: async (milliseconds) => {
      ahead += milliseconds
    },
  })
}

/** How many versions a 412 storm made. */
export function stormVersions(hits: readonly PlannedFault[]): number {
  return hits.reduce((sum, rule) => sum + (rule.kind === '412-storm' ? rule.hits : 0), 0)
}
