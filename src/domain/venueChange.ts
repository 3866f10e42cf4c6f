import type { Instant } from './calendarDays.ts'
import { keyOfName } from './keyOfName.ts'
import type { Change } from './recommendation.ts'
import { mayRunCourses, type Person } from './roles.ts'
import type { Venue } from './venue.ts'

/** What somebody enters about a venue. */
export interface VenueFacts {
  readonly name: string
  readonly address: string
  readonly borough: string
  readonly capacity: number
  readonly access: string
  readonly roomAddress: string
  readonly contact: string
}

export type VenueRefusal =
  | 'not-yours'
  | 'no-name'
  | 'no-capacity'
  | 'room-address'
  | 'no-why'
  | 'nothing-changed'

export type VenueDecided =
  | { readonly ok: true; readonly next: Venue }
  | { readonly ok: false; readonly code: VenueRefusal }

/** Who changes a venue, when, and the reason they give. */
export interface VenueChangeMade {
  readonly actor: Person
  readonly at: Instant
  readonly why: string
}

const largestHall = 10_000

const factNames: Readonly<Record<keyof VenueFacts, string>> = {
  name: 'Name',
  address: 'Address',
  borough: 'Borough',
  capacity: 'Room for',
  access: 'Access',
  roomAddress: 'Mailbox of the room',
  contact: 'Whom to ask',
}
const facts = Object.keys(factNames) as (keyof VenueFacts)[]

/** What a venue says now, in the shape in which it is entered. */
export function factsOfVenue(venue: Venue): VenueFacts {
  const { name, address, borough, capacity, access, roomAddress, contact = '' } = venue
  return { name, address, borough, capacity, access, roomAddress, contact }
}

/** Changes what the directory says of a venue; each fact that differs is a line of its history. */
export function changeVenue(venue: Venue, wanted: VenueFacts, made: VenueChangeMade): VenueDecided {
  const next = tidy(wanted)
  const wrong = wrongWith(next, made)
  if (wrong) return { ok: false, code: wrong }
  const before = factsOfVenue(venue)
  const lines = facts
    .filter((fact) => before[fact] !== next[fact])
    .map((fact) => lineOf(`${factNames[fact]}: ${before[fact]}`, `${factNames[fact]}: ${next[fact]}`, made))
  if (lines.length === 0) return { ok: false, code: 'nothing-changed' }
  if (made.why.trim() === '') return { ok: false, code: 'no-why' }
  return { ok: true, next: { ...venue, ...next, history: [...(venue.history ?? []), ...lines] } }
}

/** A venue that the directory does not have yet. Its key is made from its name and never changes. */
export function newVenue(wanted: VenueFacts, made: VenueChangeMade): VenueDecided {
  const next = tidy(wanted)
  const wrong = wrongWith(next, made)
  if (wrong) return { ok: false, code: wrong }
  const history = [lineOf('', `Added to the directory: ${next.name}`, made)]
  return { ok: true, next: { key: keyOfName(next.name, 'venue'), ...next, closed: false, history } }
}

/** Closes a venue to new dates, or opens it again. Dates that are set there stay. */
export function closeVenue(venue: Venue, closed: boolean, made: VenueChangeMade): VenueDecided {
  if (!mayRunCourses(made.actor)) return { ok: false, code: 'not-yours' }
  if ((venue.closed ?? false) === closed) return { ok: false, code: 'nothing-changed' }
  if (made.why.trim() === '') return { ok: false, code: 'no-why' }
  const line = closed ? lineOf('In use', 'No longer used', made) : lineOf('No longer used', 'In use', made)
  return { ok: true, next: { ...venue, closed, history: [...(venue.history ?? []), line] } }
}

function tidy(wanted: VenueFacts): VenueFacts {
  return {
    name: wanted.name.trim(),
    address: wanted.address.trim(),
    borough: wanted.borough.trim(),
    capacity: wanted.capacity,
    access: wanted.access.trim(),
    roomAddress: wanted.roomAddress.trim().toLowerCase(),
    contact: wanted.contact.trim(),
  }
}

function wrongWith(wanted: VenueFacts, { actor }: VenueChangeMade): VenueRefusal | null {
  if (!mayRunCourses(actor)) return 'not-yours'
  if (wanted.name === '') return 'no-name'
  if (!Number.isInteger(wanted.capacity) || wanted.capacity < 1 || wanted.capacity > largestHall)
    return 'no-capacity'
  if (wanted.roomAddress !== '' && !/^[^\s@]+@[^\s@]+$/.test(wanted.roomAddress)) return 'room-address'
  return null
}

function lineOf(from: string, to: string, { actor, at, why }: VenueChangeMade): Change {
  const reason = why.trim()
  const who = { at, by: actor.name, byObject: actor.objectId }
  return { ...who, field: 'plan', from, to, ...(reason !== '' && { why: reason }), via: 'tab' }
}
