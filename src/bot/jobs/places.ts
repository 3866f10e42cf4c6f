import { setTimeout as timer } from 'node:timers/promises'
import {
  type PlacesServed,
  type PlacesSettled,
  type ServeDeps,
  type SettleDeps,
  servePlaces,
  settlePlaces,
} from '../../usecases/keepPlaces.ts'
import { type LockDeps, underRunLock } from '../../usecases/runLock.ts'
import type { Logger } from '../log.ts'
import { isGone, thisProcess } from './instance.ts'
import { inTurn, type Turns } from './turns.ts'

type Given = Omit<SettleDeps & ServeDeps, 'wait'> & { readonly settings: LockDeps['settings'] }

/** What a round over the places did. `served` is null when there was nobody to serve, or another instance does it. */
export interface PlacesRound {
  readonly settled: PlacesSettled
  readonly served: PlacesServed | null
}

/** Keeps places, tells people and keeps their calendars. */
export interface PlacesJob {
  /** @param everything also what is done only now and then, and what failed a short while ago */
  (everything?: boolean): Promise<PlacesRound>
  /** Ends when nothing is being done. */
  idle(): Promise<void>
}

/** Rounds after which every run to come is looked through. */
const thoroughEvery = 90
/** Rounds for which a booking that failed is left alone. */
const restAfterFailure = 30

/**
 * A round over the places. Settling them needs no lock but the runs themselves; whoever tells people takes the lock of
 * the reminders, because two messages at a time must not cross in one chat.
 * @param stopping asked before each message; true ends the round
 */
export function placesJob(
  deps: () => Promise<Given>,
  log: Logger,
  stopping: () => boolean,
  turns: Turns,
): PlacesJob {
  const rounds = inTurn()
  const failedIn = new Map<string, number>()
  let round = 0
  let last: Promise<unknown> = Promise.resolve()
  const run = async (everything: boolean): Promise<PlacesRound> => {
    const given = { ...(await deps()), wait }
    const settled = await settlePlaces(given, { thorough: everything || round % thoroughEvery === 0 })
    round += 1
    const later = everything ? new Set<string>() : resting(failedIn, round)
    const due = (await given.bookings.eventsDue()).rows.some(({ value }) => !later.has(value.key))
    const served = due ? await serve(given, later) : null
    for (const { booking } of served?.failures ?? []) failedIn.set(booking, round)
    tell(log, settled, served)
    return { settled, served }
  }
  const serve = async (given: Given & { wait: typeof wait }, later: ReadonlySet<string>) => {
    const done: PlacesServed[] = []
    const name = crypto.randomUUID()
    const lock = { ...given, instance: { process: thisProcess(), isGone } }
    await turns(() =>
      underRunLock(lock, name, async (keep) => {
        const may = async () => !stopping() && (await keep())
        done.push(await servePlaces(given, { round: name, later, may }))
      }),
    )
    return done[0] ?? null
  }
  const job = (everything = false) => {
    const mine = rounds(() => run(everything))
    last = mine.catch(() => undefined)
    return mine
  }
  const idle = async () => {
    await last
  }
  return Object.assign(job, { idle })
}

async function wait(milliseconds: number): Promise<void> {
  await timer(milliseconds)
}

function resting(failedIn: Map<string, number>, round: number): ReadonlySet<string> {
  for (const [booking, failed] of failedIn) if (round - failed > restAfterFailure) failedIn.delete(booking)
  return new Set(failedIn.keys())
}

function tell(log: Logger, settled: PlacesSettled, served: PlacesServed | null): void {
  const { placed, settled: runs, offeredElsewhere, putRight } = settled
  const { events = 0, told = 0 } = served ?? {}
  const counts = { placed, runs, offeredElsewhere, putRight, events, told }
  if (Object.values(counts).some((count) => count > 0)) log.info(counts, 'places were kept')
  const failures = [...settled.failures, ...(served?.failures.map(({ why }) => why) ?? [])]
  if (failures.length > 0)
    log.warn({ failures: failures.length, first: failures[0] }, 'places to be kept later')
}
