import type { Response } from 'express'
import { directoryDenied, type Needed, requirePermission } from '../access.ts'
import { findPerson } from '../directory.ts'
import { badRequest, GraphError } from '../graphErrors.ts'

const both = (...names: string[]): Needed => ({ delegated: names, application: names })

/** Which permission each part of the directory needs, the least first (learn.microsoft.com/graph/api). */
export const directoryNeeds = {
  readApplications: both('Application.Read.All', 'Application.ReadWrite.All'),
  writeApplications: both('Application.ReadWrite.All'),
  assignRoles: both('AppRoleAssignment.ReadWrite.All'),
  grantScopes: both('DelegatedPermissionGrant.ReadWrite.All'),
}

/** Throws 403 unless the application may, and the person behind it, if there is one, administers the tenant. */
export function requireDirectory(res: Response, needed: Needed): void {
  const caller = requirePermission(res, needed, directoryDenied)
  const person = caller.userId === undefined ? undefined : findPerson(caller.userId)
  if (caller.kind === 'delegated' && !person?.appRoles.includes('FollowThrough.Administrator'))
    throw directoryDenied()
}

/** The directory's 400. */
export const directoryRefusal = (message: string, code = 'Request_BadRequest') => badRequest(message, code)

/** The directory's 409 for what is there already. */
export const alreadyThere = (message: string) =>
  new GraphError(409, 'Request_MultipleObjectsWithSameKeyValue', message)
