import { addMonths } from './addMonths.ts'
import type { IsoDate } from './calendarDays.ts'
import type { Contact } from './contact.ts'
import { roleName } from './roleTemplate.ts'
import { type Successor, successorOf } from './successorBodies.ts'

/** How long an entry is trusted and how long it is kept, both counted from the day it was last confirmed. */
export interface DirectoryRules {
  /** After so many months somebody should ask whether the entry is still right. */
  readonly staleAfterMonths: number
  /** After so many months without a word the entry is to be taken away. */
  readonly keepMonths: number
}

/** Half a year until it is asked again, two years until it goes: what the directory begins with. */
export const firstRules: DirectoryRules = { staleAfterMonths: 6, keepMonths: 24 }

/** Where the rules are kept among the settings. */
export const directoryRulesKey = 'partner-directory'

/** Reads rules from a setting; null for anything that cannot be rules. */
export function readDirectoryRules(value: unknown): DirectoryRules | null {
  if (typeof value !== 'object' || value === null) return null
  const staleAfterMonths: unknown = Reflect.get(value, 'staleAfterMonths')
  const keepMonths: unknown = Reflect.get(value, 'keepMonths')
  if (!isMonths(staleAfterMonths, 24) || !isMonths(keepMonths, 84)) return null
  return keepMonths < staleAfterMonths ? null : { staleAfterMonths, keepMonths }
}

function isMonths(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
}

/** The retention date of an entry that was confirmed on a day. */
export function keepUntil(confirmed: IsoDate, rules: DirectoryRules): IsoDate {
  return addMonths(confirmed, rules.keepMonths)
}

/** Why entries are taken for the same: one address, one person, or one place that two people hold. */
export type DuplicateKind = 'same-address' | 'same-person' | 'same-place'

/** What is to be looked at in an entry. */
export type ContactNote =
  | { readonly code: 'past-retention'; readonly since: IsoDate }
  | { readonly code: 'replaced-body'; readonly successor: Successor }
  | { readonly code: 'duplicate'; readonly kind: DuplicateKind; readonly others: readonly string[] }
  | { readonly code: 'vacant'; readonly since: IsoDate }
  | { readonly code: 'never-confirmed' }
  | { readonly code: 'stale'; readonly confirmed: IsoDate }
  | { readonly code: 'inside-the-force' }
  | { readonly code: 'no-deputy' }

/** The notes that ask somebody to do something; the others are only said. */
export const pressingNotes: readonly ContactNote['code'][] = [
  'past-retention',
  'replaced-body',
  'duplicate',
  'vacant',
  'never-confirmed',
  'stale',
  'inside-the-force',
]

/** Everything that is to be looked at in each entry, the most pressing first, by the entry's key. */
export function notesOf(
  contacts: readonly Contact[],
  rules: DirectoryRules,
  today: IsoDate,
  ownDomain: string,
): ReadonlyMap<string, readonly ContactNote[]> {
  const duplicates = duplicatesByKey(contacts)
  return new Map(
    contacts.map((contact) => {
      const notes: ContactNote[] = []
      if (isPastRetention(contact, today))
        notes.push({ code: 'past-retention', since: contact.keepUntil ?? today })
      const successor = successorOf(contact.organisation, contact.boroughs, contact.role)
      if (successor) notes.push({ code: 'replaced-body', successor })
      for (const found of duplicates.get(contact.key) ?? []) notes.push({ code: 'duplicate', ...found })
      if (isVacant(contact)) notes.push({ code: 'vacant', since: contact.vacantSince ?? today })
      else notes.push(...notesOfPerson(contact, rules, today, ownDomain))
      return [contact.key, notes]
    }),
  )
}

function notesOfPerson(
  contact: Contact,
  rules: DirectoryRules,
  today: IsoDate,
  ownDomain: string,
): readonly ContactNote[] {
  const notes: ContactNote[] = []
  // What is over its date is asked about already.
  if (isPastRetention(contact, today)) return notes
  if (!contact.lastConfirmed) notes.push({ code: 'never-confirmed' })
  else if (isStale(contact, rules, today)) notes.push({ code: 'stale', confirmed: contact.lastConfirmed })
  if (isInside(contact.address, ownDomain)) notes.push({ code: 'inside-the-force' })
  if (!contact.deputyAddress) notes.push({ code: 'no-deputy' })
  return notes
}

