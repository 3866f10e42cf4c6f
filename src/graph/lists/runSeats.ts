import * as v from 'valibot'
import type { Seat, WaitingPlace } from '../../domain/runPlaces.ts'

/**
 * Seats and waiting people as one run's note holds them: short, because hundreds have to fit into 63,999 characters.
 * What a booking's key shares with the run's own is left out, and so is what is usual.
 */
export const seatSchema = v.object({
  who: v.string(),
  agency: v.exactOptional(v.string()),
  borough: v.exactOptional(v.string()),
  offeredUntil: v.exactOptional(v.string()),
})
export const waitingSchema = v.object({
  who: v.string(),
  agency: v.exactOptional(v.string()),
  borough: v.exactOptional(v.string()),
  since: v.string(),
})
type StoredSeat = v.InferOutput<typeof seatSchema>
type StoredWaiting = v.InferOutput<typeof waitingSchema>

/** The seats of a run from its note. */
export function readSeats(runKey: string, stored: readonly StoredSeat[]): readonly Seat[] {
  return stored.map(({ who, agency = '', borough = '', offeredUntil = null }) => ({
    booking: whole(runKey, who),
    agency,
    borough,
    state: offeredUntil === null ? 'booked' : 'offered',
    until: offeredUntil,
  }))
}

/** The seats of a run for its note. */
export function writeSeats(runKey: string, seats: readonly Seat[]): readonly StoredSeat[] {
  return seats.map(({ booking, agency, borough, until }) => ({
    who: short(runKey, booking),
    ...placeOf(agency, borough),
    ...(until !== null && { offeredUntil: until }),
  }))
}

/** The waiting people of a run from its note, in their order. */
export function readWaiting(runKey: string, stored: readonly StoredWaiting[]): readonly WaitingPlace[] {
  return stored.map(({ who, agency = '', borough = '', since }) => ({
    booking: whole(runKey, who),
    agency,
    borough,
    since,
  }))
}

/** The waiting people of a run for its note. */
export function writeWaiting(runKey: string, waiting: readonly WaitingPlace[]): readonly StoredWaiting[] {
  return waiting.map(({ booking, agency, borough, since }) => ({
    who: short(runKey, booking),
    ...placeOf(agency, borough),
    since,
  }))
}

const placeOf = (agency: string, borough: string) => ({
  ...(agency !== '' && { agency }),
  ...(borough !== '' && { borough }),
})

/** A booking of another run than its own would be a mistake; it is kept as it is, behind a mark that no key begins with. */
const short = (runKey: string, booking: string) =>
  booking.startsWith(`${runKey}/`) ? booking.slice(runKey.length + 1) : `=${booking}`
const whole = (runKey: string, who: string) => (who.startsWith('=') ? who.slice(1) : `${runKey}/${who}`)
