import type { LocalTenant } from '../../support/localTenant.ts'
import type { Need } from './permissions.ts'

/**
 * Sends a recorded request again, with a token of the same application and person that lacks some permissions.
 * Answers with the status.
 */
export async function replay(tenant: LocalTenant, need: Need, withheld: readonly string[]): Promise<number> {
  await turn(tenant, withheld)
  try {
    const graph = tenant.graph(await tokenFor(tenant, need))
    const { method, path, query, requestHeaders, requestBody } = need.example
    const target = `${path}${query ? `?${query}` : ''}`
    const answer = await graph(method, target, { headers: requestHeaders, body: requestBody })
    return answer.status
  } finally {
    await turn(tenant, [])
  }
}

const turn = (tenant: LocalTenant, withheld: readonly string[]) =>
  tenant.call('POST', '/local-tenant/controls', { body: { withheld } })

function tokenFor(tenant: LocalTenant, { kind, application, example }: Need): Promise<string> {
  if (kind === 'delegated') return tenant.userToken(Number(example.user.slice(-12)))
  return tenant.appToken(application === 'Follow-Through' ? 'client' : 'provisioner')
}
