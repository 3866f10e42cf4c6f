import type { Exercise, Invitee } from './exercise.ts'
import { type DirectoryView, partnerOpenings } from './partnerOpenings.ts'
import { policeOpenings } from './policeOpenings.ts'
import type { Post } from './post.ts'
import { type RoleTemplate, roleName } from './roleTemplate.ts'
import type { LeftOut, Opening, RoleOpenings, SeatReason, SeatWarning } from './rosterReasons.ts'
import { type SectorGap, sectorGaps } from './sectorGaps.ts'

/** What a proposal is made from. */
export interface RosterInput {
  readonly roles: readonly RoleTemplate[]
  readonly exercise: Pick<Exercise, 'unit' | 'boroughs' | 'invitees'>
  readonly directory: DirectoryView
  readonly posts: readonly Post[]
  /** How the force is called beside its own people. */
  readonly force: string
}

/** `same`: nothing changes; `kept`: the rules would say otherwise, and what is there stays. */
export type SeatChange = 'new' | 'changed' | 'same' | 'kept' | 'dropped'

/** One place in the room as it is proposed. */
export interface Seat {
  readonly invitee: Invitee
  readonly reason: SeatReason
  readonly warnings: readonly SeatWarning[]
  readonly change: SeatChange
  /** Who has the place now; null for a new one. */
  readonly before: Invitee | null
  /** Others who could have it, the best first. */
  readonly others: readonly Opening[]
}

export interface RosterProposal {
  readonly seats: readonly Seat[]
  readonly leftOut: readonly LeftOut[]
  /** Sectors for which the roles ask for nobody. */
  readonly gaps: readonly SectorGap[]
}

/**
 * Proposes who is asked to an exercise, role by role: held, vacant or unknown, each with its reason. People who have
 * answered, stand in or were put there by hand stay where they are; whoever else the rules would put in their place
 * is offered beside them.
 */
export function proposeRoster(input: RosterInput): RosterProposal {
  const { roles, exercise } = input
  const openings = roles.map((role) => openingsOf(role, input))
  const free = new Set(exercise.invitees)
  const wanted = openings.flatMap(({ seats }) => seats)
  const found = takeSamePeople(wanted, free)
  const seats = wanted.map((seat) => found.get(seat) ?? takePlace(seat, free, input))
  const rest = [...free].map((invitee) => leftOver(invitee, roles))
  return {
    seats: withSittingTwice([...seats, ...rest]),
    leftOut: openings.flatMap(({ leftOut }) => leftOut),
    gaps: sectorGaps(roles),
  }
}

type Wanted = RoleOpenings['seats'][number]

function openingsOf(role: RoleTemplate, input: RosterInput): RoleOpenings {
  const { roles, exercise, directory, posts, force } = input
  return role.side === 'police'
    ? policeOpenings(role, roles, exercise, posts, force)
    : partnerOpenings(role, roles, exercise, directory)
}

/** Places whose person is there already for the role, whoever of those who could have it that is. */
function takeSamePeople(wanted: readonly Wanted[], free: Set<Invitee>): Map<Wanted, Seat> {
  const found = new Map<Wanted, Seat>()
  for (const seat of wanted) {
    const at = seat.findIndex(({ invitee }) => invitee.state === 'known' && thereFor(invitee, free))
    const opening = seat[at]
    const before = opening && thereFor(opening.invitee, free)
    if (!opening || !before) continue
    free.delete(before)
    const invitee = { ...before, ...factsOf(opening.invitee) }
    found.set(seat, {
      ...{ invitee, reason: opening.reason, warnings: opening.warnings, before },
      change: samePlace(before, invitee) ? 'same' : 'changed',
      others: seat.filter((_one, index) => index !== at),
    })
  }
  return found
}

function thereFor(wanted: Invitee, free: ReadonlySet<Invitee>): Invitee | undefined {
  return [...free].find(
    (one) =>
      sameRole(one, wanted) &&
      one.state === 'known' &&
      one.address.toLowerCase() === wanted.address.toLowerCase(),
  )
}

