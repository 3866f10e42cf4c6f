import type { Booking } from '../domain/booking.ts'
import { bookingsBehind, followRun, type StepBy } from '../domain/bookingLadder.ts'
import type { Instant } from '../domain/calendarDays.ts'
import type { CourseRun } from '../domain/course.ts'
import { sayPlaceReason } from '../domain/placeWords.ts'
import type { PlaceEffect } from '../domain/waitingList.ts'
import type { PlaceDeps } from './changePlaces.ts'
import type { Stored } from './ports.ts'

/** Who changed the run. Whatever the clock does is done by Follow-Through. */
export interface PlaceActor {
  readonly name: string
  readonly objectId: string
}

export const theService: PlaceActor = { name: 'Follow-Through', objectId: 'follow-through' }

/** Effects from which on the bookings of the run are read and written together. */
const manyEffects = 4
/** Times that a booking is saved over somebody else's change. */
const triesOverOthers = 5

interface Following {
  readonly run: CourseRun
  readonly at: Instant
  readonly actor: PlaceActor
  /** What the actor said of their own step: the reason for giving a place back. */
  readonly why?: string
}

/**
 * Brings the rows of bookings after their run. What breaks off here is put right by whoever reads the run next, so a
 * row that is not there, or that others keep changing, is left.
 * @returns the bookings that were brought after it, in the order of the effects
 * @throws M365Error
 */
export async function followPlaces(
  deps: Pick<PlaceDeps, 'bookings'>,
  effects: readonly PlaceEffect[],
  following: Following,
): Promise<readonly Stored<Booking>[]> {
  const rows = await rowsOf(deps, effects, following.run)
  const followed = new Map<string, Stored<Booking>>()
  if (effects.length < manyEffects) {
    for (const effect of effects) {
      const row = followed.get(effect.booking) ?? rows.get(effect.booking)
      if (row) followed.set(effect.booking, await followOne(deps, row, effect, following))
    }
    return [...followed.values()]
  }
  return followMany(deps, effects, rows, following)
}

async function rowsOf(
  deps: Pick<PlaceDeps, 'bookings'>,
  effects: readonly PlaceEffect[],
  run: CourseRun,
): Promise<ReadonlyMap<string, Stored<Booking>>> {
  const rows =
    effects.length < manyEffects
      ? await Promise.all(effects.map(({ booking }) => deps.bookings.byKey(booking)))
      : (await deps.bookings.ofRun(run.key)).rows
  return new Map(rows.flatMap((row) => (row ? [[row.value.key, row] as const] : [])))
}

async function followOne(
  deps: Pick<PlaceDeps, 'bookings'>,
  given: Stored<Booking>,
  effect: PlaceEffect,
  following: Following,
): Promise<Stored<Booking>> {
  let row = given
  for (let tried = 1; tried <= triesOverOthers; tried += 1) {
    const next = followed(row.value, effect, following)
    if (next === row.value) return row
    const saved = await deps.bookings.save(row, next)
    if (saved.ok) return saved.row
    row = saved.theirs
  }
  return row
}

async function followMany(
  deps: Pick<PlaceDeps, 'bookings'>,
  effects: readonly PlaceEffect[],
  rows: ReadonlyMap<string, Stored<Booking>>,
  following: Following,
): Promise<readonly Stored<Booking>[]> {
  const changes = [...rows.values()].flatMap((row) => {
    const own = effects.filter(({ booking }) => booking === row.value.key)
    const next = own.reduce((booking, effect) => followed(booking, effect, following), row.value)
    return next === row.value ? [] : [{ row, next }]
  })
  const attempts = await deps.bookings.saveMany(changes)
  return attempts.flatMap((attempt) => (attempt.ok && attempt.value.ok ? [attempt.value.row] : []))
}

function followed(booking: Booking, effect: PlaceEffect, { run, at, actor, why = '' }: Following): Booking {
  const given = effect.because === 'given-back' ? why.trim() : ''
  // An offer follows from a place that became free, not from whoever gave it back.
  const { name, objectId } = effect.to === 'offered' || effect.because === 'not-answered' ? theService : actor
  const by: StepBy = { at, by: name, byObject: objectId, why: given || sayPlaceReason(effect, run) }
  return followRun(booking, run, effect, by)
}

/**
 * Puts right the rows of a run's bookings that a change which broke off left behind.
 * @returns how many were behind
 * @throws M365Error
 */
export async function putBookingsRight(
  deps: Pick<PlaceDeps, 'bookings'>,
  run: CourseRun,
  at: Instant,
): Promise<number> {
  const { rows } = await deps.bookings.ofRun(run.key)
  const behind = bookingsBehind(
    run,
    rows.map(({ value }) => value),
    at,
  )
  if (behind.length > 0) await followPlaces(deps, behind, { run, at, actor: theService })
  return behind.length
}
