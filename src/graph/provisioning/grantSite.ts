import * as v from 'valibot'
import { toM365Error } from '../failures.ts'
import { readEverything } from '../pages.ts'
import { type Registrar, registrar } from '../registration/changes.ts'
import type { SiteContext } from '../site.ts'

const identities = v.array(v.object({ application: v.optional(v.object({ id: v.string() })) }))
const permission = v.object({
  id: v.string(),
  roles: v.optional(v.array(v.string()), []),
  grantedToIdentitiesV2: v.optional(identities, []),
  grantedToIdentities: v.optional(identities, []),
})

/** Roles under which the product can write. */
const writing = ['write', 'owner', 'fullcontrol']

/**
 * Grants an application `write` on the site, unless it has it (Sites.Selected,
 * learn.microsoft.com/graph/permissions-selected-overview).
 * @returns what was done, as a sentence; null when nothing had to be done
 */
export async function grantSite(
  site: SiteContext,
  application: { readonly id: string; readonly displayName: string },
  graph: Registrar = registrar(site.client, { apply: true, tell: () => undefined }),
): Promise<string | null> {
  const path = `/sites/${site.siteId}/permissions`
  const ours = (await readEverything(site.client, path))
    .map((one) => v.parse(permission, one))
    .filter((one) =>
      [...one.grantedToIdentitiesV2, ...one.grantedToIdentities].some(
        (identity) => identity.application?.id === application.id,
      ),
    )
  try {
    for (const { id } of ours) {
      // The listing leaves the roles out; only the single permission shows them.
      const one = v.parse(permission, await site.client.api(`${path}/${id}`).get())
      if (one.roles.some((role) => writing.includes(role))) return null
    }
    const [first] = ours
    const words = `Let ${application.displayName} write on the site`
    await graph.change(
      first
        ? { words, method: 'PATCH', path: `${path}/${first.id}`, body: { roles: ['write'] } }
        : { words, method: 'POST', path, body: { roles: ['write'], grantedToIdentities: [{ application }] } },
    )
    return `${application.displayName} may now write on the site.`
  } catch (thrown) {
    throw toM365Error(thrown)
  }
}
