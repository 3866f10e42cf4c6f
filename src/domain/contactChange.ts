import { type Instant, isIsoDate, ukDay } from './calendarDays.ts'
import type { Contact, ContactAct } from './contact.ts'
import type { Sector } from './exercise.ts'
import { limits } from './limits.ts'
import { type DirectoryRules, isInside, keepUntil } from './partnerDirectory.ts'
import { slugOf } from './report.ts'
import { mayInvite, type Person } from './roles.ts'

/** What people type about a partner; everything else about an entry follows from it. */
export interface ContactWords {
  readonly organisation: string
  readonly role: string
  readonly name: string
  readonly address: string
  readonly boroughs: readonly string[]
  readonly sector: Sector
  readonly deputyName: string
  readonly deputyAddress: string
  readonly headquarters: readonly string[]
}

/** One thing that is done to an entry. `left` leaves the role vacant and forgets the person. */
export type ContactDeed =
  | { readonly does: 'change'; readonly words: ContactWords; readonly why: string }
  | { readonly does: 'confirm' }
  | { readonly does: 'left'; readonly why: string }

export type ContactRefusal =
  | 'coordinators-only'
  | 'no-organisation'
  | 'no-role'
  | 'no-name'
  | 'no-address'
  | 'bad-address'
  | 'bad-deputy-address'
  | 'deputy-is-person'
  | 'inside-the-force'
  | 'police-sector'
  | 'too-long'
  | 'no-why'
  | 'nothing-changed'
  | 'already-vacant'
  | 'is-vacant'

/** Who does it, when, and by which rules. */
export interface ContactDoing {
  readonly actor: Person
  readonly at: Instant
  readonly rules: DirectoryRules
  /** Domain of the force's own addresses. */
  readonly ownDomain: string
}

export type ContactOutcome =
  | { readonly ok: true; readonly next: Contact }
  | { readonly ok: false; readonly code: ContactRefusal }

const plainAddress = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/

