import type { Contact } from '../domain/contact.ts'
import {
  applyToContact,
  type ContactDeed,
  type ContactDoing,
  type ContactRefusal,
  type ContactWords,
  newContact,
} from '../domain/contactChange.ts'
import type { DirectoryRules } from '../domain/partnerDirectory.ts'
import type { Person } from '../domain/roles.ts'
import type { ContactDirectory } from './directoryPorts.ts'
import type { Clock, Stored } from './ports.ts'

/** Who changes the directory, and the rules that hold in it. */
export interface DirectoryActor {
  readonly actor: Person
  readonly rules: DirectoryRules
  /** Domain of the force's own addresses. */
  readonly ownDomain: string
}

export type ContactEdit =
  | { readonly ok: true; readonly row: Stored<Contact> }
  | { readonly ok: false; readonly code: ContactRefusal | 'already-there' }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Contact> }

/** Who does it and when, as the rules want to know it. */
export async function doingOf(clock: Pick<Clock, 'now'>, by: DirectoryActor): Promise<ContactDoing> {
  const { actor, rules, ownDomain } = by
  return { actor, rules, ownDomain, at: await clock.now() }
}

/**
 * Adds an entry to the directory. Refused by the rules, or when the same person is there for the role; a repeated
 * call after a lost answer finds its own. Throws `M365Error`.
 */
export async function addContact(
  deps: { readonly contacts: Pick<ContactDirectory, 'create' | 'all'>; readonly clock: Pick<Clock, 'now'> },
  input: DirectoryActor & { readonly words: ContactWords; readonly from: string },
): Promise<ContactEdit> {
  const doing = await doingOf(deps.clock, input)
  const there = (await deps.contacts.all()).rows
  const taken = new Set(there.map(({ value }) => value.key))
  const decided = newContact(input.words, doing, taken, { does: 'added', what: input.from })
  if (!decided.ok) return decided
  const { address, role } = decided.next
  const double = there.find(
    ({ value }) =>
      address !== '' && value.address.toLowerCase() === address.toLowerCase() && value.role === role,
  )
  if (double) return { ok: false, code: 'already-there' }
  const { row, already } = await deps.contacts.create(decided.next)
  return already ? { ok: false, code: 'already-there' } : { ok: true, row }
}

/**
 * Changes or confirms an entry, or notes that the person has left. Refused with a code by the rules, or when somebody
 * saved since the version in `etag`. Throws `M365Error`; the same call may be repeated.
 */
export async function changeContact(
  deps: { readonly contacts: Pick<ContactDirectory, 'get' | 'save'>; readonly clock: Pick<Clock, 'now'> },
  input: DirectoryActor & { readonly id: string; readonly etag: string; readonly deed: ContactDeed },
): Promise<ContactEdit> {
  const current = await deps.contacts.get(input.id)
  const decided = applyToContact(current.value, input.deed, await doingOf(deps.clock, input))
  if (current.etag !== input.etag) {
    // An earlier attempt whose answer was lost left the entry just as it was wanted.
    const done = !decided.ok && (decided.code === 'nothing-changed' || decided.code === 'already-vacant')
    return done ? { ok: true, row: current } : { ok: false, code: 'changed-meanwhile', theirs: current }
  }
  if (!decided.ok) return decided
  const saved = await deps.contacts.save({ id: input.id, etag: input.etag }, decided.next)
  return saved.ok ? { ok: true, row: saved.row } : saved
}
