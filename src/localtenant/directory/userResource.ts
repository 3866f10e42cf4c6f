import type { Caller } from '../access.ts'
import { type Person, rooms, type SharedMailbox, serviceMailbox } from '../directory.ts'
import { badRequest } from '../graphErrors.ts'
import { selected } from '../query/options.ts'

/** What User.ReadBasic.All shows of other people; jobTitle is not among it. */
const basic = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName']
/** What an answer holds without a $select. */
const usual = [...basic, 'businessPhones', 'jobTitle', 'mobilePhone', 'officeLocation', 'preferredLanguage']
/** What a $select may name besides. */
const more = ['accountEnabled', 'userType', 'department', 'companyName', 'usageLocation', 'createdDateTime']

/** Everything that Graph's /users lists: people, the service mailbox and rooms (a mailbox is an account). */
export const accounts: readonly SharedMailbox[] = [serviceMailbox, ...rooms]

/** Shows an account as Graph's user, as far as the caller may see it. Throws 400 for a property not imitated. */
export function userResource(
  account: Person | SharedMailbox,
  caller: Caller,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  const unknown = select?.find((name) => ![...usual, ...more, '*'].includes(name))
  if (unknown !== undefined)
    throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`)
  const whole = wholeUser(account)
  const seen = seesAll(caller, account.id) ? whole : onlyBasic(whole)
  return selected(seen, select ?? usual)
}

/** Whether more than the basic properties of this account are shown. */
export function seesAll(caller: Caller, id: string): boolean {
  if (caller.permissions.has('User.Read.All')) return true
  return caller.userId === id && caller.permissions.has('User.Read')
}

function wholeUser(account: Person | SharedMailbox): Record<string, unknown> {
  const person = 'jobTitle' in account ? account : undefined
  return {
    id: account.id,
    businessPhones: [],
    displayName: account.displayName,
    givenName: person?.givenName ?? null,
    jobTitle: person?.jobTitle ?? null,
    mail: account.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'en-GB',
    surname: person?.surname ?? null,
    userPrincipalName: account.userPrincipalName,
    accountEnabled: person !== undefined,
    userType: 'Member',
    department: null,
    companyName: 'Thameside Police',
    usageLocation: 'GB',
    createdDateTime: '2021-01-04T09:00:00Z',
  }
}

function onlyBasic(user: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(user).map(([name, value]) => [
      name,
      basic.includes(name) ? value : Array.isArray(value) ? [] : null,
    ]),
  )
}
