import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { readQuery, selected } from '../query/options.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { checkApplication, newApplication } from './applicationBody.ts'
import { alreadyThere, directoryNeeds, directoryRefusal, requireDirectory } from './directoryAccess.ts'
import {
  addObject,
  changeObject,
  createDirectoryTable,
  type DirectoryObject,
  objectByKey,
  objectsOf,
  removeObject,
  withoutKeys,
} from './directoryObjects.ts'
import { servicePrincipalsPart } from './servicePrincipals.ts'

const CONTEXT = 'https://graph.microsoft.com/v1.0/$metadata#applications'

/** App registrations: applications, their service principals, and what an administrator has consented to. */
export const registrationsPart: TenantPart = (router, tenant) => {
  createDirectoryTable(tenant.db)
  router.use((req, _res, next) => {
    req.url = withoutKeys(req.url)
    next()
  })
  applicationRoutes(router, tenant)
  federatedRoutes(router, tenant)
  servicePrincipalsPart(router, tenant)
}

const applicationRoutes: TenantPart = (router, tenant) => {
  const find = (req: Request) => objectByKey(tenant.db, 'application', String(req.params.application))
  router.get('/applications', (req, res) => answerApplications(tenant, req, res))
  router.post('/applications', (req, res) => {
    requireDirectory(res, directoryNeeds.writeApplications)
    const createdDateTime = new Date().toISOString()
    const made = { ...newApplication(req.body ?? {}), appId: randomUUID(), createdDateTime }
    const kept = addObject(tenant.db, 'application', made)
    res.status(201).json({ '@odata.context': `${CONTEXT}/$entity`, ...shown(kept) })
  })
  router.get('/applications/:application', (req, res) => {
    requireDirectory(res, directoryNeeds.readApplications)
    const { select } = readQuery(req, ['select'])
    const found = find(req)
    // Only a $select of the one application shows the certificates themselves.
    const whole = select?.includes('keyCredentials') ? found : shown(found)
    res.json({ '@odata.context': `${CONTEXT}/$entity`, ...selected(whole, select) })
  })
  router.patch('/applications/:application', (req, res) => {
    requireDirectory(res, directoryNeeds.writeApplications)
    const found = find(req)
    const changes = checkApplication(req.body ?? {}, found)
    checkIdentifiersFree(tenant, found, changes.identifierUris)
    changeObject(tenant.db, found, changes)
    res.status(204).end()
  })
  router.delete('/applications/:application', (req, res) => {
    requireDirectory(res, directoryNeeds.writeApplications)
    removeApplication(tenant, find(req))
    res.status(204).end()
  })
}

const federatedRoutes: TenantPart = (router, tenant) => {
  const path = '/applications/:application/federatedIdentityCredentials'
  const of = (req: Request) => objectByKey(tenant.db, 'application', String(req.params.application)).id
  const credentials = (application: string) =>
    objectsOf(tenant.db, 'federatedCredential').filter((one) => one.application === application)
  const bare = ({ application: _application, ...rest }: DirectoryObject) => rest
  router.get(path, (req, res) => {
    requireDirectory(res, directoryNeeds.readApplications)
    readQuery(req, [])
    res.json({ value: credentials(of(req)).map(bare) })
  })
  router.post(path, (req, res) => {
    requireDirectory(res, directoryNeeds.writeApplications)
    const { name, issuer, subject, audiences, description } = req.body ?? {}
    const whole = [name, issuer, subject].every((text) => typeof text === 'string' && text !== '')
    if (!whole || !Array.isArray(audiences) || audiences.length !== 1)
      throw directoryRefusal(
        'A federated identity credential needs a name, an issuer, a subject and one audience.',
      )
    const application = of(req)
    const same = credentials(application).some(
      (one) => one.name === name || (one.issuer === issuer && one.subject === subject),
    )
    if (same) throw alreadyThere(`FederatedIdentityCredential with name ${name} already exists.`)
    const body = { name, issuer, subject, audiences, description: description ?? null, application }
    res.status(201).json(bare(addObject(tenant.db, 'federatedCredential', body)))
  })
}

function answerApplications(tenant: Tenant, req: Request, res: Response): void {
  requireDirectory(res, directoryNeeds.readApplications)
  const { filter, select } = readQuery(req, ['filter', 'select', 'top'])
  const [, name] = /^displayName eq '((?:[^']|'')*)'$/.exec(filter ?? "displayName eq ''") ?? []
  if (name === undefined)
    throw directoryRefusal(`The filter ${filter} is not imitated.`, 'Request_UnsupportedQuery')
  const wanted = name.replaceAll("''", "'").toLowerCase()
  const found = objectsOf(tenant.db, 'application').filter(
    (one) => filter === undefined || String(one.displayName).toLowerCase() === wanted,
  )
  res.json({ '@odata.context': CONTEXT, value: found.map((one) => selected(shown(one), select)) })
}

/** An application as it is shown: the content of certificates is left out. */
function shown(application: DirectoryObject): DirectoryObject {
  const keys = Array.isArray(application.keyCredentials) ? application.keyCredentials : []
  return {
    ...application,
    keyCredentials: keys.map((key) => ({ ...key, key: null })),
    passwordCredentials: [],
  }
}

function checkIdentifiersFree(tenant: Tenant, own: DirectoryObject, uris: unknown): void {
  const wanted = Array.isArray(uris) ? uris : []
  const others = objectsOf(tenant.db, 'application').filter((one) => one.id !== own.id)
  const taken = others.some((one) => wanted.some((uri) => Object(one.identifierUris).includes(uri)))
  if (taken)
    throw directoryRefusal(
      'Another object with the same value for property identifierUris already exists.',
      'ObjectConflict',
    )
}

/** With an application go its service principal and everything that was granted to it. */
function removeApplication(tenant: Tenant, application: DirectoryObject): void {
  const principal = objectsOf(tenant.db, 'servicePrincipal').find((one) => one.appId === application.appId)
  const gone = [
    ...objectsOf(tenant.db, 'appRoleAssignment').filter((one) => one.principalId === principal?.id),
    ...objectsOf(tenant.db, 'permissionGrant').filter((one) => one.clientId === principal?.id),
    ...objectsOf(tenant.db, 'federatedCredential').filter((one) => one.application === application.id),
    ...(principal === undefined ? [] : [principal]),
    application,
  ]
  for (const object of gone) removeObject(tenant.db, object)
}