/** Whether a text is an e-mail address such as people have; display names and several at once are not. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && plainAddress.test(text)
}

/** What forbids the words of an entry; null when they can be kept. A vacant role has neither name nor address. */
export function wordsRefusal(words: ContactWords, ownDomain: string): ContactRefusal | null {
  if (words.organisation === '') return 'no-organisation'
  if (words.role === '') return 'no-role'
  if (words.sector === 'police') return 'police-sector'
  if (words.name === '' && words.address !== '') return 'no-name'
  if (words.name !== '' && words.address === '') return 'no-address'
  if (words.address !== '' && !isAddress(words.address)) return 'bad-address'
  if (words.deputyAddress !== '' && !isAddress(words.deputyAddress)) return 'bad-deputy-address'
  if (words.deputyAddress !== '' && same(words.deputyAddress, words.address)) return 'deputy-is-person'
  if (isInside(words.address, ownDomain) || isInside(words.deputyAddress, ownDomain))
    return 'inside-the-force'
  const { organisation, role, name, address, deputyName, deputyAddress } = words
  const longest = Math.max(
    ...[organisation, role, name, address, deputyName, deputyAddress].map((text) => text.length),
  )
  return longest > limits.textCharacters ? 'too-long' : null
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/**
 * A new entry. What somebody enters or imports today counts as confirmed today, unless the source says an earlier
 * day.
 * @param taken keys that are there already
 * @param source.what where it comes from, for its history
 */
export function newContact(
  words: ContactWords,
  doing: ContactDoing,
  taken: ReadonlySet<string>,
  source: { readonly does: 'added' | 'imported'; readonly what: string; readonly confirmed?: string | null },
): ContactOutcome {
  if (!mayInvite(doing.actor)) return { ok: false, code: 'coordinators-only' }
  const tidy = tidied(words)
  const refused = wordsRefusal(tidy, doing.ownDomain)
  if (refused) return { ok: false, code: refused }
  const today = ukDay(doing.at)
  const said = source.confirmed ?? ''
  const confirmed = isIsoDate(said) && said <= today ? said : today
  const vacant = tidy.address === ''
  const entry: Contact = {
    key: freeKey(tidy, taken),
    ...fieldsOf(tidy),
    lastConfirmed: confirmed,
    keepUntil: vacant ? null : keepUntil(confirmed, doing.rules),
    vacantSince: vacant ? today : null,
    history: [],
  }
  return { ok: true, next: withLine(entry, doing, source.does, source.what, '') }
}

/** Decides what is done to an entry. Confirming moves its retention date on; so does every change of it. */
export function applyToContact(contact: Contact, deed: ContactDeed, doing: ContactDoing): ContactOutcome {
  if (!mayInvite(doing.actor)) return { ok: false, code: 'coordinators-only' }
  if (deed.does === 'confirm') return confirmed(contact, doing)
  if (deed.does === 'left') return left(contact, deed.why, doing)
  return changed(contact, tidied(deed.words), deed.why, doing)
}

function confirmed(contact: Contact, doing: ContactDoing): ContactOutcome {
  const today = ukDay(doing.at)
  if (contact.address === '') return { ok: false, code: 'is-vacant' }
  if (contact.lastConfirmed === today) return { ok: false, code: 'nothing-changed' }
  const next = { ...contact, lastConfirmed: today, keepUntil: keepUntil(today, doing.rules) }
  return { ok: true, next: withLine(next, doing, 'confirmed', '', '') }
}

function left(contact: Contact, why: string, doing: ContactDoing): ContactOutcome {
  if (contact.address === '') return { ok: false, code: 'already-vacant' }
  if (why.trim() === '') return { ok: false, code: 'no-why' }
  const { deputyName: _name, deputyAddress: _address, ...rest } = contact
  const today = ukDay(doing.at)
  const next: Contact = {
    ...rest,
    ...{ name: '', address: '', vacantSince: today, lastConfirmed: today, keepUntil: null },
  }
  return { ok: true, next: withLine(next, doing, 'left', '', why.trim()) }
}

function changed(contact: Contact, words: ContactWords, why: string, doing: ContactDoing): ContactOutcome {
  const refused = wordsRefusal(words, doing.ownDomain)
  if (refused) return { ok: false, code: refused }
  const what = changedFields(wordsOf(contact), words)
  if (what.length === 0) return { ok: false, code: 'nothing-changed' }
  const today = ukDay(doing.at)
  const vacant = words.address === ''
  const { deputyName: _name, deputyAddress: _address, ...rest } = contact
  const next: Contact = {
    ...rest,
    ...fieldsOf(words),
    lastConfirmed: today,
    keepUntil: vacant ? null : keepUntil(today, doing.rules),
    vacantSince: vacant ? (contact.vacantSince ?? today) : null,
  }
  const joined = contact.address === '' && !vacant
  return { ok: true, next: withLine(next, doing, joined ? 'joined' : 'changed', what.join(', '), why.trim()) }
}

/** What people type about a partner, as an entry has it. */
export function wordsOf(contact: Contact): ContactWords {
  return {
    ...{ organisation: contact.organisation, role: contact.role, name: contact.name },
    ...{ address: contact.address, boroughs: contact.boroughs, sector: contact.sector ?? 'other' },
    ...{ deputyName: contact.deputyName ?? '', deputyAddress: contact.deputyAddress ?? '' },
    headquarters: contact.headquarters ?? [],
  }
}

const fieldNames: readonly (readonly [field: keyof ContactWords, name: string])[] = [
  ['organisation', 'organisation'],
  ['role', 'role'],
  ['name', 'name'],
  ['address', 'address'],
  ['boroughs', 'boroughs'],
  ['sector', 'sector'],
  ['deputyName', 'deputy'],
  ['deputyAddress', 'deputy’s address'],
  ['headquarters', 'headquarters'],
]

/** Names of the fields in which two entries differ, never what stands in them. */
export function changedFields(before: ContactWords, after: ContactWords): readonly string[] {
  return fieldNames
    .filter(([field]) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(([, name]) => name)
}

/** The entry with a line of history. */
export function withLine(
  contact: Contact,
  { actor, at }: Pick<ContactDoing, 'actor' | 'at'>,
  does: ContactAct,
  what: string,
  why: string,
): Contact {
  const line = { at, by: actor.name, byObject: actor.objectId, does, what, why }
  return { ...contact, history: [...(contact.history ?? []), line] }
}

function fieldsOf(words: ContactWords) {
  const { deputyName, deputyAddress, ...rest } = words
  return { ...rest, ...(deputyName && { deputyName }), ...(deputyAddress && { deputyAddress }) }
}

function tidied(words: ContactWords): ContactWords {
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
  return {
    ...words,
    ...{ organisation: tidy(words.organisation), role: tidy(words.role), name: tidy(words.name) },
    ...{ address: words.address.trim(), deputyName: tidy(words.deputyName) },
    deputyAddress: words.deputyAddress.trim(),
  }
}

/** Organisation and role name the place; a second person in it gets a number. No name and no address is in it. */
function freeKey({ organisation, role }: ContactWords, taken: ReadonlySet<string>): string {
  const plain = `${slugOf(organisation, 80)}/${slugOf(role, 80)}`
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? plain : `${plain}/${number}`
    if (!taken.has(key)) return key
  }
}
