import { stepTo } from '../domain/bookingLadder.ts'
import { mayRunCourses, type Person } from '../domain/roles.ts'
import { type BookRefusal, bookPlace, type PlaceOutcome } from './bookPlace.ts'
import type { PlaceDeps } from './changePlaces.ts'

export interface DecideRequestInput {
  readonly bookingKey: string
  readonly agreed: boolean
  /** Needed where it is not agreed to. */
  readonly why: string
  readonly actor: Person
}

export type DecideRequestRefusal =
  | BookRefusal
  | 'not-a-coordinator'
  | 'no-such-booking'
  | 'not-requested'
  | 'why-missing'
  | 'changed-meanwhile'

/**
 * A coordinator's answer to a request. Agreed to, it gets its place or waits in line from the moment at which it was
 * asked for. Throws `M365Error`; the same call goes on where it stopped.
 */
export async function decideRequest(
  deps: PlaceDeps,
  { bookingKey, agreed, why, actor }: DecideRequestInput,
): Promise<PlaceOutcome<DecideRequestRefusal>> {
  if (!mayRunCourses(actor)) return { ok: false, code: 'not-a-coordinator' }
  if (!agreed && why.trim() === '') return { ok: false, code: 'why-missing' }
  const row = await deps.bookings.byKey(bookingKey)
  if (!row) return { ok: false, code: 'no-such-booking' }
  const by = { at: await deps.clock.now(), by: actor.name, byObject: actor.objectId, why: why.trim() }
  if (agreed && row.value.state === 'approved') return bookPlace(deps, row, actor)
  if (row.value.state !== 'requested') return { ok: false, code: 'not-requested' }
  const next = stepTo(row.value, agreed ? 'approved' : 'declined', by)
  if (!next) return { ok: false, code: 'not-requested' }
  const saved = await deps.bookings.save(row, next)
  if (!saved.ok) return { ok: false, code: 'changed-meanwhile' }
  if (agreed) return bookPlace(deps, saved.row, actor)
  const run = await deps.runs.byKey(row.value.runKey)
  return run ? { ok: true, booking: saved.row, run } : { ok: false, code: 'no-such-run' }
}
