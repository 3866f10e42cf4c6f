import type { Exercise } from './exercise.ts'
import type { Post } from './post.ts'
import { bestRole } from './roleMatch.ts'
import { type RoleTemplate, roleName } from './roleTemplate.ts'
import type { Opening, RoleOpenings } from './rosterReasons.ts'

/** A police role at an exercise: the posts of the unit that carry it, and who holds them now. */
export function policeOpenings(
  role: RoleTemplate,
  roles: readonly RoleTemplate[],
  exercise: Pick<Exercise, 'unit' | 'boroughs'>,
  posts: readonly Post[],
  force: string,
): RoleOpenings {
  const openings = posts
    .filter((post) => isOfUnit(post.unit, exercise) && bestRole(post.title, roles) === role)
    .map((post) => openingOf(role, post, force))
    .toSorted((one, other) => Number(isEmpty(one)) - Number(isEmpty(other)))
  const [best, ...others] = openings
  if (!best) return { seats: [[noSuchPost(role, exercise.unit, force)]], leftOut: [] }
  return { seats: role.each ? openings.map((one) => [one]) : [[best, ...others]], leftOut: [] }
}

function isOfUnit(unit: string, exercise: Pick<Exercise, 'unit' | 'boroughs'>): boolean {
  const wanted = roleName(unit)
  return wanted !== '' && [exercise.unit, ...exercise.boroughs].some((place) => roleName(place) === wanted)
}

function isEmpty({ invitee }: Opening): boolean {
  return invitee.state !== 'known'
}

function openingOf(role: RoleTemplate, post: Post, force: string): Opening {
  const seat = { ...seatOf(role), organisation: force }
  const person = post.holder ?? post.deputy
  if (!person) {
    return {
      invitee: { ...seat, state: 'vacant', name: '', address: '' },
      reason: { code: 'post-vacant', post: post.title },
      warnings: [],
    }
  }
  const { name, address, objectId } = person
  return {
    invitee: { ...seat, state: 'known', name, address, personRef: objectId },
    reason: { code: post.holder ? 'holds-post' : 'deputy-of-vacant-post', post: post.title },
    warnings: [],
  }
}

function noSuchPost(role: RoleTemplate, unit: string, force: string): Opening {
  return {
    invitee: { ...seatOf(role), organisation: force, state: 'unknown', name: '', address: '' },
    reason: { code: 'no-such-post', unit },
    warnings: [],
  }
}

/** What a place in the room takes over from its role. */
export function seatOf(role: RoleTemplate) {
  return {
    role: role.role,
    side: role.side,
    sector: role.sector,
    required: role.required,
    response: 'none' as const,
    ...(role.panel && { panel: true }),
    ...(role.condition && { condition: 'headquarters in the area' }),
  }
}
