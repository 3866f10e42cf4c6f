import type { Instant } from './calendarDays.ts'
import type { Exercise, Invitee } from './exercise.ts'
import type { Change, ChangeField } from './recommendation.ts'
import type { Person } from './roles.ts'

/** Who changes something, and when. */
export interface Act {
  readonly actor: Pick<Person, 'objectId' | 'name'>
  readonly at: Instant
  /** The face of the product; the tab when left out. */
  readonly via?: Change['via']
}

/** One line of history. */
export interface Noted {
  readonly field: ChangeField
  readonly from: string
  readonly to: string
  readonly why?: string
}

/** The exercise with a change and the line of history that says who made it. */
export function withChange(exercise: Exercise, change: Partial<Exercise>, act: Act, noted: Noted): Exercise {
  const { why, ...said } = noted
  const line: Change = {
    at: act.at,
    by: act.actor.name,
    byObject: act.actor.objectId,
    ...said,
    ...(why === undefined || why === '' ? {} : { why }),
    via: act.via ?? 'tab',
  }
  return { ...exercise, ...change, history: [...exercise.history, line] }
}

/**
 * A place in the room as a screen showed it. Places have no name of their own: the order may have changed since, so
 * the role and the address say whether it is still the same.
 */
export interface SeatRef {
  readonly at: number
  readonly role: string
  readonly address: string
}

/** How a screen names the place at an index. */
export function seatRef(invitees: readonly Invitee[], at: number): SeatRef {
  const invitee = invitees[at]
  return { at, role: invitee?.role ?? '', address: invitee?.address ?? '' }
}

/** Where the place stands now; null when it is gone or somebody else has it. */
export function findSeat(invitees: readonly Invitee[], seat: SeatRef): number | null {
  const same = (one: Invitee | undefined) => one?.role === seat.role && one.address === seat.address
  if (same(invitees[seat.at])) return seat.at
  const found = invitees.findIndex(same)
  return found === -1 ? null : found
}

/** The invitees with one of them changed. */
export function withSeat(
  invitees: readonly Invitee[],
  at: number,
  change: Partial<Invitee>,
): readonly Invitee[] {
  return invitees.map((one, index) => (index === at ? { ...one, ...change } : one))
}
