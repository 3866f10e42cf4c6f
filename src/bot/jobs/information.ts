import { setTimeout as timer } from 'node:timers/promises'
import { type IsoDate, ukTime } from '../../domain/calendarDays.ts'
import { closedNow } from '../../domain/reminderHolds.ts'
import { reminderSettingsOf } from '../../domain/reminderSettings.ts'
import { type AskFeedbackDeps, askFeedback } from '../../usecases/askFeedback.ts'
import {
  changeOutbox,
  feedbackOrder,
  isBulletin,
  readOutbox,
  service,
} from '../../usecases/bulletinOutbox.ts'
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
  /** Looks into the outbox and at the clock, and does what there is to do. */
  look(): Promise<void>
  /** Ends when nothing is being sent. */
  idle(): Promise<void>
}

/** UK time from which people are asked about runs on a working day: after the morning's deadlines. */
const askAt = '11:00'
/** Looks after which people are asked again where another instance was sending, or something failed: some minutes. */
const restAfterFailure = 40

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
  // True when it was gone through to its end.
  const take = (
    work: (given: Given & { wait: typeof wait }, may: () => Promise<boolean>, run: string) => Promise<void>,
  ): Promise<boolean> => {
    const mine = turns(async () => {
      const given = { ...(await deps()), wait }
      const run = crypto.randomUUID()
      const lock = await takeRunLock({ ...given, process: thisProcess(), isGone }, run)
      if (!lock.ok) return false
      let stopped = false
      const may = async () => {
        stopped = stopping() || !(await lock.lease.keep())
        return !stopped
      }
      await work(given, may, run).finally(() => lock.lease.release())
      return !stopped
    }).catch((thrown: unknown) => {
      log.warn(failureFacts(thrown), 'training could not be told about; a later look tries again')
      return false
    })
    last = mine
    return mine
  }
  let askedOn = ''
  let rest = 0
  const sendWaiting = () =>
    take(async (given, may, run) => {
      for (const { key, sent, skipped, failed } of await sendBulletins(given, { run, may }))
        log.info({ bulletin: key, sent, skipped, failed }, 'a bulletin went out')
    })
  const ask = async (day: IsoDate, ordered: boolean): Promise<boolean> => {
    const whole = await take(async (given, may, run) => {
      const asked = await askFeedback(given, { today: day, run, may, done })
      if (asked.sent + asked.failed > 0) log.info({ ...asked }, 'people were asked about runs')
    })
    const settled = (keys: readonly string[]) => keys.filter((key) => key !== feedbackOrder)
    if (ordered && whole) await changeOutbox(await deps(), settled, service)
    return whole
  }
  return {
    async look() {
      const given = await deps()
      const day = await today()
      const keys = (await readOutbox(given))?.keys ?? []
      if (keys.some(isBulletin)) await sendWaiting()
      const ordered = keys.includes(feedbackOrder)
      rest = Math.max(0, rest - 1)
      const due = askedOn !== day && rest === 0 && (await isTimeToAsk(given, day))
      if (!ordered && !due) return
      if (await ask(day, ordered)) askedOn = due ? day : askedOn
      else rest = restAfterFailure
    },
    idle: async () => {
      await last
    },
  }
}

/** In quiet hours and on days without work nobody is asked. */
async function isTimeToAsk({ clock, settings }: Given, day: IsoDate): Promise<boolean> {
  const time = ukTime(await clock.now())
  if (time < askAt) return false
  const { daysOff, policies } = reminderSettingsOf((await settings.all()).rows.map(({ value }) => value))
  return closedNow({ daysOff, time }, policies.rules, day) === null
}

/** Milliseconds between two looks into the outbox: one request each. */
const lookEvery = 8_000

/** Starts looking into the outbox and at the clock. @returns a function that stops it */
export function startInformation(job: InformationJob, log: Logger): () => void {
  return repeat({
    every: lookEvery,
    work: job.look,
    failed: (thrown) => log.warn(failureFacts(thrown), 'training could not be told about'),
  })
}

async function wait(milliseconds: number): Promise<void> {
  await timer(milliseconds)
}
