import { setTimeout as timer } from 'node:timers/promises'
import { type IsoDate, ukTime } from '../../domain/calendarDays.ts'
import { pacedLedger, pacedReads, paceOf, sharePointAllowance } from '../../usecases/pace.ts'
import type { RunReport } from '../../usecases/runReport.ts'
import { type ReminderDeps, sendReminders } from '../../usecases/sendReminders.ts'
import type { Logger } from '../log.ts'
import { isGone, thisProcess } from './instance.ts'
import { inTurn, type Turns } from './turns.ts'

/** What a run works with, except for what is the same in every process. */
export type JobDeps = Omit<ReminderDeps, 'instance' | 'wait'> &
  Partial<Pick<ReminderDeps, 'instance' | 'wait'>>

/** Runs for a day, or for today; for one person, or for everybody. */
export interface RemindJob {
  (day: IsoDate | null, only?: string | null): Promise<RunReport>
  /** Ends when no run is under way. */
  idle(): Promise<void>
}

/** People after whom a run says how far it has got. */
const progressEvery = 100

/**
 * One run of the reminders. Runs of one process wait for one another; instances are kept apart by the lock in the
 * settings. A run for a day that somebody named keeps no quiet hours: they know what time it is.
 * @param stopping asked before each card; true ends the run, and the next one goes on
 * @param turns shared with whatever else writes into people's chats
 */
export function remindJob(
  deps: () => Promise<JobDeps>,
  today: () => Promise<IsoDate>,
  log: Logger,
  stopping: () => boolean = () => false,
  turns: Turns = inTurn(),
): RemindJob {
  const paced = paceOf({ now: () => performance.now(), wait }, sharePointAllowance)
  let last: Promise<unknown> = Promise.resolve()
  const run = async (day: IsoDate | null, only: string | null): Promise<RunReport> => {
    const name = crypto.randomUUID()
    const given = await deps()
    const instance = { process: thisProcess(), isGone }
    const report = await sendReminders(
      { instance, wait, ...given, ...pacedReads(given, paced), ledger: pacedLedger(given.ledger, paced) },
      {
        today: day ?? (await today()),
        time: day === null ? ukTime(await given.clock.now()) : null,
        run: name,
        only,
        stopped: stopping,
        onProgress({ people, done }) {
          if (done % progressEvery === 0) log.info({ run: name, people, done }, 'reminders go out')
        },
      },
    )
    log.info({ run: name, today: report.today, ...countsOf(report) }, 'reminders')
    if (report.silence !== null) log.warn({ run: name }, report.silence)
    return report
  }
  const job = (day: IsoDate | null, only: string | null = null) => {
    const mine = turns(() => run(day, only))
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

function countsOf(report: RunReport): Record<string, number | string | null> {
  const { sent, skipped, failed, unreachable, unconfirmed, held, cancelled } = report
  return {
    cards: sent.length,
    skipped: skipped.length,
    failed: failed.length,
    unreachable: unreachable.length,
    unconfirmed: unconfirmed.length,
    held: held.length,
    cancelled: cancelled.length,
    unaddressed: report.unaddressed.length,
    unreadable: report.unreadable.length,
    stopped: report.stopped,
  }
}
