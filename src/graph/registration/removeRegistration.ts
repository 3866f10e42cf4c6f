import * as v from 'valibot'
import { readEverything } from '../pages.ts'
import type { SiteContext } from '../site.ts'
import type { Registrar } from './changes.ts'

const application = v.object({ id: v.string(), displayName: v.string() })
const identities = v.array(v.object({ application: v.optional(v.object({ id: v.string() })) }))
const permission = v.object({
  id: v.string(),
  grantedToIdentitiesV2: v.optional(identities, []),
  grantedToIdentities: v.optional(identities, []),
})

/** Takes back the grant on the site and removes the registration; the lists and what is in them stay. */
export async function removeRegistration(
  graph: Registrar,
  site: SiteContext,
  clientId: string,
): Promise<void> {
  const path = `/sites/${site.siteId}/permissions`
  const grants = (await readEverything(site.client, path)).map((one) => v.parse(permission, one))
  for (const grant of grants) {
    const holders = [...grant.grantedToIdentitiesV2, ...grant.grantedToIdentities]
    if (!holders.some((one) => one.application?.id === clientId)) continue
    const words = 'Take back the grant on the site'
    await graph.change({ words, method: 'DELETE', path: `${path}/${grant.id}` })
  }
  const found = await graph.read(`/applications(appId='${clientId}')?$select=id,displayName`)
  if (found === null) return
  const { id, displayName } = v.parse(application, found)
  const words = `Remove the application ${displayName}; Entra keeps it for 30 days`
  await graph.change({ words, method: 'DELETE', path: `/applications/${id}` })
}
