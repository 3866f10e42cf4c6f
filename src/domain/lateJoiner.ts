import type { Exercise, Invitee } from './exercise.ts'
import { type Act, withChange } from './exerciseHistory.ts'
import { mayInvite, type Person } from './roles.ts'
import { isAddress } from './standIns.ts'

/** Somebody who is asked to come after the invitation went out. */
export interface LateJoiner {
  readonly name: string
  readonly address: string
  readonly role: string
  readonly organisation: string
  readonly side: Invitee['side']
  readonly required: boolean
}

export type LateJoinerRefusal =
  | 'not-a-coordinator'
  | 'called-off'
  | 'no-name'
  | 'no-role'
  | 'not-an-address'
  | 'already-there'

/**
 * Puts somebody on the roster who is asked late. A place with the same role that nobody has is filled; otherwise a new
 * one is made. Nobody is e-mailed by it: that is the change of the invitation.
 */
export function addLateJoiner(
  exercise: Exercise,
  joiner: LateJoiner,
  act: Act & { readonly actor: Person },
): { readonly ok: true; readonly next: Exercise } | { readonly ok: false; readonly code: LateJoinerRefusal } {
  const no = (code: LateJoinerRefusal) => ({ ok: false as const, code })
  const words = trimmed(joiner)
  if (!mayInvite(act.actor)) return no('not-a-coordinator')
  if (exercise.status === 'cancelled') return no('called-off')
  if (words.name === '') return no('no-name')
  if (!isAddress(words.address)) return no('not-an-address')
  if (words.role === '') return no('no-role')
  if (isThere(exercise.invitees, words.address)) return no('already-there')
  const change = { invitees: withJoiner(exercise.invitees, words, act.at) }
  const to = `${words.name} as ${words.role}`
  return { ok: true, next: withChange(exercise, change, act, { field: 'roster', from: '', to }) }
}

function trimmed(joiner: LateJoiner): LateJoiner {
  const { name, address, role, organisation } = joiner
  return {
    ...joiner,
    name: name.trim(),
    address: address.trim(),
    role: role.trim(),
    organisation: organisation.trim(),
  }
}

function isThere(invitees: readonly Invitee[], address: string): boolean {
  const wanted = address.toLowerCase()
  return invitees.some((one) =>
    [one.address, one.standIn?.address].some((its) => its?.toLowerCase() === wanted),
  )
}

function withJoiner(invitees: readonly Invitee[], joiner: LateJoiner, addedAt: string): readonly Invitee[] {
  const { required, ...person } = joiner
  const free = invitees.findIndex(
    (one) => one.state !== 'known' && one.role.toLowerCase() === joiner.role.toLowerCase(),
  )
  const place = invitees[free]
  if (!place) return [...invitees, { ...person, required, state: 'known', response: 'none', addedAt }]
  const organisation = joiner.organisation || place.organisation
  const filled: Invitee = {
    ...place,
    name: joiner.name,
    address: joiner.address,
    organisation,
    state: 'known',
    response: 'none',
    addedAt,
  }
  return invitees.with(free, filled)
}
