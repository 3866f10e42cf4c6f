import * as v from 'valibot'
import type { Registrar } from './changes.ts'
import { applicationBody, type DeclaredApplication, type DeclaredPermissions } from './declaredApplication.ts'

/** Microsoft Graph's own application id, the same in every tenant. */
export const graphAppId = '00000003-0000-0000-c000-000000000000'

/** Declared permissions with the ids that this tenant's Graph has for them. */
export interface GraphPermissions {
  /** Object id of Graph's service principal in this tenant. */
  readonly graphId: string
  readonly scopes: readonly { readonly id: string; readonly name: string }[]
  readonly roles: readonly { readonly id: string; readonly name: string }[]
}

const named = v.array(v.object({ id: v.string(), value: v.nullish(v.string()) }))
const graphPrincipal = v.object({ id: v.string(), appRoles: named, oauth2PermissionScopes: named })

/** Looks up the ids of permissions in the tenant itself. Throws an Error for a name that Graph does not have. */
export async function graphPermissions(
  graph: Registrar,
  { delegated, application }: DeclaredPermissions,
): Promise<GraphPermissions> {
  const path = `/servicePrincipals(appId='${graphAppId}')?$select=id,appRoles,oauth2PermissionScopes`
  const { id, appRoles, oauth2PermissionScopes } = v.parse(graphPrincipal, await graph.read(path))
  const find = (known: v.InferOutput<typeof named>, name: string) => {
    const found = known.find((one) => one.value === name)
    if (!found) throw new Error(`Microsoft Graph has no permission ${name}; nothing was changed.`)
    return { id: found.id, name }
  }
  return {
    graphId: id,
    scopes: delegated.map((name) => find(oauth2PermissionScopes, name)),
    roles: application.map((name) => find(appRoles, name)),
  }
}

/** The application as it should be. */
export function wantedApplication(
  declared: DeclaredApplication,
  { scopes, roles }: GraphPermissions,
): Record<string, unknown> {
  const resourceAccess = [
    ...scopes.map(({ id }) => ({ id, type: 'Scope' })),
    ...roles.map(({ id }) => ({ id, type: 'Role' })),
  ]
  return applicationBody(declared, [{ resourceAppId: graphAppId, resourceAccess }])
}
