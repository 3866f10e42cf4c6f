import type { Instant } from '../domain/calendarDays.ts'
import type { CourseRun } from '../domain/course.ts'
import type { Settled } from '../domain/waitingList.ts'
import type { Clock, CourseStore, Stored } from './ports.ts'
import type { BookingStore, DatedRunStore } from './trainingPorts.ts'

/** What everything about places reads and writes. */
export interface PlaceDeps {
  readonly runs: Pick<DatedRunStore, 'byKey' | 'get' | 'save' | 'ofCourse'>
  readonly bookings: Pick<BookingStore, 'byKey' | 'create' | 'save' | 'ofRun' | 'saveMany'>
  readonly courses: Pick<CourseStore, 'byKey'>
  readonly clock: Pick<Clock, 'now'>
  wait(milliseconds: number): Promise<void>
  /** From 0 up to 1; `Math.random` when left out. */
  random?(): number
}

/** A run with what was decided, and whom that concerns; their bookings are still to follow. */
export interface PlacesChanged extends Settled {
  readonly row: Stored<CourseRun>
  readonly at: Instant
}

type Decided<C extends string> = ({ readonly ok: true } & Settled) | { readonly ok: false; readonly code: C }

/** Times that a change is tried while others keep changing the same run. */
export const mostTries = 40
/** Milliseconds: the first pause after losing against somebody else, and the longest. */
const pauses = { first: 40, longest: 1_500 }

/**
 * Changes the places of one run. The run's row is the only lock: it is saved with the etag that it was read with, and
 * where somebody else was faster, everything is decided again upon what they left. So there are never more bookings
 * than places, however many people press at once.
 * @param decide pure; asked anew upon every state of the run
 * @returns `too-busy` after so many tries, with nothing changed; `no-such-run`
 * @throws M365Error; the change may have been saved, and deciding again finds it there
 */
export async function changePlaces<C extends string>(
  deps: Pick<PlaceDeps, 'clock' | 'wait' | 'random'> & {
    readonly runs: Pick<PlaceDeps['runs'], 'byKey' | 'get' | 'save'>
  },
  runKey: string,
  decide: (run: CourseRun, now: Instant) => Decided<C>,
): Promise<
  | ({ readonly ok: true } & PlacesChanged)
  | { readonly ok: false; readonly code: C | 'too-busy' | 'no-such-run' }
> {
  let row = await deps.runs.byKey(runKey)
  if (!row) return { ok: false, code: 'no-such-run' }
  for (let tried = 1; ; tried += 1) {
    const at = await deps.clock.now()
    const decided = decide(row.value, at)
    if (!decided.ok) return decided
    const { run, effects } = decided
    if (run === row.value) return { ok: true, row, run, effects, at }
    const saved = await deps.runs.save(row, run)
    if (saved.ok) return { ok: true, row: saved.row, run: saved.row.value, effects, at }
    if (tried === mostTries) return { ok: false, code: 'too-busy' }
    await deps.wait(pauseAfter(tried, deps.random ?? Math.random))
    row = await deps.runs.get(row.id)
  }
}

/** Milliseconds to step aside, growing and never the same for two, so that not all come back at once. */
export function pauseAfter(tried: number, random: () => number): number {
  const longest = Math.min(pauses.longest, pauses.first * 2 ** (tried - 1))
  return Math.round(longest * random())
}
