import { setTimeout as timer } from 'node:timers/promises'
import { type IsoDate, ukTime } from '../../domain/calendarDays.ts'
import type { CardPress, PressOutcome } from '../../usecases/answerCard.ts'
import { type LockDeps, underRunLock } from '../../usecases/runLock.ts'
import { type TellDeps, type Told, tellAnswer, tellAnswers, tellDeciders } from '../../usecases/tellAtOnce.ts'
import { failureFacts, type Logger } from '../log.ts'
import { isGone, thisProcess } from './instance.ts'
import { inTurn, type Turns } from './turns.ts'

type Given = TellDeps &
  Parameters<typeof tellAnswers>[0] & {
    readonly settings: LockDeps['settings']
    readonly instance: Pick<LockDeps, 'process' | 'isGone'>
  }
type Saved = Extract<PressOutcome, { code: 'saved' }>

/** Tells others of what was saved on a card. It is not waited for: where it fails, the next run tells them. */
export interface TellJob {
  (outcome: Saved, press: Pick<CardPress, 'rowRef'>): void
  /** Tells what was answered in the last days, in the tab for instance, and has not been told. */
  answers(today: IsoDate): void
  /** Ends when nobody is being told. */
  idle(): Promise<void>
}

/**
 * Sends deciders their card, and whoever asked the answer, one after the other: two presses at a time must not write
 * to one chat at once. A run that is under way, here or in another instance, is waited for.
 * @param turns shared with the runs
 */
export function tellJob(
  deps: () => Promise<Omit<Given, 'wait' | 'instance'> & Partial<Pick<Given, 'wait' | 'instance'>>>,
  today: () => Promise<IsoDate>,
  log: Logger,
  turns: Turns = inTurn(),
): TellJob {
  let last: Promise<unknown> = Promise.resolve()
  const take = (work: (given: Given) => Promise<void>, failure: string) => {
    last = turns(async () => {
      const given = { instance: { process: thisProcess(), isGone }, wait, ...(await deps()) }
      const done = await underRunLock(given, crypto.randomUUID(), () => work(given))
      if (!done) log.info('reminders are going out from another instance; the next run tells the others')
    }).catch((thrown: unknown) => log.warn(failureFacts(thrown), failure))
  }
  const tell = async (given: Given, outcome: Saved, rowRef: string) => {
    const time = ukTime(await given.clock.now())
    const input = { rowRef, today: await today(), time, run: crypto.randomUUID() }
    const told = asksOthers(outcome.did) ? await tellDeciders(given, input) : await tellAnswer(given, input)
    log.info({ did: outcome.did, ...countsOf(told) }, 'others were told')
  }
  const job = (outcome: Saved, { rowRef }: Pick<CardPress, 'rowRef'>) => {
    if (!concernsOthers.has(outcome.did)) return
    take((given) => tell(given, outcome, rowRef), 'others could not be told at once; the next run tells them')
  }
  const answers = (day: IsoDate) =>
    take(async (given) => {
      const told = await tellAnswers(given, { today: day, time: null, run: crypto.randomUUID() })
      if (told.sent.length > 0) log.info(countsOf(told), 'answers were told')
    }, 'answers could not be told; the next run tells them')
  const idle = async () => {
    await last
  }
  return Object.assign(job, { answers, idle })
}

/** What has to be decided by somebody else; the others answer what was asked. */
const asksOthers = (did: Saved['did']) => did === 'ask-extension' || did === 'say-done'
const concernsOthers: ReadonlySet<Saved['did']> = new Set([
  ...(['ask-extension', 'say-done', 'answer-extension', 'answer-sign-off'] as const),
])

async function wait(milliseconds: number): Promise<void> {
  await timer(milliseconds)
}

const countsOf = ({ sent, failed, unreachable, unconfirmed }: Told) => ({
  ...{ cards: sent.length, failed: failed.length },
  ...{ unreachable: unreachable.length, unconfirmed: unconfirmed.length },
})
