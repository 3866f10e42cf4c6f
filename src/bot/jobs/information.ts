import { setTimeout as timer } from 'node:timers/promises'
import { type IsoDate, ukTime } from '../../domain/calendarDays.ts'
import { closedNow } from '../../domain/reminderHolds.ts'
import { reminderSettingsOf } from '../../domain/reminderSettings.ts'
import { type AskFeedbackDeps, askFeedback } from '../../usecases/askFeedback.ts'
import { readOutbox } from '../../usecases/orderBulletin.ts'
import type { SettingStore } from '../../usecases/ports.ts'
import { takeRunLock } from '../../usecases/runLock.ts'
import { type SendBulletinDeps, sendBulletins } from '../../usecases/sendBulletins.ts'
import { failureFacts, type Logger } from '../log.ts'
import { isGone, thisProcess } from './instance.ts'
import { repeat } from './repeat.ts'
import type { Turns } from './turns.ts'

type Given = Omit<AskFeedbackDeps & SendBulletinDeps, 'wait'> & { readonly settings: SettingStore }

/** Sends bulletins that were ordered, and asks people about runs. */
export interface InformationJob {
  /** Looks into the outbox, and sends what is in it. */
  bulletins(): Promise<void>
  /** Asks whoever is to be asked today. */
  feedback(): Promise<void>
  /** Ends when nothing is being sent. */
  idle(): Promise<void>
}

/**
 * One thing after the other, in turn with the reminders: two messages at a time must not cross in one chat. The lock of
 * the reminders keeps instances apart. What fails is left to the next look.
 * @param stopping asked before each message; true ends it, and the next look goes on
 */
export function informationJob(
  deps: () => Promise<Given>,
  today: () => Promise<IsoDate>,
  log: Logger,
  stopping: () => boolean,
  turns: Turns,
): InformationJob {
  let last: Promise<unknown> = Promise.resolve()
  const done = new Set<string>()
  const take = (
    work: (given: Given & { wait: typeof wait }, may: () => Promise<boolean>, run: string) => Promise<void>,
  ) => {
    const mine = turns(async () => {
      const given = { ...(await deps()), wait }
      const run = crypto.randomUUID()
      const lock = await takeRunLock({ ...given, process: thisProcess(), isGone }, run)
      if (!lock.ok) return
      const may = async () => !stopping() && (await lock.lease.keep())
      await work(given, may, run).finally(() => lock.lease.release())
    }).catch((thrown: unknown) =>
      log.warn(failureFacts(thrown), 'training could not be told about; the next look tries again'),
    )
    last = mine
    return mine
  }
  return {
    async bulletins() {
      const waiting = await deps()
        .then(readOutbox)
        .catch(() => null)
      if (!waiting || waiting.keys.length === 0) return
      await take(async (given, may, run) => {
        for (const { key, sent, skipped, failed } of await sendBulletins(given, { run, may }))
          log.info({ bulletin: key, sent, skipped, failed }, 'a bulletin went out')
      })
    },
    feedback: () =>
      take(async (given, may, run) => {
        const day = await today()
        const time = ukTime(await given.clock.now())
        const settings = reminderSettingsOf((await given.settings.all()).rows.map(({ value }) => value))
        // In quiet hours and on days without work nobody is asked; a later look does it.
        if (closedNow({ daysOff: settings.daysOff, time }, settings.policies.rules, day) !== null) return
        const asked = await askFeedback(given, { today: day, run, may, done })
        if (asked.sent + asked.failed > 0) log.info({ ...asked }, 'people were asked about runs')
      }),
    idle: async () => {
      await last
    },
  }
}

/** Milliseconds between two looks into the outbox: one request each. */
const lookEvery = 15_000
/** Milliseconds after which people are asked about runs again. */
const askEvery = 3_600_000

/** Starts looking into the outbox and asking about runs. @returns a function that stops both */
export function startInformation(job: InformationJob, log: Logger): () => void {
  const failed = (thrown: unknown) => log.warn(failureFacts(thrown), 'training could not be told about')
  const stops = [
    repeat({ every: lookEvery, work: job.bulletins, failed }),
    repeat({ every: askEvery, work: job.feedback, failed }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

async function wait(milliseconds: number): Promise<void> {
  await timer(milliseconds)
}
