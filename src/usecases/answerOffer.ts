import { agencyCoordinatorsKey, mayBookFor, readAgencyCoordinators } from '../domain/agencyCoordinators.ts'
import type { Booking } from '../domain/booking.ts'
import { stepTo } from '../domain/bookingLadder.ts'
import { acceptOffer, givePlaceBack, type PlaceRefusal } from '../domain/places.ts'
import type { Person } from '../domain/roles.ts'
import type { PlaceOutcome } from './bookPlace.ts'
import { changePlaces, type PlaceDeps } from './changePlaces.ts'
import { followPlaces } from './followPlaces.ts'
import { leaveOtherLines } from './leaveOtherLines.ts'
import type { SettingStore, Stored } from './ports.ts'

export type AnswerDeps = PlaceDeps & { readonly settings: Pick<SettingStore, 'byKey'> }

/** Whoever answers: somebody signed in, or the person behind a link that was sent to them alone. */
export type Answerer = Pick<Person, 'objectId' | 'name' | 'roles'> | 'the-link'

export type AnswerRefusal = PlaceRefusal | 'no-such-run' | 'too-busy' | 'no-such-booking' | 'not-yours'

/**
 * Takes or turns down an offered place. Only the person, whoever booked for them, their organisation's coordinator and
 * coordinators may; an answer given twice counts once. Throws `M365Error`; the same call may be repeated.
 */
export async function answerOffer(
  deps: AnswerDeps,
  { bookingKey, accept, actor }: { bookingKey: string; accept: boolean; actor: Answerer },
): Promise<PlaceOutcome<AnswerRefusal>> {
  const row = await deps.bookings.byKey(bookingKey)
  if (!row) return { ok: false, code: 'no-such-booking' }
  if (!(await mayAnswer(deps, row.value, actor))) return { ok: false, code: 'not-yours' }
  const changed = await changePlaces(deps, row.value.runKey, (run, now) => {
    if (accept) return acceptOffer(run, bookingKey, now)
    const seat = run.seats.find((one) => one.booking === bookingKey)
    if (!seat && row.value.state === 'declined') return { ok: true, run, effects: [] }
    return seat?.state === 'offered'
      ? givePlaceBack(run, bookingKey, 'declined', now)
      : { ok: false, code: 'offer-gone' }
  })
  if (!changed.ok) return changed
  const by = actorOf(actor, row.value)
  const followed = await followPlaces(deps, changed.effects, { run: changed.run, at: changed.at, actor: by })
  const booking = followed.find(({ value }) => value.key === bookingKey) ?? row
  if (accept) await leaveOtherLines(deps, booking.value, by)
  return { ok: true, booking, run: changed.row }
}

/**
 * Gives back a booked place, an offer, a place in the line or a request that nobody has answered. What becomes free is
 * offered to the next in the same step. Throws `M365Error`; the same call may be repeated.
 */
export async function withdraw(
  deps: AnswerDeps,
  { bookingKey, why, actor }: { bookingKey: string; why: string; actor: Answerer },
): Promise<PlaceOutcome<AnswerRefusal>> {
  const row = await deps.bookings.byKey(bookingKey)
  if (!row) return { ok: false, code: 'no-such-booking' }
  if (!(await mayAnswer(deps, row.value, actor))) return { ok: false, code: 'not-yours' }
  const by = actorOf(actor, row.value)
  const changed = await changePlaces(deps, row.value.runKey, (run, now) =>
    givePlaceBack(run, bookingKey, 'withdrawn', now),
  )
  if (!changed.ok) return changed.code === 'no-place' ? endRequest(deps, row, why, by) : changed
  const followed = await followPlaces(deps, changed.effects, {
    run: changed.run,
    at: changed.at,
    actor: by,
    why,
  })
  return {
    ok: true,
    booking: followed.find(({ value }) => value.key === bookingKey) ?? row,
    run: changed.row,
  }
}

/** A wish that has no place in the run yet, or none any more, ends in its row alone. */
async function endRequest(
  deps: AnswerDeps,
  row: Stored<Booking>,
  why: string,
  by: { readonly name: string; readonly objectId: string },
): Promise<PlaceOutcome<AnswerRefusal>> {
  const run = await deps.runs.byKey(row.value.runKey)
  if (!run) return { ok: false, code: 'no-such-run' }
  if (row.value.state === 'withdrawn') return { ok: true, booking: row, run }
  const at = await deps.clock.now()
  const next = stepTo(row.value, 'withdrawn', { at, by: by.name, byObject: by.objectId, why: why.trim() })
  if (!next) return { ok: false, code: 'no-place' }
  const saved = await deps.bookings.save(row, next)
  return { ok: true, booking: saved.ok ? saved.row : saved.theirs, run }
}

async function mayAnswer(deps: AnswerDeps, booking: Booking, actor: Answerer): Promise<boolean> {
  if (actor === 'the-link') return true
  const { objectId } = actor
  if (objectId !== '' && (booking.person === objectId || booking.arrangedBy === objectId)) return true
  const setting = await deps.settings.byKey(agencyCoordinatorsKey)
  const person: Person = { ...actor, signInName: '' }
  return mayBookFor(person, booking.organisation, readAgencyCoordinators(setting?.value ?? null))
}

const actorOf = (actor: Answerer, booking: Booking) =>
  actor === 'the-link' ? { name: booking.personName, objectId: booking.address } : actor
