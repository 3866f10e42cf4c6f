import type { Instant, IsoDate } from './calendarDays.ts'
import type { ExercisePlan } from './exercisePlan.ts'
import type { Change } from './recommendation.ts'
import type { PendingChange, Told } from './told.ts'

export const responses = ['none', 'accepted', 'tentative', 'declined'] as const
export type Response = (typeof responses)[number]

/** A place in the room, named by role. The person may be known, vacant or still unknown. */
export interface Invitee {
  readonly role: string
  readonly organisation: string
  readonly side: 'police' | 'partner'
  readonly required: boolean
  readonly state: 'known' | 'vacant' | 'unknown'
  readonly name: string
  /** E-mail address; empty unless known. */
  readonly address: string
  readonly response: Response
  /** Entra object id of somebody of the force, or key of the contact of a partner; left out when not known. */
  readonly personRef?: string
  readonly sector?: Sector
  /** Why the role is asked for here only under a condition, in words. */
  readonly condition?: string
  /** Sits on the Diamond Panel. */
  readonly panel?: boolean
  /** Who comes in place of the person; their own answer counts for the role. */
  readonly standIn?: StandIn | null
  /** When the person was asked again for an answer, oldest first. */
  readonly chased?: readonly Instant[]
  /** When the person came on the roster after the invitation was sent; left out for whoever was there from the start. */
  readonly addedAt?: Instant
  /** Who was in the room for the role; left out until the day. */
  readonly attended?: Attendance
  /** Name of whoever was there as a substitute. */
  readonly substitute?: string
}

/** The sectors that belong in the room. */
export const sectors = [
  'police',
  'health',
  'education',
  "children's services",
  'adult services',
  'other',
] as const
export type Sector = (typeof sectors)[number]

export const attendances = ['attended', 'substitute', 'absent'] as const
export type Attendance = (typeof attendances)[number]

/** A deputy who takes the place of a person. */
export interface StandIn {
  readonly name: string
  readonly address: string
  readonly response: Response
  readonly at: Instant
  readonly by: string
}

/**
 * What has been sent for an exercise. `sending` is claimed before the calendar is touched; after `called-off` the next
 * invitation is another revision with an event of its own.
 */
export interface Invitation {
  readonly state: 'sending' | 'sent' | 'called-off'
  readonly revision: number
  /** Shared mailbox that holds the event; left out or empty for the organiser's own calendar. */
  readonly mailbox?: string
  /** What the invited were told last; left out in invitations of older versions. */
  readonly told?: Told
  /** A change that was begun and is not known to have gone out. */
  readonly pending?: PendingChange | null
  /** How many changes went out. */
  readonly changes?: number
  /** Entra object id and name of the organiser whose mailbox holds the event. */
  readonly organiser: string
  readonly organiserName: string
  readonly eventRef: string
  readonly at: Instant
  readonly invited: number
  /** When the stored answers were last read from the organiser's calendar; absent until then. */
  readonly answersReadAt?: Instant
  /** How the event stood in Outlook when it was last read and differed from what was told; left out while they agree. */
  readonly seen?: SeenEvent | 'gone'
}

/** The event as the organiser's calendar shows it. */
export interface SeenEvent {
  readonly date: IsoDate
  /** UK local times, `HH:MM`. */
  readonly start: string
  readonly end: string
  readonly location: string
  readonly cancelled: boolean
  /** Everybody who is asked, the room left out. */
  readonly people: readonly { readonly name: string; readonly address: string }[]
}

/** An exercise such as SPASE: one day, one basic command unit, police and partners in one room. */
export interface Exercise extends ExercisePlan {
  /** Unique: `spase-2018-04-18-camden-and-islington`. */
  readonly key: string
  readonly type: string
  readonly unit: string
  readonly boroughs: readonly string[]
  readonly date: IsoDate
  /** UK local times, `HH:MM`. */
  readonly start: string
  readonly end: string
  readonly venue: string
  readonly roomAddress: string
  /** For the coordinators only. Never part of what is sent. */
  readonly internalNote: string
  readonly invitees: readonly Invitee[]
  readonly invitation: Invitation | null
  readonly history: readonly Change[]
}

/** How the required roles stand, for the "who is missing" line. */
export interface RoleCover {
  readonly required: number
  readonly known: number
  readonly accepted: number
  readonly missing: readonly string[]
}

/** Says whether nobody can be counted on for a role: no person is known, or the person declined and nobody stands in. */
export function isMissing(invitee: Pick<Invitee, 'state' | 'response' | 'standIn'>): boolean {
  if (invitee.standIn) return invitee.response !== 'accepted' && invitee.standIn.response === 'declined'
  return invitee.state !== 'known' || invitee.response === 'declined'
}

/** Counts the required roles of an exercise and names those without a person or who declined. */
export function roleCover(exercise: Pick<Exercise, 'invitees'>): RoleCover {
  const required = exercise.invitees.filter((invitee) => invitee.required)
  return {
    required: required.length,
    known: required.filter((invitee) => invitee.state === 'known').length,
    accepted: required.filter((invitee) => invitee.response === 'accepted').length,
    missing: required.filter(isMissing).map((invitee) => invitee.role),
  }
}

/** An answer as the organiser's calendar knows it. */
export interface Answer {
  readonly address: string
  readonly response: Response
}

/**
 * The exercise with the answers of the calendar, and a line of history for each that is new. An address that the
 * calendar does not name keeps the answer it has. Returns the same object when no answer differs.
 */
export function withAnswers(exercise: Exercise, answers: readonly Answer[], at: Instant): Exercise {
  const byAddress = new Map(answers.map((one) => [one.address.toLowerCase(), one.response]))
  const history: Change[] = []
  const answerOf = (one: Answer & { readonly name: string }, role: string): Response => {
    const response = one.address === '' ? undefined : byAddress.get(one.address.toLowerCase())
    if (response === undefined || response === one.response) return one.response
    history.push(answerChange({ ...one, role }, response, at))
    return response
  }
  const invitees = exercise.invitees.map((invitee) => {
    const response = answerOf(invitee, invitee.role)
    const instead = invitee.standIn ? answerOf(invitee.standIn, invitee.role) : null
    if (response === invitee.response && instead === (invitee.standIn?.response ?? null)) return invitee
    const standIn = invitee.standIn && instead ? { ...invitee.standIn, response: instead } : invitee.standIn
    return { ...invitee, response, ...(standIn === undefined ? {} : { standIn }) }
  })
  if (history.length === 0) return exercise
  const invitation = exercise.invitation ? { ...exercise.invitation, answersReadAt: at } : null
  return { ...exercise, invitees, invitation, history: [...exercise.history, ...history] }
}

function answerChange(
  invitee: { readonly name: string; readonly role: string; readonly response: Response },
  response: Response,
  at: Instant,
): Change {
  return {
    at,
    by: `${invitee.name} (${invitee.role})`,
    byObject: '',
    field: 'response',
    from: invitee.response,
    to: response,
    via: 'tab',
  }
}

/** Exercises whose unit or boroughs contain the text, whatever its case; an empty text finds all. */
export function findByPlace<T extends Pick<Exercise, 'unit' | 'boroughs'>>(
  exercises: readonly T[],
  text: string,
): readonly T[] {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, ' ')
  return exercises.filter((one) =>
    [one.unit, ...one.boroughs].some((place) => place.toLowerCase().includes(wanted)),
  )
}
