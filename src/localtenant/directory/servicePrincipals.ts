import type { Request, Response } from 'express'
import type { Needed } from '../access.ts'
import { readQuery, selected } from '../query/options.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { alreadyThere, directoryNeeds, directoryRefusal, requireDirectory } from './directoryAccess.ts'
import {
  addObject,
  changeObject,
  type DirectoryObject,
  objectByKey,
  objectsOf,
  removeObject,
  resourceNotFound,
} from './directoryObjects.ts'
import { applicationPermissions, delegatedPermissions, GRAPH_APP_ID } from './graphPermissions.ts'

const GRAPH_PRINCIPAL_ID = '00000000-0000-4000-8000-000000000202'

/** Service principals, the application permissions assigned to them and the delegated ones consented to. */
export const servicePrincipalsPart: TenantPart = (router, tenant) => {
  beginGraph(tenant)
  principalRoutes(router, tenant)
  assignmentRoutes(router, tenant)
  grantRoutes(router, tenant)
}

const principal = (tenant: Tenant, req: Request) =>
  objectByKey(tenant.db, 'servicePrincipal', String(req.params.principal))

const principalRoutes: TenantPart = (router, tenant) => {
  router.get('/servicePrincipals/:principal', (req, res) => {
    requireDirectory(res, directoryNeeds.readApplications)
    res.json(selected(principal(tenant, req), readQuery(req, ['select']).select))
  })
  router.post('/servicePrincipals', (req, res) => {
    requireDirectory(res, directoryNeeds.writeApplications)
    const { appId, tags = [] } = req.body ?? {}
    const application = objectsOf(tenant.db, 'application').find((one) => one.appId === appId)
    if (application === undefined)
      throw directoryRefusal(
        `The appId '${appId}' of the service principal does not reference a valid application object.`,
      )
    if (objectsOf(tenant.db, 'servicePrincipal').some((one) => one.appId === appId))
      throw alreadyThere(
        `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
      )
    const { displayName, appRoles } = application
    res.status(201).json(addObject(tenant.db, 'servicePrincipal', { appId, displayName, appRoles, tags }))
  })
}

const assignmentRoutes: TenantPart = (router, tenant) => {
  const assignments = () => objectsOf(tenant.db, 'appRoleAssignment')
  const answer = (path: string, side: 'principalId' | 'resourceId') =>
    router.get(`/servicePrincipals/:principal/${path}`, (req, res) => {
      requireDirectory(res, directoryNeeds.readApplications)
      readQuery(req, ['top'])
      const { id } = principal(tenant, req)
      res.json({ value: assignments().filter((one) => one[side] === id) })
    })
  answer('appRoleAssignments', 'principalId')
  answer('appRoleAssignedTo', 'resourceId')
  router.post('/servicePrincipals/:principal/appRoleAssignedTo', (req, res) => {
    requireDirectory(res, directoryNeeds.assignRoles)
    res.status(201).json(assign(tenant, principal(tenant, req), req.body ?? {}))
  })
  router.delete('/servicePrincipals/:principal/appRoleAssignedTo/:assignment', (req, res) => {
    requireDirectory(res, directoryNeeds.assignRoles)
    remove(tenant, 'appRoleAssignment', String(req.params.assignment))
    res.status(204).end()
  })
}

function assign(tenant: Tenant, resource: DirectoryObject, body: Record<string, unknown>): DirectoryObject {
  const { principalId, resourceId, appRoleId } = body
  const roles = Array.isArray(resource.appRoles) ? resource.appRoles : []
  if (resourceId !== resource.id || !roles.some((role) => role.id === appRoleId))
    throw directoryRefusal('Permission being assigned was not found on application.')
  const holder = objectByKey(tenant.db, 'servicePrincipal', String(principalId))
  const same = (one: DirectoryObject) =>
    one.principalId === principalId && one.resourceId === resourceId && one.appRoleId === appRoleId
  if (objectsOf(tenant.db, 'appRoleAssignment').some(same))
    throw directoryRefusal('Permission being assigned already exists on the object.')
  return addObject(tenant.db, 'appRoleAssignment', {
    principalId,
    resourceId,
    appRoleId,
    principalType: 'ServicePrincipal',
    principalDisplayName: holder.displayName,
    resourceDisplayName: resource.displayName,
    createdDateTime: new Date().toISOString(),
  })
}

const grantRoutes: TenantPart = (router, tenant) => {
  const guard = (res: Response, needed: Needed) => requireDirectory(res, needed)
  router.get('/servicePrincipals/:principal/oauth2PermissionGrants', (req, res) => {
    guard(res, directoryNeeds.grantScopes)
    const { id } = principal(tenant, req)
    res.json({ value: objectsOf(tenant.db, 'permissionGrant').filter((one) => one.clientId === id) })
  })
  router.post('/oauth2PermissionGrants', (req, res) => {
    guard(res, directoryNeeds.grantScopes)
    const { clientId, consentType, resourceId, scope, principalId = null } = req.body ?? {}
    for (const id of [clientId, resourceId]) objectByKey(tenant.db, 'servicePrincipal', String(id))
    if (consentType !== 'AllPrincipals' || principalId !== null)
      throw directoryRefusal('Only consent for everybody (AllPrincipals) is imitated.')
    const grants = objectsOf(tenant.db, 'permissionGrant')
    if (grants.some((one) => one.clientId === clientId && one.resourceId === resourceId))
      throw alreadyThere('Permission entry already exists.')
    const body = { clientId, consentType, principalId, resourceId, scope: checkScope(scope) }
    res.status(201).json(addObject(tenant.db, 'permissionGrant', body))
  })
  router.patch('/oauth2PermissionGrants/:grant', (req, res) => {
    guard(res, directoryNeeds.grantScopes)
    const found = byId(tenant, 'permissionGrant', String(req.params.grant))
    changeObject(tenant.db, found, { scope: checkScope(req.body?.scope) })
    res.status(204).end()
  })
}

function checkScope(scope: unknown): string {
  const names = String(scope ?? '')
    .split(' ')
    .filter(Boolean)
  const strange = names.find((name) => delegatedPermissions[name] === undefined)
  if (strange !== undefined) throw directoryRefusal(`The scope ${strange} is not one of the resource's.`)
  return names.join(' ')
}

function byId(tenant: Tenant, kind: 'permissionGrant' | 'appRoleAssignment', id: string): DirectoryObject {
  const found = objectsOf(tenant.db, kind).find((one) => one.id === id)
  if (found === undefined) throw resourceNotFound(id)
  return found
}

const remove = (tenant: Tenant, kind: 'appRoleAssignment', id: string) =>
  removeObject(tenant.db, byId(tenant, kind, id))

/** Every tenant has Microsoft Graph. */
function beginGraph(tenant: Tenant): void {
  if (objectsOf(tenant.db, 'servicePrincipal').some((one) => one.appId === GRAPH_APP_ID)) return
  addObject(tenant.db, 'servicePrincipal', {
    id: GRAPH_PRINCIPAL_ID,
    appId: GRAPH_APP_ID,
    displayName: 'Microsoft Graph',
    appRoles: Object.entries(applicationPermissions).map(([value, id]) => ({
      id,
      value,
      isEnabled: true,
      allowedMemberTypes: ['Application'],
    })),
    oauth2PermissionScopes: Object.entries(delegatedPermissions).map(([value, id]) => ({
      id,
      value,
      isEnabled: true,
      type: 'Admin',
    })),
  })
}
