import { at, type GraphCaller, type LocalTenant, rowsOf } from './localTenant.ts'

/** Where the site and its lists are under Graph. */
export const SITE = '/sites/thameside.sharepoint.example:/sites/follow-through:'
export const LISTS = `${SITE}/lists`

/** The site of a tenant, as tests of lists need it. */
export interface SiteUnderTest {
  /** The provisioner, who may do everything. */
  readonly admin: GraphCaller
  readonly lists: string
  /** Creates a list and gives its address; fails the test unless it is taken. */
  newList(displayName: string, columns?: readonly unknown[]): Promise<string>
  /** Adds rows in this order, by batches of 20. */
  fill(list: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>
  /** Takes the application's grants away and gives it these roles. */
  grant(roles: readonly string[]): Promise<void>
}

/** Opens the site as the provisioner. */
export async function openSite(tenant: LocalTenant): Promise<SiteUnderTest> {
  const admin = await tenant.asApp('provisioner')
  return {
    admin,
    lists: LISTS,
    async newList(displayName, columns = []) {
      const answer = await admin('POST', LISTS, {
        body: { displayName, columns, list: { template: 'genericList' } },
      })
      if (answer.status !== 201) throw new Error(`No list: ${JSON.stringify(answer.body)}`)
      return `${LISTS}/${at(answer, 'id')}`
    },
    async fill(list, rows) {
      for (let start = 0; start < rows.length; start += 20) {
        const answer = await admin('POST', '/$batch', { body: { requests: parts(list, rows, start) } })
        if (answer.status !== 200) throw new Error(`No rows: ${JSON.stringify(answer.body)}`)
      }
    },
    async grant(roles) {
      for (const { id } of rowsOf(await admin('GET', `${SITE}/permissions`)))
        await admin('DELETE', `${SITE}/permissions/${id}`)
      if (roles.length === 0) return
      const application = { id: tenant.environment.FT_CLIENT_ID, displayName: 'Follow-Through' }
      await admin('POST', `${SITE}/permissions`, { body: { roles, grantedToIdentities: [{ application }] } })
    },
  }
}

/** Each part waits for the one before it, so that ids follow the order given. */
function parts(list: string, rows: readonly Readonly<Record<string, unknown>>[], start: number) {
  return rows.slice(start, start + 20).map((fields, index) => ({
    id: String(index),
    method: 'POST',
    url: `${list}/items`,
    headers: { 'Content-Type': 'application/json' },
    body: { fields },
    dependsOn: index === 0 ? [] : [String(index - 1)],
  }))
}
