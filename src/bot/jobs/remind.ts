import type { IsoDate } from '../../domain/calendarDays.ts'
import { type ReminderDeps, type RunReport, sendReminders } from '../../usecases/sendReminders.ts'
import type { Logger } from '../log.ts'

/**
 * One run of the reminders. Runs wait for one another: to a second run, a claim of the first would look like one
 * that broke off. There is one service per tenant, so waiting in this process is enough.
 * @returns a function that runs for a day, or for today
 */
export function remindJob(
  deps: () => Promise<ReminderDeps>,
  today: () => Promise<IsoDate>,
  log: Logger,
): (day: IsoDate | null) => Promise<RunReport> {
  let before: Promise<unknown> = Promise.resolve()
  const run = async (day: IsoDate | null): Promise<RunReport> => {
    const name = crypto.randomUUID()
    const report = await sendReminders(await deps(), { today: day ?? (await today()), run: name })
    log.info({ run: name, today: report.today, ...countsOf(report) }, 'reminders')
    return report
  }
  return (day) => {
    const mine = before.then(() => run(day))
    before = mine.catch(() => undefined)
    return mine
  }
}

function countsOf(report: RunReport): Record<string, number> {
  const { sent, skipped, failed, unreachable, unconfirmed, unaddressed, unreadable } = report
  return {
    cards: sent.length,
    skipped: skipped.length,
    failed: failed.length,
    unreachable: unreachable.length,
    unconfirmed: unconfirmed.length,
    unaddressed: unaddressed.length,
    unreadable: unreadable.length,
  }
}
