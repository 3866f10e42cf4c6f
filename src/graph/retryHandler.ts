import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client'
import { M365Error } from '../domain/m365Error.ts'
import { carry } from './bearer.ts'
import { type Attempt, decideRetry, isThrottled, type RetryPolicy, readRetryAfter } from './retry.ts'
import type { GateDeps, ThrottleGate } from './throttleGate.ts'
import { type Workload, workloadOf } from './workload.ts'

/** Say this with a request whose repeat is recognised as our own, so that it may be sent again after a lost answer. */
export class Repeatable implements MiddlewareOptions {
  readonly repeatable = true
}

/** What a request is, apart from its attempts. */
interface Kind {
  readonly method: string
  readonly repeatable: boolean
  readonly conditional: boolean
  readonly workload: Workload
}

/** Sends a request again as `decideRetry` says, and keeps away from where another call was asked to wait. */
export class RetryHandler implements Middleware {
  private next: Middleware | null = null
  private readonly policy: RetryPolicy
  private readonly gate: ThrottleGate
  private readonly deps: GateDeps

  constructor(policy: RetryPolicy, gate: ThrottleGate, deps: GateDeps) {
    this.policy = policy
    this.gate = gate
    this.deps = deps
  }

  setNext(next: Middleware): void {
    this.next = next
  }

  async execute(context: Context): Promise<void> {
    const { now, random, wait } = this.deps
    const started = now()
    const caller = context.options?.signal ?? null
    const kind = kindOf(context)
    let [waitedUntil, mayHaveHappened] = [0, false]
    for (let made = 1; ; made += 1) {
      await this.passGate(kind, waitedUntil, started, mayHaveHappened)
      caller?.throwIfAborted()
      const lost = await this.gate.inMailbox(kind.workload.mailbox, () => this.attempt(context, caller))
      const attempt = attemptOf(kind, lost ? null : context, made, now() - started)
      const decision = decideRetry(attempt, this.policy, random(), now())
      const throttled = isThrottled(attempt)
      if (throttled) waitedUntil = this.gate.close(kind.workload.name, this.pauseOf(attempt))
      else mayHaveHappened ||= leavesOpen(attempt)
      if (!decision.retry) {
        if (lost || (mayHaveHappened && throttled)) throw carry(noAnswer(kind.method))
        return
      }
      await wait(decision.wait)
      caller?.throwIfAborted()
    }
  }

  /** Waits with the others; where that takes longer than a person would, says so at once. */
  private async passGate(
    kind: Kind,
    known: number,
    started: number,
    mayHaveHappened: boolean,
  ): Promise<void> {
    const { name } = kind.workload
    const elapsed = this.deps.now() - started
    if (elapsed + this.gate.closedFor(name, known) > this.policy.patience)
      throw carry(mayHaveHappened ? noAnswer(kind.method) : askedToWait())
    await this.gate.pass(name, known)
  }

  /** What the others are kept away for: what the answer asks, else as long as the first wait of all. */
  private pauseOf({ retryAfter }: Attempt): number {
    return readRetryAfter(retryAfter, this.deps.now()) ?? this.policy.firstWait
  }

  /** One attempt; true when no answer came. An abort by the caller is passed on. */
  private async attempt(context: Context, caller: AbortSignal | null): Promise<boolean> {
    const limit = AbortSignal.timeout(this.policy.answerWithin)
    context.options = { ...context.options, signal: caller ? AbortSignal.any([caller, limit]) : limit }
    try {
      await this.next?.execute(context)
      return false
    } catch (thrown) {
      if (caller?.aborted) throw thrown
      return true
    }
  }
}

function kindOf(context: Context): Kind {
  const address = typeof context.request === 'string' ? context.request : context.request.url
  return {
    method: context.options?.method ?? 'GET',
    repeatable: context.middlewareControl?.getMiddlewareOptions(Repeatable) !== undefined,
    conditional: new Headers(context.options?.headers).has('if-match'),
    workload: workloadOf(address),
  }
}

/** @param answered null when no answer came */
function attemptOf(kind: Kind, answered: Context | null, made: number, elapsed: number): Attempt {
  const { method, repeatable, conditional } = kind
  const status = answered?.response?.status ?? null
  const retryAfter = answered?.response?.headers.get('retry-after') ?? null
  return { status, retryAfter, method, repeatable, conditional, made, elapsed }
}

/** A later refusal says nothing of this attempt: the change may have been made. */
function leavesOpen({ status, method }: Attempt): boolean {
  return method.toUpperCase() !== 'GET' && (status === null || status === 502 || status === 504)
}

function noAnswer(method: string): M365Error {
  // Of a read nothing is said: it may follow a change that was made.
  const outcome = method.toUpperCase() === 'GET' ? '' : ' It is not known whether the change was made.'
  return new M365Error(
    'unavailable',
    `Microsoft 365 did not answer.${outcome} Check the connection and try again.`,
  )
}

/** The failure of a request that was never sent, because an earlier answer asks for a longer wait than a person has. */
export function askedToWait(): M365Error {
  return new M365Error('throttled', 'Microsoft 365 asks us to slow down. Try again in a few minutes.', {
    status: 429,
  })
}
