import type { Instant, IsoDate } from './calendarDays.ts'
import type { Contact } from './contact.ts'
import type { Post } from './post.ts'

/** Groups of people whom a bulletin can go to, beside addresses that somebody types. */
export const bulletinAudiences = ['post-holders', 'learners', 'partners'] as const
export type BulletinAudience = (typeof bulletinAudiences)[number]

/** Somebody who gets a bulletin: by card in the tenant, by mail outside. */
export interface BulletinReader {
  /** Entra object id; empty for people outside the tenant. */
  readonly objectId: string
  readonly name: string
  readonly address: string
}

/** People who may be reached, by the group they belong to. */
export interface BulletinPeople {
  readonly posts: readonly Post[]
  /** People with a booking that is not long ago. */
  readonly learners: readonly BulletinReader[]
  readonly contacts: readonly Contact[]
}

/** Most people of one bulletin: it is news for those concerned and no circular to the whole force. */
export const mostReaders = 2_000

/**
 * Everybody who is to get a bulletin, each once, by name.
 * @param typed addresses, one a line or between commas
 */
export function readersOf(
  people: BulletinPeople,
  audiences: readonly BulletinAudience[],
  typed: string,
): readonly BulletinReader[] {
  const groups: Readonly<Record<BulletinAudience, readonly BulletinReader[]>> = {
    'post-holders': people.posts.flatMap(({ holder, deputy }) =>
      [holder, deputy].flatMap((one) => one ?? []),
    ),
    learners: people.learners,
    partners: people.contacts.map(({ name, organisation, address }) => ({
      ...{ objectId: '', name: name || organisation, address },
    })),
  }
  const wanted = [...audiences.flatMap((audience) => groups[audience]), ...typedReaders(typed)]
  const found = new Map<string, BulletinReader>()
  for (const { objectId, name, address } of wanted) {
    const key = address.trim().toLowerCase() || objectId
    const before = found.get(key)
    if (key !== '' && (!before || before.objectId === ''))
      found.set(key, { objectId, name: name || address, address: address.trim() })
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

const typedReaders = (typed: string): readonly BulletinReader[] =>
  addressesIn(typed).map((address) => ({ objectId: '', name: address, address }))

/** What is typed, address by address. */
export function addressesIn(typed: string): readonly string[] {
  return typed.split(/[\s,;]+/).filter(Boolean)
}

/** What is typed and cannot be an address. */
export function notAddresses(typed: string): readonly string[] {
  return addressesIn(typed).filter((one) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(one))
}

/** A bulletin that was given to the service, and how far it got. */
export interface BulletinOrder {
  /** `bulletin/2021-06-01`. */
  readonly key: string
  readonly day: IsoDate
  readonly orderedAt: Instant
  readonly orderedBy: string
  readonly readers: number
  readonly state: 'waiting' | 'sending' | 'sent'
  readonly sent: number
  /** Sent before, so that nobody gets it twice. */
  readonly skipped: number
  readonly failed: number
  /** The first of those whom it did not reach, with why. */
  readonly trouble: readonly { readonly name: string; readonly note: string }[]
}

export type OrderRefusal =
  | 'not-yours'
  | 'no-reader'
  | 'too-many'
  | 'not-an-address'
  | 'already-today'
  | 'editorial-long'
