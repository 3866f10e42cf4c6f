import { type IsoDate, ukTime } from '../../domain/calendarDays.ts'
import { fellOn } from '../../domain/trainingDecisions.ts'
import type { CoverDeps, CoverUpdate } from '../../usecases/coverDeps.ts'
import { rebuildCover } from '../../usecases/rebuildCover.ts'
import { type LockDeps, underRunLock } from '../../usecases/runLock.ts'
import { type TellDeps, tellFallen } from '../../usecases/tellAtOnce.ts'
import { updateCover } from '../../usecases/updateCover.ts'
import { type WatchTrainingDeps, watchTraining } from '../../usecases/watchTraining.ts'
import { failureFacts, type Logger } from '../log.ts'
import { isGone, thisProcess } from './instance.ts'
import { inTurn, type Turns } from './turns.ts'

/** What keeping the cover works with. */
export type CoverJobDeps = CoverDeps &
  WatchTrainingDeps &
  Omit<TellDeps, 'recommendations' | 'clock' | 'settings' | 'wait'> & {
    readonly clock: CoverDeps['clock'] & LockDeps['clock']
    readonly settings: CoverDeps['settings'] & LockDeps['settings'] & TellDeps['settings']
  }

/** Counts what changed; `everything` counts from nothing. */
export interface CoverJob {
  (everything?: boolean): Promise<CoverUpdate>
  /** Ends when nothing is being counted. */
  idle(): Promise<void>
}

/**
 * Keeps the figures of cover, writes down where a figure that a recommendation rests on was reached or fell, and tells
 * the owner and the secretary of green rows at once. Counts of one process wait for one another.
 * @param turns shared with whatever else writes into people's chats
 */
export function coverJob(
  deps: () => Promise<CoverJobDeps>,
  wait: TellDeps['wait'],
  log: Logger,
  turns: Turns = inTurn(),
): CoverJob {
  const counting = inTurn()
  let last: Promise<unknown> = Promise.resolve()
  // A row stays fallen for weeks; it is told of once, and what failed is the day's run to send.
  const told = new Map<string, IsoDate | null>()
  const tell = async (given: CoverJobDeps, today: IsoDate, fell: Parameters<typeof tellFallen>[2]) => {
    const lock = { ...given, instance: { process: thisProcess(), isGone }, wait }
    const time = ukTime(await given.clock.now())
    const input = { today, time, run: crypto.randomUUID() }
    const done = await underRunLock(lock, input.run, async () => {
      const sent = await tellFallen({ ...given, wait }, input, fell)
      if (sent.sent.length > 0) log.info({ cards: sent.sent.length }, 'told of training that has fallen')
    })
    if (done) for (const row of fell) told.set(row.id, fellOn(row.value))
  }
  const run = async (everything: boolean): Promise<CoverUpdate> => {
    const given = await deps()
    const today = await given.clock.today()
    const update = everything ? await rebuildCover(given, today) : await updateCover(given, today)
    if (update.how !== 'nothing') log.info({ ...update }, 'cover was counted')
    const fallen = (await watchTraining(given, today)).fell
    const fell = fallen.filter((row) => told.get(row.id) !== fellOn(row.value))
    // Telling is not waited for: a run of reminders may be under way, and the figures are there already.
    if (fell.length > 0)
      last = turns(() => tell(given, today, fell)).catch((thrown: unknown) =>
        log.warn(failureFacts(thrown), 'nobody could be told of training that fell; the next run tells them'),
      )
    return update
  }
  const job = (everything = false) => counting(() => run(everything))
  const idle = async () => {
    await last
  }
  return Object.assign(job, { idle })
}
