import type { Person } from '../domain/roles.ts'
import type { Venue } from '../domain/venue.ts'
import {
  changeVenue,
  closeVenue,
  factsOfVenue,
  newVenue,
  type VenueFacts,
  type VenueRefusal,
} from '../domain/venueChange.ts'
import type { Clock, Stored } from './ports.ts'
import type { VenueStore } from './trainingPorts.ts'

export type ChangeVenueOutcome =
  | { readonly ok: true; readonly row: Stored<Venue> }
  | { readonly ok: false; readonly code: VenueRefusal | 'name-taken' }
  | { readonly ok: false; readonly code: 'changed-meanwhile'; readonly theirs: Stored<Venue> }

/** What to do with a venue: say other things of it, or close it to new dates and open it again. */
export type VenueEdit =
  | { readonly does: 'change'; readonly facts: VenueFacts }
  | { readonly does: 'close'; readonly closed: boolean }

interface Deps {
  readonly venues: Pick<VenueStore, 'get' | 'save' | 'create'>
  readonly clock: Pick<Clock, 'now'>
}

/**
 * Changes a venue of the directory, with a reason that goes into its history. Refused with a code by the rules, or
 * when somebody saved since the version in `etag`. Throws `M365Error`; the same call may be repeated.
 */
export async function editVenue(
  deps: Deps,
  input: {
    readonly id: string
    readonly etag: string
    readonly edit: VenueEdit
    readonly why: string
    readonly actor: Person
  },
): Promise<ChangeVenueOutcome> {
  const { id, etag, edit, why, actor } = input
  const current = await deps.venues.get(id)
  const made = { actor, at: await deps.clock.now(), why }
  const decided =
    edit.does === 'change'
      ? changeVenue(current.value, edit.facts, made)
      : closeVenue(current.value, edit.closed, made)
  if (current.etag !== etag) {
    // An earlier attempt whose answer was lost left the venue just as it was wanted.
    const isAsWanted = !decided.ok && decided.code === 'nothing-changed'
    return isAsWanted ? { ok: true, row: current } : { ok: false, code: 'changed-meanwhile', theirs: current }
  }
  if (!decided.ok) return decided
  const saved = await deps.venues.save({ id, etag }, decided.next)
  return saved.ok ? { ok: true, row: saved.row } : saved
}

/**
 * Adds a venue to the directory. Refused when one of that name is there; a repeated call after a lost answer finds
 * its own. Throws `M365Error`.
 */
export async function addVenue(
  deps: Deps,
  input: { readonly facts: VenueFacts; readonly why: string; readonly actor: Person },
): Promise<ChangeVenueOutcome> {
  const { facts, why, actor } = input
  const decided = newVenue(facts, { actor, at: await deps.clock.now(), why })
  if (!decided.ok) return decided
  const { row, already } = await deps.venues.create(decided.next)
  const said = (venue: Venue) =>
    JSON.stringify([factsOfVenue(venue), venue.history?.map((line) => line.byObject)])
  const isOwn = said(row.value) === said(decided.next)
  return already && !isOwn ? { ok: false, code: 'name-taken' } : { ok: true, row }
}