/** What the role and the directory say of a place; answers, chases and whoever stands in belong to the day. */
function factsOf(invitee: Invitee) {
  const { response: _, ...facts } = invitee
  return facts
}

/** A place for which nobody of those who could have it is there: an empty place of the role is filled first. */
function takePlace([best, ...others]: Wanted, free: Set<Invitee>, input: RosterInput): Seat {
  const of = [...free].filter((one) => sameRole(one, best.invitee))
  const before = of.find((one) => one.state !== 'known') ?? of.find((one) => !hasToStay(one, input)) ?? null
  const blocking = before ? undefined : of.find((one) => mustStay(one, input))
  if (blocking && best.invitee.state === 'known') {
    free.delete(blocking)
    const { invitee, reason, warnings } = keptSeat(blocking)
    return { invitee, reason, warnings, change: 'kept', before: blocking, others: [best, ...others] }
  }
  if (before) free.delete(before)
  const change = before === null ? 'new' : samePlace(before, best.invitee) ? 'same' : 'changed'
  return { ...best, change, before, others }
}

/** A role with one place keeps its person; where every holder is asked, one more is no reason to move anybody. */
function mustStay(one: Invitee, input: RosterInput): boolean {
  const role = input.roles.find((role) => roleName(role.role) === roleName(one.role))
  return hasToStay(one, input) && !role?.each
}

function hasToStay(one: Invitee, { directory, posts }: RosterInput): boolean {
  return isDecided(one) || !isFromDirectory(one, directory, posts)
}

/** The person has said something, or somebody has arranged something with them. */
function isDecided(one: Invitee): boolean {
  return one.response !== 'none' || Boolean(one.standIn) || one.attended !== undefined
}

function isFromDirectory(one: Invitee, { contacts }: DirectoryView, posts: readonly Post[]): boolean {
  const address = one.address.toLowerCase()
  if (contacts.some((contact) => contact.key === one.personRef || contact.address.toLowerCase() === address))
    return true
  return posts.some((post) =>
    [post.holder, post.deputy].some(
      (person) => person && (person.objectId === one.personRef || person.address.toLowerCase() === address),
    ),
  )
}

/** Somebody whom no role of the template asks for at this exercise any more. */
function leftOver(invitee: Invitee, roles: readonly RoleTemplate[]): Seat {
  const role = roles.find((one) => roleName(one.role) === roleName(invitee.role))
  // An empty place of a role that has its people now says nothing any more.
  const dropped = role !== undefined && invitee.state !== 'known'
  return dropped ? { ...keptSeat(invitee), change: 'dropped' } : keptSeat(invitee)
}

function keptSeat(invitee: Invitee): Seat {
  const reason: SeatReason =
    invitee.response === 'none'
      ? { code: 'kept-by-hand' }
      : { code: 'kept-answer', response: invitee.response }
  return { invitee, reason, warnings: [], change: 'kept', before: invitee, others: [] }
}

function sameRole(one: Invitee, other: Invitee): boolean {
  return roleName(one.role) === roleName(other.role)
}

/** Whether nothing changes that anybody would notice: the person, or that there is none, and how much it matters. */
function samePlace(one: Invitee, other: Invitee): boolean {
  return (
    one.state === other.state &&
    one.required === other.required &&
    one.address.toLowerCase() === other.address.toLowerCase()
  )
}

/** One person may hold two roles; they get one message, and whoever plans should know. */
function withSittingTwice(seats: readonly Seat[]): readonly Seat[] {
  const first = new Map<string, string>()
  return seats.map((seat) => {
    const address = seat.invitee.address.toLowerCase()
    if (address === '' || seat.change === 'dropped') return seat
    const role = first.get(address)
    if (role === undefined) {
      first.set(address, seat.invitee.role)
      return seat
    }
    return { ...seat, warnings: [...seat.warnings, { code: 'sits-twice', role }] }
  })
}
