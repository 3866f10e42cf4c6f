import { daysBetween, type IsoDate } from './calendarDays.ts'
import type { Exercise, Invitee, Sector } from './exercise.ts'
import { roleName } from './roleTemplate.ts'

/** How far a role can be counted on, the best first. `nobody`: it is vacant, or nobody is known. */
export const standings = ['accepted', 'tentative', 'silent', 'not-invited', 'declined', 'nobody'] as const
export type Standing = (typeof standings)[number]

/** How one place in the room stands. Whoever stands in answers for the place, unless the person comes after all. */
export function standingOf(
  invitee: Pick<Invitee, 'state' | 'address' | 'response' | 'standIn'>,
  invited: boolean,
): Standing {
  if (invitee.state !== 'known' || invitee.address === '')
    return invitee.standIn ? answerOf(invitee) : 'nobody'
  return invited ? answerOf(invitee) : 'not-invited'
}

function answerOf({ response, standIn }: Pick<Invitee, 'response' | 'standIn'>): Standing {
  if (response === 'accepted') return 'accepted'
  const said = standIn ? standIn.response : response
  return said === 'none' ? 'silent' : said
}

/** A role of one exercise with everybody who holds it. */
export interface RoleLine {
  readonly role: string
  readonly side: Invitee['side']
  readonly sector: Sector
  readonly required: boolean
  /** The best standing of those who hold it: one who comes is enough for the role to be in the room. */
  readonly standing: Standing
  readonly places: readonly Invitee[]
}

/** The sector of a place; of partners nobody has sorted yet it is `other`. */
export function sectorOf(invitee: Pick<Invitee, 'side' | 'sector'>): Sector {
  return invitee.sector ?? (invitee.side === 'police' ? 'police' : 'other')
}

/** Says whether people have been invited, or are being invited now. */
export function isInvited(exercise: Pick<Exercise, 'invitation'>): boolean {
  return exercise.invitation?.state === 'sent'
}

/** The roles of an exercise in the order of its places, each once. */
export function rolesOf(exercise: Pick<Exercise, 'invitees' | 'invitation'>): readonly RoleLine[] {
  const invited = isInvited(exercise)
  const byRole = Map.groupBy(exercise.invitees, (one) => roleName(one.role))
  return [...byRole.values()].flatMap((places) => {
    const [first] = places
    if (!first) return []
    const stands = places.map((one) => standingOf(one, invited))
    return {
      role: first.role,
      side: first.side,
      sector: sectorOf(first),
      required: places.some((one) => one.required),
      standing: standings.find((one) => stands.includes(one)) ?? 'nobody',
      places,
    }
  })
}

/** Required roles by how they stand. */
export type RoleFigures = Readonly<Record<Standing, number>> & { readonly required: number }

/** Counts the required roles; a role that several people hold counts once. */
export function roleFigures(exercises: readonly Pick<Exercise, 'invitees' | 'invitation'>[]): RoleFigures {
  const required = exercises.flatMap((one) => rolesOf(one).filter((line) => line.required))
  const of = (standing: Standing) => required.filter((line) => line.standing === standing).length
  return {
    required: required.length,
    accepted: of('accepted'),
    tentative: of('tentative'),
    silent: of('silent'),
    'not-invited': of('not-invited'),
    declined: of('declined'),
    nobody: of('nobody'),
  }
}

/** A required role that nobody has promised to fill, before a day that lies ahead. */
export interface Gap {
  readonly exercise: string
  readonly unit: string
  readonly date: IsoDate
  readonly daysLeft: number
  /** Empty where nobody has been invited at all, or nobody is known for any role. */
  readonly role: string
  readonly side: Invitee['side']
  readonly standing: Exclude<Standing, 'accepted'>
  /** Who was asked for the role, for the sentence. */
  readonly names: readonly string[]
}

type Ahead = Pick<Exercise, 'key' | 'unit' | 'date' | 'status' | 'invitees' | 'invitation'>

/** Says whether the day of an exercise still comes, today included; not one that is called off or under way. */
export function liesAhead(exercise: Pick<Exercise, 'date' | 'status'>, today: IsoDate): boolean {
  return exercise.date >= today && exercise.status !== 'cancelled' && exercise.status !== 'held'
}

/**
 * What is missing, the most pressing first: the nearest day, and on one day the roles that nobody can fill yet before
 * those that may still answer. An exercise that nobody has been
 * invited to, or for which nobody is known, is one gap and not ten.
 */
export function gapsAhead(exercises: readonly Ahead[], today: IsoDate): readonly Gap[] {
  return exercises
    .filter((one) => liesAhead(one, today))
    .flatMap((one) => gapsOf(one, today))
    .sort(
      (one, other) =>
        one.date.localeCompare(other.date) ||
        one.unit.localeCompare(other.unit) ||
        Number(one.side === 'police') - Number(other.side === 'police') ||
        standings.indexOf(other.standing) - standings.indexOf(one.standing),
    )
}

/** The gaps of one exercise, in no order. */
export function gapsOf(exercise: Ahead, today: IsoDate): readonly Gap[] {
  const { key, unit, date } = exercise
  const place = { exercise: key, unit, date, daysLeft: daysBetween(today, date) }
  const lines = rolesOf(exercise).filter((line) => line.required)
  if (!isInvited(exercise) && lines.some((line) => line.standing === 'not-invited'))
    return [{ ...place, role: '', side: 'partner', standing: 'not-invited', names: [] }]
  if (lines.length > 1 && lines.every((line) => line.standing === 'nobody'))
    return [{ ...place, role: '', side: 'partner', standing: 'nobody', names: [] }]
  return lines.flatMap((line): readonly Gap[] => {
    if (line.standing === 'accepted') return []
    const names = line.places.flatMap((one) => (one.name === '' ? [] : [one.name]))
    return [{ ...place, role: line.role, side: line.side, standing: line.standing, names }]
  })
}
