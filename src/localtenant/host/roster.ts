import type { Mailbox, Person } from './tenantApi.ts'

/** Who the window is open as: a person of the tenant, or a mailbox outside it that has only Outlook. */
export interface SignedIn {
  /** What stands in the page's address for this user. */
  readonly key: string
  readonly name: string
  readonly address: string
  readonly person?: Person
}

/** The local part of a person's sign-in name. */
export const keyOf = (person: Person): string =>
  person.userPrincipalName.split('@')[0] ?? person.userPrincipalName

/** Finds a user by what stands in the address: local part, whole sign-in name, object id, or mailbox. */
export function findUser(
  key: string | undefined,
  people: readonly Person[],
  mailboxes: readonly Mailbox[],
): SignedIn | undefined {
  if (!key) return undefined
  const wanted = key.toLowerCase()
  const person = people.find((each) =>
    [keyOf(each), each.userPrincipalName, each.id].some((name) => name.toLowerCase() === wanted),
  )
  if (person) {
    return { key: keyOf(person), name: person.displayName, address: person.userPrincipalName, person }
  }
  const mailbox = mailboxes.find((each) => each.address.toLowerCase() === wanted)
  return mailbox && { key: mailbox.address, name: mailbox.name, address: mailbox.address }
}
