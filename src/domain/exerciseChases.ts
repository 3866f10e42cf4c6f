import { addDays, daysBetween, type IsoDate, ukDay } from './calendarDays.ts'
import type { Exercise, Invitee } from './exercise.ts'
import { isInvited, liesAhead, standingOf } from './roleStanding.ts'
import { type DaysOff, isWorkingDay, publishedDaysOff } from './workingDays.ts'

/** How often somebody who has not answered is asked again. Days are calendar days; only working days are used. */
export interface ChaseRhythm {
  /** Days after the invitation, or after the last time they were asked. */
  readonly every: number
  /** From so many days before the exercise they are asked more often. */
  readonly closeFrom: number
  readonly everyWhenClose: number
  /** How often one person is asked again for one exercise at most. */
  readonly most: number
}

/** Required roles are chased until shortly before the day; optional ones are asked once more and then left alone. */
export interface ChasePolicy {
  readonly on: boolean
  readonly required: ChaseRhythm
  readonly optional: ChaseRhythm
}

export const usualChases: ChasePolicy = {
  on: true,
  required: { every: 7, closeFrom: 14, everyWhenClose: 3, most: 5 },
  optional: { every: 14, closeFrom: 0, everyWhenClose: 14, most: 1 },
}

/** Somebody to be asked again. */
export interface Chase {
  /** The ledger's key, unique for ever: exercise, revision, address, how many times. */
  readonly key: string
  readonly exercise: string
  readonly address: string
  readonly name: string
  /** Entra object id where the person is of the force and known by it; else empty. */
  readonly personRef: string
  /** Every role for which the person is asked. */
  readonly roles: readonly string[]
  readonly required: boolean
  /** A card inside the force, a mail outside. */
  readonly by: 'card' | 'mail'
  /** 1 for the first time. */
  readonly count: number
  readonly daysLeft: number
  /** The day of the invitation or of the last chase, and the days that went by: "why did I get this?" */
  readonly since: IsoDate
  readonly silentDays: number
}

type Chased = Pick<Exercise, 'key' | 'unit' | 'date' | 'status' | 'invitees' | 'invitation' | 'history'>

/**
 * Who is to be asked again today, for one exercise. Nobody on a day off, nobody after the day before the exercise, and
 * one person once however many roles they hold. Stand-ins are asked in place of those whom they stand in for.
 */
export function chasesDue(
  exercise: Chased,
  policy: ChasePolicy,
  today: IsoDate,
  daysOff: DaysOff = publishedDaysOff,
): readonly Chase[] {
  const { invitation } = exercise
  if (!policy.on || invitation === null || !isInvited(exercise) || !liesAhead(exercise, today)) return []
  const daysLeft = daysBetween(today, exercise.date)
  if (daysLeft < 1 || !isWorkingDay(today, daysOff)) return []
  const silent = exercise.invitees.filter(
    (one) => standingOf(one, true) === 'silent' && wasAsked(exercise, one),
  )
  const byAddress = Map.groupBy(silent, (one) => asked(one).address.toLowerCase())
  return [...byAddress.values()].flatMap((places) => {
    const chase = chaseOf(exercise, invitation, places, policy, daysLeft, today)
    return chase === null ? [] : [chase]
  })
}

/** Says whether the invitation has gone to whoever is to come for a place; where nothing was kept of it, it has. */
export function wasAsked({ invitation }: Pick<Exercise, 'invitation'>, invitee: Invitee): boolean {
  if (!isInvited({ invitation })) return false
  const address = asked(invitee).address.toLowerCase()
  return invitation?.told?.attendees.some((one) => one.address.toLowerCase() === address) ?? true
}

/** Whoever is to come for the place. */
function asked(invitee: Invitee): { readonly name: string; readonly address: string; readonly from: string } {
  const { standIn } = invitee
  return standIn
    ? { name: standIn.name, address: standIn.address, from: standIn.at }
    : { name: invitee.name, address: invitee.address, from: invitee.addedAt ?? '' }
}

function chaseOf(
  exercise: Chased,
  invitation: NonNullable<Exercise['invitation']>,
  places: readonly Invitee[],
  policy: ChasePolicy,
  daysLeft: number,
  today: IsoDate,
): Chase | null {
  const [first] = places
  if (!first || asked(first).address === '') return null
  const required = places.some((one) => one.required)
  const rhythm = required ? policy.required : policy.optional
  const begun = [invitation.at, ...places.map((one) => asked(one).from)].sort().at(-1) ?? invitation.at
  const chased = [...new Set(places.flatMap((one) => one.chased ?? []))].filter((at) => at >= begun).sort()
  if (chased.length >= rhythm.most) return null
  const since = ukDay(chased.at(-1) ?? begun)
  const every = daysLeft <= rhythm.closeFrom ? rhythm.everyWhenClose : rhythm.every
  const silentDays = daysBetween(since, today)
  if (silentDays < Math.max(1, every)) return null
  const { name, address } = asked(first)
  const count = chased.length + 1
  return {
    key: `exercise-chase/${exercise.key}/${invitation.revision}/${address.toLowerCase()}/${begun.slice(0, 10)}/${count}`,
    ...{ exercise: exercise.key, name, address, personRef: first.standIn ? '' : (first.personRef ?? '') },
    ...{ roles: places.map((one) => one.role), required, by: first.side === 'police' ? 'card' : 'mail' },
    ...{ count, daysLeft, since, silentDays },
  }
}

/** The day on which somebody who stays silent is asked next, or null when they are not; for people to see. */
export function nextChaseDay(
  exercise: Chased,
  policy: ChasePolicy,
  today: IsoDate,
  daysOff: DaysOff = publishedDaysOff,
): IsoDate | null {
  for (let day = today; day < exercise.date; day = addDays(day, 1))
    if (chasesDue(exercise, policy, day, daysOff).length > 0) return day
  return null
}

/** The exercise with the moment written down at every place for which the person was asked again. */
export function withChased(exercise: Exercise, chase: Pick<Chase, 'address'>, at: string): Exercise {
  const invitees = exercise.invitees.map((one) => {
    const whom = asked(one).address.toLowerCase()
    const isTheirs = whom === chase.address.toLowerCase() && standingOf(one, true) === 'silent'
    return isTheirs && !(one.chased ?? []).includes(at)
      ? { ...one, chased: [...(one.chased ?? []), at] }
      : one
  })
  return { ...exercise, invitees }
}

export type ChaseFault = 'every' | 'closeFrom' | 'everyWhenClose' | 'most'

/** What is wrong with a rhythm, field by field; empty when it can be kept. */
export function rhythmFaults(rhythm: ChaseRhythm): readonly ChaseFault[] {
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most
  return [
    ...(within(rhythm.every, 1, 90) ? [] : (['every'] as const)),
    ...(within(rhythm.closeFrom, 0, 90) ? [] : (['closeFrom'] as const)),
    ...(within(rhythm.everyWhenClose, 1, 90) ? [] : (['everyWhenClose'] as const)),
    ...(within(rhythm.most, 0, 20) ? [] : (['most'] as const)),
  ]
}
