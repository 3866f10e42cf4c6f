import * as v from 'valibot'
import type { Registrar } from './changes.ts'
import type { GraphPermissions } from './wantedApplication.ts'

const principal = v.object({ id: v.string() })
const assignments = v.object({
  value: v.array(v.object({ id: v.string(), appRoleId: v.string(), resourceId: v.string() })),
})
const grants = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      consentType: v.string(),
      resourceId: v.string(),
      scope: v.nullish(v.string()),
    }),
  ),
})

/** Shown in the admin centre under Enterprise applications. */
const tags = ['WindowsAzureActiveDirectoryIntegratedApp']
const unknownYet = '{service principal id}'

/**
 * Gives the application its service principal and an administrator's consent to exactly the declared permissions;
 * a permission of Graph that is held and no longer declared is taken back.
 * @returns the object id of the service principal
 */
export async function consent(
  graph: Registrar,
  appId: string,
  permissions: GraphPermissions,
): Promise<string> {
  const there = appId.startsWith('{') ? null : await graph.read(`/servicePrincipals(appId='${appId}')`)
  const id = there === null ? await createPrincipal(graph, appId) : v.parse(principal, there).id
  await assignRoles(graph, id, permissions)
  await grantScopes(graph, id, permissions)
  return id
}

async function createPrincipal(graph: Registrar, appId: string): Promise<string> {
  const words = 'Make its service principal'
  const made = await graph.change({
    words,
    method: 'POST',
    path: '/servicePrincipals',
    body: { appId, tags },
  })
  return made === null ? unknownYet : v.parse(principal, made).id
}

async function assignRoles(
  graph: Registrar,
  id: string,
  { graphId, roles }: GraphPermissions,
): Promise<void> {
  const held =
    id === unknownYet
      ? []
      : v
          .parse(assignments, await graph.read(`/servicePrincipals/${id}/appRoleAssignments`))
          .value.filter((one) => one.resourceId === graphId)
  const path = `/servicePrincipals/${graphId}/appRoleAssignedTo`
  for (const { id: appRoleId, name } of roles) {
    if (held.some((one) => one.appRoleId === appRoleId)) continue
    const body = { principalId: id, resourceId: graphId, appRoleId }
    await graph.change({ words: `Consent to ${name} for the service`, method: 'POST', path, body })
  }
  for (const extra of held.filter((one) => !roles.some((role) => role.id === one.appRoleId))) {
    const words = `Take back a permission of the service that is no longer declared (${extra.appRoleId})`
    await graph.change({ words, method: 'DELETE', path: `${path}/${extra.id}` })
  }
}

async function grantScopes(
  graph: Registrar,
  id: string,
  { graphId, scopes }: GraphPermissions,
): Promise<void> {
  const scope = scopes.map(({ name }) => name).join(' ')
  const known =
    id === unknownYet
      ? []
      : v.parse(grants, await graph.read(`/servicePrincipals/${id}/oauth2PermissionGrants`)).value
  const ours = known.find((one) => one.resourceId === graphId && one.consentType === 'AllPrincipals')
  if (ours && sameWords(ours.scope ?? '', scope)) return
  const words = `Consent to ${scope} for people`
  if (ours) {
    await graph.change({
      words,
      method: 'PATCH',
      path: `/oauth2PermissionGrants/${ours.id}`,
      body: { scope },
    })
    return
  }
  const body = { clientId: id, consentType: 'AllPrincipals', resourceId: graphId, scope }
  await graph.change({ words, method: 'POST', path: '/oauth2PermissionGrants', body })
}

function sameWords(one: string, other: string): boolean {
  const sorted = (text: string) => text.split(' ').filter(Boolean).sort().join(' ')
  return sorted(one) === sorted(other)
}
