import { type DirectoryObject, objectsOf } from '../directory/directoryObjects.ts'
import {
  applicationPermissions,
  delegatedPermissions,
  nameOfPermission,
} from '../directory/graphPermissions.ts'
import type { Tenant } from '../tenant.ts'
import type { Application } from './applications.ts'

/** An application that an administrator registered here, with what its service principal was granted. */
export function registeredApplication(tenant: Tenant, clientId: string): Application | undefined {
  const principal = objectsOf(tenant.db, 'servicePrincipal').find((one) => one.appId === clientId)
  if (principal === undefined || registration(tenant, clientId) === undefined) return undefined
  return {
    id: clientId,
    displayName: String(principal.displayName),
    principalId: principal.id,
    secret: null,
    delegated: scopesOf(tenant, principal),
    application: rolesOf(tenant, principal),
    imitated: { delegated: [], application: [] },
  }
}

/** The registration behind a client id. */
export const registration = (tenant: Tenant, clientId: string): DirectoryObject | undefined =>
  objectsOf(tenant.db, 'application').find((one) => one.appId === clientId)

function rolesOf(tenant: Tenant, principal: DirectoryObject): string[] {
  return objectsOf(tenant.db, 'appRoleAssignment')
    .filter((one) => one.principalId === principal.id)
    .map((one) => nameOfPermission(applicationPermissions, String(one.appRoleId)) ?? '')
}

function scopesOf(tenant: Tenant, principal: DirectoryObject): string[] {
  const granted = objectsOf(tenant.db, 'permissionGrant')
    .filter((one) => one.clientId === principal.id)
    .flatMap((one) => String(one.scope).split(' '))
  return granted.filter((scope) => delegatedPermissions[scope] !== undefined)
}
