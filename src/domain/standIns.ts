import type { Contact } from './contact.ts'
import type { Exercise, Invitee, StandIn } from './exercise.ts'
import { type Act, findSeat, type SeatRef, withChange, withSeat } from './exerciseHistory.ts'
import type { Person } from './roles.ts'
import { mayInvite } from './roles.ts'

export type StandInRefusal =
  | 'not-a-coordinator'
  | 'no-such-place'
  | 'no-name'
  | 'not-an-address'
  | 'same-person'
  | 'already-there'
  | 'nobody-stands-in'
  | 'called-off'

export type StandInResult =
  | { readonly ok: true; readonly next: Exercise }
  | { readonly ok: false; readonly code: StandInRefusal }

/** Somebody who can take a place: a deputy of the directory or whoever is named. */
export interface Substitute {
  readonly name: string
  readonly address: string
}

const address = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/

/** Says whether a text can be an e-mail address. It is not asked whether anybody reads it. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && address.test(text)
}

/**
 * Somebody takes the place of whoever holds the role. The holder stays on the place, with the answer they gave: who
 * holds a role and who comes are two things.
 */
export function nameStandIn(
  exercise: Exercise,
  seat: SeatRef,
  { name, address: given }: Substitute,
  act: Act & { readonly actor: Person },
): StandInResult {
  const no = (code: StandInRefusal): StandInResult => ({ ok: false, code })
  if (!mayInvite(act.actor)) return no('not-a-coordinator')
  if (exercise.status === 'cancelled') return no('called-off')
  const at = findSeat(exercise.invitees, seat)
  const invitee = at === null ? undefined : exercise.invitees[at]
  if (at === null || !invitee) return no('no-such-place')
  const wanted = { name: name.trim(), address: given.trim() }
  if (wanted.name === '') return no('no-name')
  if (!isAddress(wanted.address)) return no('not-an-address')
  if (isSame(wanted.address, invitee.address)) return no('same-person')
  if (invitee.standIn && isSame(wanted.address, invitee.standIn.address)) return no('already-there')
  const known = answerKnown(exercise.invitees, wanted.address)
  const standIn: StandIn = { ...wanted, response: known, at: act.at, by: act.actor.name }
  const to = `${wanted.name} for ${invitee.name || invitee.role}`
  const invitees = withSeat(exercise.invitees, at, { standIn })
  const next = withChange(exercise, { invitees }, act, {
    ...{ field: 'roster', from: invitee.standIn?.name ?? '', to },
  })
  return { ok: true, next }
}

/** The place goes back to whoever holds it. */
export function withoutStandIn(
  exercise: Exercise,
  seat: SeatRef,
  act: Act & { readonly actor: Person },
): StandInResult {
  if (!mayInvite(act.actor)) return { ok: false, code: 'not-a-coordinator' }
  const at = findSeat(exercise.invitees, seat)
  const invitee = at === null ? undefined : exercise.invitees[at]
  if (at === null || !invitee) return { ok: false, code: 'no-such-place' }
  if (!invitee.standIn) return { ok: false, code: 'nobody-stands-in' }
  const invitees = withSeat(exercise.invitees, at, { standIn: null })
  const from = `${invitee.standIn.name} for ${invitee.name || invitee.role}`
  return { ok: true, next: withChange(exercise, { invitees }, act, { field: 'roster', from, to: '' }) }
}

/** The deputy whom the directory names for a place; null when it names none. */
export function deputyOf(
  invitee: Pick<Invitee, 'address' | 'personRef'>,
  contacts: readonly Contact[],
): Substitute | null {
  const entry = contacts.find(
    (one) =>
      one.key === invitee.personRef || (invitee.address !== '' && isSame(one.address, invitee.address)),
  )
  if (!entry?.deputyName || !entry.deputyAddress) return null
  return { name: entry.deputyName, address: entry.deputyAddress }
}

/** Somebody may hold another place of the same exercise; then their answer is known. */
function answerKnown(invitees: readonly Invitee[], wanted: string): StandIn['response'] {
  return invitees.find((one) => isSame(one.address, wanted))?.response ?? 'none'
}

const isSame = (one: string, other: string) => one !== '' && one.toLowerCase() === other.toLowerCase()
