import { requirePermission } from '../access.ts'
import { userListColumns } from '../lists/builtInColumns.ts'
import { instant } from '../lists/instants.ts'
import { addList, allLists } from '../lists/listStore.ts'
import { readQuery, selected } from '../query/options.ts'
import { SITE_HOST, SITE_ID, SITE_WEB_URL } from '../settings.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { addGrant, changeGrant, grant, grants, permissionOf, removeGrant } from './grants.ts'
import { createSiteTables } from './schema.ts'
import { requireSite } from './siteAccess.ts'
import { siteAddress } from './siteAddress.ts'
import { USER_LIST } from './siteUsers.ts'

/** The site: by id or by path, and the grants applications hold on it. */
export const sitesPart: TenantPart = (router, tenant) => {
  createSiteTables(tenant.db)
  beginSite(tenant)
  router.use(siteAddress)
  router.get('/sites/:site', (req, res) => {
    requireSite(tenant, req, res, 'read')
    res.json(selected(siteResource(), readQuery(req, ['select']).select))
  })
  permissionRoutes(router, tenant)
}

const permissionRoutes: TenantPart = (router, tenant) => {
  const PERMISSIONS = '/sites/:site/permissions'
  router.use(PERMISSIONS, (_req, res, next) => {
    const full = ['Sites.FullControl.All']
    requirePermission(res, { application: full, delegated: full })
    next()
  })
  router.get(PERMISSIONS, (req, res) => {
    requireSite(tenant, req, res, 'full')
    readQuery(req, [])
    res.json({ value: grants(tenant.db).map(permissionOf) })
  })
  router.post(PERMISSIONS, (req, res) => {
    requireSite(tenant, req, res, 'full')
    res.status(201).json(permissionOf(addGrant(tenant.db, req.body)))
  })
  router.get(`${PERMISSIONS}/:permission`, (req, res) => {
    requireSite(tenant, req, res, 'full')
    res.json(permissionOf(grant(tenant.db, String(req.params.permission))))
  })
  router.patch(`${PERMISSIONS}/:permission`, (req, res) => {
    requireSite(tenant, req, res, 'full')
    res.json(permissionOf(changeGrant(tenant.db, String(req.params.permission), req.body)))
  })
  router.delete(`${PERMISSIONS}/:permission`, (req, res) => {
    requireSite(tenant, req, res, 'full')
    removeGrant(tenant.db, String(req.params.permission))
    res.status(204).end()
  })
}

function beginSite(tenant: Tenant): void {
  if (allLists(tenant.db).length > 0) return
  addList(tenant.db, {
    title: USER_LIST,
    description: 'All people.',
    template: 'userInformation',
    hidden: true,
    columns: userListColumns(),
    createdBy: { user: { displayName: 'System Account' } },
    at: instant(tenant.clock.now()),
  })
}

function siteResource(): Record<string, unknown> {
  return {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#sites/$entity',
    createdDateTime: '2021-01-04T09:00:00Z',
    description: '',
    id: SITE_ID,
    lastModifiedDateTime: '2021-01-04T09:00:00Z',
    name: 'follow-through',
    webUrl: SITE_WEB_URL,
    displayName: 'Follow-Through',
    root: {},
    siteCollection: { hostname: SITE_HOST },
  }
}
