import type { Person } from '../directory.ts'
import { itemsOf } from '../lists/itemStore.ts'
import { listByTitle } from '../lists/listStore.ts'
import type { Tenant } from '../tenant.ts'

export const USER_LIST = 'User Information List'
const APP_NAME = 'i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint'

/**
 * The id of a person in the site's own hidden list; a row is made on their first visit, as SharePoint does.
 * Without a person, the row of "SharePoint App".
 */
export function siteUserId(tenant: Tenant, person: Person | undefined): number {
  const list = listByTitle(tenant.db, USER_LIST)
  const name = person === undefined ? APP_NAME : `i:0#.f|membership|${person.userPrincipalName}`
  const items = itemsOf(tenant, list)
  const known = items.firstWith('Name', name)
  if (known !== undefined) return known
  const fields = person === undefined ? { Name: name, Title: 'SharePoint App' } : personFields(person, name)
  return items.create(fields, { identity: { user: { displayName: 'System Account' } }, userId: 1 }).id
}

function personFields(person: Person, name: string): Record<string, unknown> {
  return {
    Title: person.displayName,
    Name: name,
    EMail: person.mail,
    UserName: person.userPrincipalName,
    FirstName: person.givenName,
    LastName: person.surname,
    JobTitle: person.jobTitle,
    IsSiteAdmin: person.site === 'owner',
  }
}
