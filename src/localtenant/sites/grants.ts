import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { badRequest, notFound } from '../graphErrors.ts'
import { mustFit } from '../shapes.ts'
import { permissionShape } from './siteShapes.ts'

export const siteRoles = ['read', 'write', 'owner', 'fullcontrol'] as const
export type SiteRole = (typeof siteRoles)[number]

/** A Sites.Selected grant: what one application may do on the site. */
export interface Grant {
  readonly id: string
  readonly roles: readonly SiteRole[]
  readonly appId: string
  readonly appName: string
}

/** Every grant of the site. */
export function grants(db: DatabaseSync): Grant[] {
  return db
    .prepare('select * from site_permissions order by rowid')
    .all()
    .map((row) => ({
      id: String(row.id),
      roles: JSON.parse(String(row.roles)),
      appId: String(row.app_id),
      appName: String(row.app_name),
    }))
}

/** One grant. Throws 404. */
export function grant(db: DatabaseSync, id: string): Grant {
  const found = grants(db).find((one) => one.id === id)
  if (found === undefined) throw notFound()
  return found
}

/** Keeps a new grant from the body of POST /sites/{id}/permissions. Throws 400. */
export function addGrant(db: DatabaseSync, body: unknown): Grant {
  mustFit(permissionShape, body, 'permission')
  const { appId, appName } = grantedApplication(body)
  const made: Grant = {
    id: Buffer.from(randomUUID()).toString('base64url'),
    roles: readRoles(body),
    appId,
    appName,
  }
  db.prepare('insert into site_permissions (id, roles, app_id, app_name) values (?, ?, ?, ?)').run(
    made.id,
    JSON.stringify(made.roles),
    appId,
    appName,
  )
  return made
}

/** Changes the roles of a grant. Throws 400 or 404. */
export function changeGrant(db: DatabaseSync, id: string, body: unknown): Grant {
  mustFit(permissionShape, body, 'permission')
  const changed = { ...grant(db, id), roles: readRoles(body) }
  db.prepare('update site_permissions set roles = ? where id = ?').run(JSON.stringify(changed.roles), id)
  return changed
}

/** Takes a grant back. Throws 404. */
export function removeGrant(db: DatabaseSync, id: string): void {
  grant(db, id)
  db.prepare('delete from site_permissions where id = ?').run(id)
}

/** A grant as Graph's permission resource. */
export function permissionOf({ id, roles, appId, appName }: Grant): Record<string, unknown> {
  const identities = [{ application: { displayName: appName, id: appId } }]
  return { id, roles, grantedToIdentitiesV2: identities, grantedToIdentities: identities }
}

function readRoles(body: unknown): SiteRole[] {
  const given = member(body, 'roles')
  const roles = Array.isArray(given) ? given : []
  const known = roles.filter((role) => siteRoles.includes(role))
  if (known.length === 0 || known.length < roles.length) {
    throw badRequest(`Roles must be one or more of ${siteRoles.join(', ')}.`)
  }
  return known
}

function grantedApplication(body: unknown): { appId: string; appName: string } {
  const many = member(body, 'grantedToIdentitiesV2') ?? member(body, 'grantedToIdentities')
  const one = member(body, 'grantedToV2') ?? member(body, 'grantedTo')
  const application = member(Array.isArray(many) ? many[0] : one, 'application')
  const appId = member(application, 'id')
  if (typeof appId !== 'string') throw badRequest('A grant needs the application it is for.')
  return { appId, appName: String(member(application, 'displayName') ?? '') }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as Record<string, unknown>)[name]
}
