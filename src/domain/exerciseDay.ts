import { daysBetween, type IsoDate } from './calendarDays.ts'
import type { Attendance, Exercise, Invitee } from './exercise.ts'
import { type Act, findSeat, type SeatRef, withChange } from './exerciseHistory.ts'
import { type Standing, standingOf } from './roleStanding.ts'
import { mayInvite, type Person } from './roles.ts'

export type DayRefusal =
  | 'not-a-coordinator'
  | 'no-such-place'
  | 'not-yet'
  | 'called-off'
  | 'no-name'
  | 'no-role'
  | 'nothing-changed'

export type DayResult =
  | { readonly ok: true; readonly next: Exercise }
  | { readonly ok: false; readonly code: DayRefusal }

type DayAct = Act & { readonly actor: Person }

function dayRefusal(exercise: Exercise, actor: Person, today: IsoDate): DayRefusal | null {
  if (!mayInvite(actor)) return 'not-a-coordinator'
  if (exercise.status === 'cancelled') return 'called-off'
  return daysBetween(today, exercise.date) > 0 ? 'not-yet' : null
}

/**
 * Writes down who was in the room for a place; null takes it back. A substitute is named, so that the day knows who
 * spoke for the role.
 */
export function markAttendance(
  exercise: Exercise,
  seat: SeatRef,
  mark: { readonly attended: Attendance | null; readonly substitute?: string },
  act: DayAct,
  today: IsoDate,
): DayResult {
  const refused = dayRefusal(exercise, act.actor, today)
  if (refused) return { ok: false, code: refused }
  const at = findSeat(exercise.invitees, seat)
  const invitee = at === null ? undefined : exercise.invitees[at]
  if (at === null || !invitee) return { ok: false, code: 'no-such-place' }
  const substitute = mark.substitute?.trim() ?? ''
  if (mark.attended === 'substitute' && substitute === '') return { ok: false, code: 'no-name' }
  if ((invitee.attended ?? null) === mark.attended && (invitee.substitute ?? '') === substitute)
    return { ok: false, code: 'nothing-changed' }
  const { attended: _, substitute: __, ...rest } = invitee
  const marked: Invitee = {
    ...rest,
    ...(mark.attended === null ? {} : { attended: mark.attended }),
    ...(mark.attended === 'substitute' ? { substitute } : {}),
  }
  const invitees = exercise.invitees.map((one, index) => (index === at ? marked : one))
  const said = mark.attended === 'substitute' ? `substitute ${substitute}` : (mark.attended ?? 'not marked')
  const noted = { field: 'attendance', from: invitee.attended ?? '', to: `${invitee.role}: ${said}` } as const
  return { ok: true, next: heldOrNot(withChange(exercise, { invitees }, act, noted)) }
}

/** Marks everybody who said that they come and is not marked yet; who is missing is then marked by hand. */
export function markExpected(exercise: Exercise, act: DayAct, today: IsoDate): DayResult {
  const refused = dayRefusal(exercise, act.actor, today)
  if (refused) return { ok: false, code: refused }
  const comes = (one: Invitee) => one.attended === undefined && standingOf(one, true) === 'accepted'
  const count = exercise.invitees.filter(comes).length
  if (count === 0) return { ok: false, code: 'nothing-changed' }
  const invitees = exercise.invitees.map((one) => {
    if (!comes(one)) return one
    return one.response === 'accepted' || !one.standIn
      ? { ...one, attended: 'attended' as const }
      : { ...one, attended: 'substitute' as const, substitute: one.standIn.name }
  })
  const noted = { field: 'attendance', from: '', to: `${count} who accepted: attended` } as const
  return { ok: true, next: heldOrNot(withChange(exercise, { invitees }, act, noted)) }
}

/** Somebody whom nobody expected is in the room. */
export function addWalkIn(
  exercise: Exercise,
  input: Pick<Invitee, 'role' | 'organisation' | 'name' | 'side'>,
  act: DayAct,
  today: IsoDate,
): DayResult {
  const refused = dayRefusal(exercise, act.actor, today)
  if (refused) return { ok: false, code: refused }
  const role = input.role.trim()
  const name = input.name.trim()
  if (role === '') return { ok: false, code: 'no-role' }
  if (name === '') return { ok: false, code: 'no-name' }
  const invitee: Invitee = {
    ...{ role, organisation: input.organisation.trim(), side: input.side, required: false, state: 'known' },
    ...{ name, address: '', response: 'none', attended: 'attended' },
  }
  const noted = { field: 'attendance', from: '', to: `${role}: ${name} came uninvited` } as const
  const invitees = [...exercise.invitees, invitee]
  return { ok: true, next: heldOrNot(withChange(exercise, { invitees }, act, noted)) }
}

/** Says whether anybody was in the room for a place. */
export function wasThere({ attended }: Pick<Invitee, 'attended'>): boolean {
  return attended === 'attended' || attended === 'substitute'
}

/** A line of the list at the door. */
export interface JoiningLine {
  readonly role: string
  readonly organisation: string
  /** Who is expected: the stand-in where there is one. Empty where nobody is known. */
  readonly name: string
  /** For whom they stand in; empty otherwise. */
  readonly insteadOf: string
  readonly panel: boolean
  readonly required: boolean
  readonly standing: Standing
}

/** The list at the door: who comes for sure first, police and partners apart, then by organisation and name. */
export function joiningList(
  exercise: Pick<Exercise, 'invitees' | 'invitation'>,
): Readonly<Record<Invitee['side'], readonly JoiningLine[]>> {
  const of = (side: Invitee['side']) =>
    exercise.invitees
      .filter((one) => one.side === side)
      .map((one): JoiningLine => {
        const instead = one.standIn && one.response !== 'accepted' ? one.standIn : null
        return {
          ...{ role: one.role, organisation: one.organisation, name: instead?.name ?? one.name },
          ...{ insteadOf: instead ? one.name : '', panel: one.panel ?? false, required: one.required },
          standing: standingOf(one, exercise.invitation?.state === 'sent'),
        }
      })
      .sort(
        (one, other) =>
          doorOrder(one.standing) - doorOrder(other.standing) ||
          one.organisation.localeCompare(other.organisation, 'en-GB') ||
          one.name.localeCompare(other.name, 'en-GB'),
      )
  return { police: of('police'), partner: of('partner') }
}

const doorOrder = (standing: Standing) =>
  ['accepted', 'tentative', 'silent', 'not-invited', 'declined', 'nobody'].indexOf(standing)

/** Held as soon as somebody was marked as there; planned again when the last mark was taken back. */
function heldOrNot(exercise: Exercise): Exercise {
  const held = exercise.invitees.some(wasThere)
  if (held === (exercise.status === 'held')) return exercise
  return { ...exercise, status: held ? 'held' : 'planned' }
}
