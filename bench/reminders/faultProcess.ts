import { ConnectorFailure } from '../../src/bot/deliverCard.ts'
import { M365Error } from '../../src/domain/m365Error.ts'
import type { Call, CallFate } from './farEnd.ts'
import type { VirtualTime } from './virtualTime.ts'

/** What may go wrong for one process. Chances are from 0 to 1. */
export interface Trouble {
  readonly random: () => number
  readonly refused: number
  readonly answerLost: number
  /** The process ends at this call, counted from 1; null when it lives. */
  readonly killedAt: number | null
}

/** A process of the service: it calls the far end until it is killed, and then nothing of it goes on. */
export class FaultProcess {
  readonly name: string
  killed = false
  /** Ends when the process does. */
  readonly gone: Promise<'gone'>
  private tellGone: () => void = () => {}
  private calls = 0
  private readonly time: VirtualTime
  private readonly trouble: Trouble

  constructor(name: string, time: VirtualTime, trouble: Trouble) {
    this.name = name
    this.time = time
    this.trouble = trouble
    this.gone = new Promise((resolve) => {
      this.tellGone = () => resolve('gone')
    })
  }

  kill(): void {
    this.killed = true
    this.tellGone()
  }

  /** A call that fails like Microsoft Graph. */
  readonly graph: Call = (name, act) =>
    this.call(act, () => new M365Error('unavailable', `Microsoft 365 did not answer (${name}).`))

  /** A call that fails like the Bot Connector: with 429 when it was refused, with 504 when its answer was lost. */
  readonly connector: Call = (_name, act) =>
    this.call(act, (fate) => new ConnectorFailure(fate === 'refused' ? 429 : 504, null))

  /** A wait of the process itself. */
  async wait(milliseconds: number): Promise<void> {
    await this.time.wait(milliseconds)
    if (this.killed) await never()
  }

  /**
   * The request is on its way for a while, happens, and its answer is on its way back. A process can be killed before,
   * between and after; what it had sent off happens all the same.
   */
  private async call<T>(act: () => T, failure: (fate: CallFate) => Error): Promise<T> {
    if (this.killed) return never()
    this.calls += 1
    const { random, killedAt } = this.trouble
    const last = this.calls === killedAt
    const moment = last ? Math.floor(random() * 3) : -1
    if (moment === 0) {
      this.kill()
      return never()
    }
    if (moment === 1) this.kill()
    await this.time.wait(20 + random() * 400)
    const fate = this.fate()
    const done = fate === 'refused' ? null : { answer: act() }
    if (moment === 2) this.kill()
    await this.time.wait(20 + random() * 200)
    if (this.killed) return never()
    if (done === null || fate === 'answer-lost') throw failure(fate)
    return done.answer
  }

  private fate(): CallFate {
    const { random, refused, answerLost } = this.trouble
    const drawn = random()
    if (drawn < refused) return 'refused'
    return drawn < refused + answerLost ? 'answer-lost' : 'well'
  }
}

function never(): Promise<never> {
  return new Promise(() => {})
}
