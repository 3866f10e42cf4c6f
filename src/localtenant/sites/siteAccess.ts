import type { Request, Response } from 'express'
import { type Caller, callerOf } from '../access.ts'
import { findPerson, type Person } from '../directory.ts'
import { accessDenied, notFound } from '../graphErrors.ts'
import { SITE_ID } from '../settings.ts'
import type { Tenant } from '../tenant.ts'
import { grants, type SiteRole } from './grants.ts'
import { siteUserId } from './siteUsers.ts'

/** What can be done on a site, each level including those before it. */
export const levels = ['none', 'read', 'write', 'manage', 'full'] as const
export type Level = (typeof levels)[number]

/** The caller as the site knows it. */
export interface SiteCaller {
  readonly level: Level
  /** `createdBy` and `lastModifiedBy` of what it writes. */
  readonly identity: Readonly<Record<string, unknown>>
  /** Id in the User Information List: the number behind Author and Editor. */
  readonly userId: number
}

const ofPermission: readonly [string, Level][] = [
  ['Sites.FullControl.All', 'full'],
  ['Sites.Manage.All', 'manage'],
  ['Sites.ReadWrite.All', 'write'],
  ['Sites.Read.All', 'read'],
]
const ofRole: Readonly<Record<SiteRole, Level>> = {
  read: 'read',
  write: 'write',
  owner: 'full',
  fullcontrol: 'full',
}
const ofMembership = { none: 'none', member: 'manage', owner: 'full' } as const

/**
 * Who is calling the site, when they may do what `needed` says. An application holds what it was granted;
 * for a person it holds no more than the person does. Throws 403 accessDenied or 404.
 * https://learn.microsoft.com/graph/permissions-selected-overview
 */
export function requireSite(tenant: Tenant, req: Request, res: Response, needed: Level): SiteCaller {
  if (String(req.params.site).toLowerCase() !== SITE_ID) throw notFound('Requested site could not be found')
  const caller = callerOf(res)
  const person = caller.userId === undefined ? undefined : findPerson(caller.userId)
  const level = levelOf(tenant, caller, person)
  if (rank(level) < rank(needed)) throw accessDenied()
  return { level, identity: identityOf(caller, person), userId: siteUserId(tenant, person) }
}

function levelOf(tenant: Tenant, caller: Caller, person: Person | undefined): Level {
  const application = highest([...consentedLevels(caller), ...grantedLevels(tenant, caller)])
  if (caller.kind === 'application') return application
  return lowest([application, ofMembership[person?.site ?? 'none']])
}

function consentedLevels(caller: Caller): Level[] {
  return ofPermission.filter(([permission]) => caller.permissions.has(permission)).map(([, level]) => level)
}

function grantedLevels(tenant: Tenant, caller: Caller): Level[] {
  if (!caller.permissions.has('Sites.Selected')) return []
  const own = grants(tenant.db).filter((one) => one.appId === caller.appId)
  return own.flatMap((one) => one.roles.map((role) => ofRole[role]))
}

function identityOf(caller: Caller, person: Person | undefined): Record<string, unknown> {
  if (person !== undefined) {
    return { user: { email: person.mail, id: person.id, displayName: person.displayName } }
  }
  return {
    application: { id: caller.appId, displayName: caller.appName },
    user: { displayName: 'SharePoint App' },
  }
}

const rank = (level: Level) => levels.indexOf(level)
const highest = (given: readonly Level[]): Level => levels[Math.max(0, ...given.map(rank))] ?? 'none'
const lowest = (given: readonly Level[]): Level => levels[Math.min(...given.map(rank))] ?? 'none'
