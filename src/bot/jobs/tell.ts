import { setTimeout as timer } from 'node:timers/promises'
import type { IsoDate } from '../../domain/calendarDays.ts'
import type { CardPress, PressOutcome } from '../../usecases/answerCard.ts'
import {
  newestAnswer,
  type TellDeps,
  type Told,
  tellAnswer,
  tellDeciders,
} from '../../usecases/tellAtOnce.ts'
import { failureFacts, type Logger } from '../log.ts'

type Saved = Extract<PressOutcome, { code: 'saved' }>

/** Tells others of what was saved on a card. It is not waited for: where it fails, the next run tells them. */
export interface TellJob {
  (outcome: Saved, press: Pick<CardPress, 'rowRef'>): void
  /** Ends when nobody is being told. */
  idle(): Promise<void>
}

/**
 * Sends deciders their card, and whoever asked the answer, one after the other: two presses at a time must not write
 * to one chat at once.
 */
export function tellJob(
  deps: () => Promise<Omit<TellDeps, 'wait'>>,
  today: () => Promise<IsoDate>,
  log: Logger,
): TellJob {
  let before: Promise<unknown> = Promise.resolve()
  const tell = async (outcome: Saved, rowRef: string) => {
    const told = await toldOf(
      outcome,
      { ...(await deps()), wait },
      {
        ...{ rowRef, today: await today(), run: crypto.randomUUID() },
      },
    )
    if (told !== null) log.info({ did: outcome.did, ...countsOf(told) }, 'others were told')
  }
  const job = (outcome: Saved, { rowRef }: Pick<CardPress, 'rowRef'>) => {
    const mine = before.then(() => tell(outcome, rowRef))
    before = mine.catch((thrown: unknown) => {
      log.warn(failureFacts(thrown), 'others could not be told at once; the next run tells them')
    })
  }
  const idle = async () => {
    await before
  }
  return Object.assign(job, { idle })
}

async function toldOf(
  outcome: Saved,
  deps: TellDeps,
  input: Parameters<typeof tellDeciders>[1],
): Promise<Told | null> {
  if (outcome.did === 'ask-extension' || outcome.did === 'say-done') return tellDeciders(deps, input)
  const answer = 'row' in outcome ? newestAnswer(outcome.row.value) : null
  return answer === null ? null : tellAnswer(deps, input, answer)
}

async function wait(milliseconds: number): Promise<void> {
  await timer(milliseconds)
}

const countsOf = ({ sent, failed, unreachable, unconfirmed }: Told) => ({
  ...{ cards: sent.length, failed: failed.length },
  ...{ unreachable: unreachable.length, unconfirmed: unconfirmed.length },
})
