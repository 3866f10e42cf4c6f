import { Cron } from 'croner'
import { type Instant, ukDay, ukTime } from '../../domain/calendarDays.ts'
import type { RunRecord } from '../../usecases/runRecord.ts'
import type { RunReport } from '../../usecases/runReport.ts'

/** A time of every day in the United Kingdom, summer and winter, in the words of cron. `08:00` is eight in the morning. */
export function dailyAt(time: string): { readonly pattern: string; readonly timezone: string } {
  const [hour = '8', minute = '0'] = time.split(':')
  return { pattern: `${Number(minute)} ${Number(hour)} * * *`, timezone: 'Europe/London' }
}

/** Milliseconds after which a run is tried again that another instance kept away, or that broke off. */
const tryAgainAfter = 15 * 60_000
/** Tries of one day. */
const mostTries = 12

export interface ScheduleDeps {
  /** UK time of the daily run, `HH:MM`. */
  readonly at: string
  run(): Promise<RunReport>
  /** The newest runs, the newest first. */
  records(): Promise<readonly RunRecord[]>
  now(): Promise<Instant>
  wait(milliseconds: number): Promise<void>
  failed(thrown: unknown): void
}

/**
 * Starts the daily run, and runs at once where the service was down when the day's run was due. What was due on a day
 * that was missed needs no catching up of its own: it stays due, and the ledger keeps anything from being sent twice.
 * @returns a function that stops the schedule
 */
export function startSchedule(deps: ScheduleDeps): () => void {
  const { pattern, timezone } = dailyAt(deps.at)
  let stopped = false
  const today = () => runOfDay(deps, () => stopped).catch(deps.failed)
  const job = new Cron(pattern, { timezone, protect: true }, today)
  missedToday(deps).then(
    (missed) => (missed && !stopped ? today() : undefined),
    (thrown) => deps.failed(thrown),
  )
  return () => {
    stopped = true
    job.stop()
  }
}

/**
 * Runs until the day's run has gone through, here or in another instance.
 * @param stopped says whether the service is on its way out
 */
export async function runOfDay(deps: ScheduleDeps, stopped: () => boolean): Promise<void> {
  for (let tried = 1; !stopped(); tried += 1) {
    if (await wentThroughToday(deps)) return
    const report = await deps.run().catch((thrown: unknown) => {
      deps.failed(thrown)
      return null
    })
    if ((report && report.stopped === null) || tried >= mostTries) return
    await deps.wait(tryAgainAfter)
  }
}

/** Whether some instance has finished a run for today, at the day's time or later. */
async function wentThroughToday({ at, records, now }: ScheduleDeps): Promise<boolean> {
  const day = ukDay(await now())
  return (await records()).some(
    (record) =>
      record.stopped === null &&
      record.today === day &&
      ukDay(record.startedAt) === day &&
      ukTime(record.startedAt) >= at,
  )
}

/** Whether the time of today's run has passed without one. A service that never ran waits for its first time. */
export async function missedToday(deps: Pick<ScheduleDeps, 'at' | 'records' | 'now'>): Promise<boolean> {
  const now = await deps.now()
  const [newest] = await deps.records()
  if (!newest || ukTime(now) < deps.at) return false
  return newest.today < ukDay(now) && newest.finishedAt < now
}
