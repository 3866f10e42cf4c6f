import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client'
import { M365Error } from '../domain/m365Error.ts'
import { carry } from './bearer.ts'
import { decideRetry, type RetryPolicy } from './retry.ts'

/** Say this with a POST whose repeat is recognised as our own, so that it may be sent again after a lost answer. */
export class Repeatable implements MiddlewareOptions {
  readonly repeatable = true
}

/** Sends a request again as `decideRetry` says. */
export class RetryHandler implements Middleware {
  private next: Middleware | null = null
  private readonly policy: RetryPolicy
  private readonly wait: (milliseconds: number) => Promise<void>

  constructor(policy: RetryPolicy, wait: (milliseconds: number) => Promise<void> = sleep) {
    this.policy = policy
    this.wait = wait
  }

  setNext(next: Middleware): void {
    this.next = next
  }

  async execute(context: Context): Promise<void> {
    const started = Date.now()
    const caller = context.options?.signal ?? null
    const repeatable = context.middlewareControl?.getMiddlewareOptions(Repeatable) !== undefined
    for (let made = 1; ; made += 1) {
      const lost = await this.attempt(context, caller)
      const decision = decideRetry(
        {
          status: lost ? null : (context.response?.status ?? null),
          retryAfter: lost ? null : (context.response?.headers.get('retry-after') ?? null),
          method: context.options?.method ?? 'GET',
          repeatable,
          made,
          elapsed: Date.now() - started,
        },
        this.policy,
        Math.random(),
        Date.now(),
      )
      if (!decision.retry) {
        if (lost) throw carry(noAnswer(context.options?.method ?? 'GET'))
        return
      }
      await this.wait(decision.wait)
      caller?.throwIfAborted()
    }
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

function noAnswer(method: string): M365Error {
  const outcome =
    method.toUpperCase() === 'GET' ? 'Nothing was changed.' : 'It is not known whether the change was made.'
  return new M365Error(
    'unavailable',
    `Microsoft 365 did not answer. ${outcome} Check the connection and try again.`,
  )
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
