import { isAddress } from './contactChange.ts'
import type { Invitee } from './exercise.ts'
import { roleName } from './roleTemplate.ts'
import type { RosterProposal, Seat } from './roster.ts'

/** What a coordinator chose for one place of a proposal. */
export type SeatChoice =
  | { readonly take: 'proposed' }
  | { readonly take: 'before' }
  /** Somebody else who could have it, by place in the list of the others. */
  | { readonly take: 'other'; readonly index: number }
  | { readonly take: 'nobody' }

/** What is chosen before anybody has said otherwise. */
export function firstChoice(seat: Seat): SeatChoice {
  return { take: seat.change === 'dropped' ? 'nobody' : 'proposed' }
}

/** Who has the place by a choice; null when the place goes. */
export function chosenInvitee(seat: Seat, choice: SeatChoice): Invitee | null {
  switch (choice.take) {
    case 'proposed':
      return seat.invitee
    case 'before':
      return seat.before
    case 'other':
      return seat.others[choice.index]?.invitee ?? seat.invitee
    case 'nobody':
      return null
  }
}

/**
 * The roster by the choices made, in the order of the proposal.
 * @param choices by the place of the seat; what is not named is chosen as proposed
 * @param added people who were left out and are asked all the same
 */
export function chosenRoster(
  proposal: Pick<RosterProposal, 'seats'>,
  choices: ReadonlyMap<number, SeatChoice>,
  added: readonly Invitee[] = [],
): readonly Invitee[] {
  const chosen = proposal.seats
    .map((seat, index) => chosenInvitee(seat, choices.get(index) ?? firstChoice(seat)))
    .filter((one) => one !== null)
  return [...chosen, ...added]
}

export type RosterProblem = {
  readonly code: 'no-role' | 'no-name' | 'bad-address'
  readonly index: number
}

/** Places that cannot be kept as they are: somebody known needs a name and an address. */
export function rosterProblems(invitees: readonly Invitee[]): readonly RosterProblem[] {
  return invitees.flatMap((one, index): RosterProblem[] => {
    if (roleName(one.role) === '') return [{ code: 'no-role', index }]
    if (one.state !== 'known') return []
    if (one.name.trim() === '') return [{ code: 'no-name', index }]
    return isAddress(one.address) ? [] : [{ code: 'bad-address', index }]
  })
}

/** The words of one place as somebody types them. */
export interface SeatWords {
  readonly role: string
  readonly organisation: string
  readonly state: Invitee['state']
  readonly name: string
  readonly address: string
  readonly required: boolean
}

/**
 * One place as typed. Answers belong to the person: somebody new in the place has not answered, and is no longer
 * who the directory knows there.
 */
export function typedSeat(before: Invitee, words: SeatWords, personRef?: string): Invitee {
  const known = words.state === 'known'
  const name = known ? words.name.trim() : ''
  const address = known ? words.address.trim() : ''
  const facts = {
    ...{ role: words.role.trim(), organisation: words.organisation.trim(), required: words.required },
    ...{ state: words.state, name, address },
  }
  const samePerson = address !== '' && address.toLowerCase() === before.address.toLowerCase()
  if (samePerson || (!known && before.state !== 'known')) return { ...before, ...facts }
  const { personRef: _, chased: _chased, attended: _attended, standIn: _standIn, ...rest } = before
  return { ...rest, ...facts, response: 'none', ...(personRef && { personRef }) }
}