/** Whether nobody holds the role of the entry. */
export function isVacant(contact: Pick<Contact, 'vacantSince' | 'address'>): boolean {
  return Boolean(contact.vacantSince) || contact.address === ''
}

/** Whether the entry was confirmed too long ago to be trusted; never confirmed counts as such. */
export function isStale(
  contact: Pick<Contact, 'lastConfirmed'>,
  { staleAfterMonths }: DirectoryRules,
  today: IsoDate,
): boolean {
  return !contact.lastConfirmed || addMonths(contact.lastConfirmed, staleAfterMonths) < today
}

/** Whether the day until which the entry may be kept is over; on the day itself it may. */
export function isPastRetention(contact: Pick<Contact, 'keepUntil'>, today: IsoDate): boolean {
  return Boolean(contact.keepUntil) && (contact.keepUntil ?? '') < today
}

/** Whether an address belongs to the force itself or to a part of its domain. */
export function isInside(address: string, ownDomain: string): boolean {
  const domain = address.toLowerCase().split('@').at(-1) ?? ''
  const own = ownDomain.toLowerCase()
  return own !== '' && (domain === own || domain.endsWith(`.${own}`))
}

/** Entries that seem to be the same, with what makes them so. */
export interface DuplicateGroup {
  readonly kind: DuplicateKind
  readonly keys: readonly string[]
}

/**
 * Entries that say the same twice: one address for one role, one person at one organisation, or two people in the
 * same role at the same organisation for one borough. A person with two roles, told apart by their addresses or
 * not, is no duplicate.
 */
export function duplicateGroups(contacts: readonly Contact[]): readonly DuplicateGroup[] {
  const held = contacts.filter((one) => !isVacant(one))
  const groups = [
    ...grouped(
      'same-address',
      held,
      (one) => `${one.address.trim().toLowerCase()} ${roleName(one.role)}`,
      overlap,
    ),
    ...grouped(
      'same-person',
      held,
      (one) => `${personName(one.name)} / ${organisationName(one.organisation)} / ${roleName(one.role)}`,
      () => true,
    ),
    ...grouped(
      'same-place',
      contacts,
      (one) => `${organisationName(one.organisation)} / ${roleName(one.role)}`,
      overlap,
    ),
  ]
  const seen = new Set<string>()
  return groups.filter(({ keys }) => {
    const name = [...keys].sort().join('\n')
    return seen.has(name) ? false : seen.add(name)
  })
}

function grouped(
  kind: DuplicateKind,
  contacts: readonly Contact[],
  nameOf: (contact: Contact) => string,
  also: (one: Contact, other: Contact) => boolean,
): readonly DuplicateGroup[] {
  const byName = Map.groupBy(contacts, nameOf)
  return [...byName.values()].flatMap((group) => {
    const keys = group
      .filter((one) => group.some((other) => other.key !== one.key && also(one, other)))
      .map(({ key }) => key)
    return keys.length > 1 ? [{ kind, keys }] : []
  })
}

function duplicatesByKey(contacts: readonly Contact[]) {
  const found = new Map<string, { kind: DuplicateKind; others: readonly string[] }[]>()
  for (const { kind, keys } of duplicateGroups(contacts)) {
    for (const key of keys) {
      const others = keys.filter((other) => other !== key)
      found.set(key, [...(found.get(key) ?? []), { kind, others }])
    }
  }
  return found
}

/** Whether two entries serve a borough in common; an entry without boroughs serves all. */
function overlap(one: Contact, other: Contact): boolean {
  if (one.boroughs.length === 0 || other.boroughs.length === 0) return true
  return one.boroughs.some((borough) => other.boroughs.includes(borough))
}

const titles = /\b(?:dr|mr|mrs|ms|mx|miss|prof|professor|sir|dame|cllr)\b/g

/** A person's name as it is compared: titles, case and punctuation do not count, nor does "surname, first name". */
export function personName(name: string): string {
  const [last = '', first] = name.split(',')
  const inOrder = first === undefined ? name : `${first} ${last}`
  return roleName(roleName(inOrder).replace(titles, ' '))
}

/** An organisation's name as it is compared: `NHS`, `the` and the kind of company do not count. */
export function organisationName(name: string): string {
  return roleName(
    roleName(name).replace(/\b(?:nhs|the|foundation|trust|council|london borough of|lb|ltd)\b/g, ' '),
  )
}
