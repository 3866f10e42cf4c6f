/** How often and how long we try. The figures are Microsoft's advice of today, so they are settings, not rules. */
export interface RetryPolicy {
  /** Attempts in all, the first one included. */
  readonly attempts: number
  /** Milliseconds after the first attempt beyond which no further attempt starts. */
  readonly patience: number
  /** First wait in milliseconds where the answer names none; it doubles from try to try. */
  readonly firstWait: number
  /** Milliseconds after which an attempt without an answer counts as lost. */
  readonly answerWithin: number
}

export const defaultRetryPolicy: RetryPolicy = {
  attempts: 5,
  patience: 30_000,
  firstWait: 500,
  answerWithin: 25_000,
}

/** What is known after an attempt. `status` is null when no answer came at all. */
export interface Attempt {
  readonly status: number | null
  readonly retryAfter: string | null
  readonly method: string
  /** The caller recognises a repeat of this request as its own (unique key, transaction id), or it changes nothing. */
  readonly repeatable: boolean
  /** The request carries the etag of what it changes, so that a repeat never overwrites anybody. */
  readonly conditional: boolean
  /** Attempts made so far, this one included. */
  readonly made: number
  /** Milliseconds since the first attempt started. */
  readonly elapsed: number
}

export type RetryDecision =
  | { readonly retry: true; readonly wait: number }
  | { readonly retry: false; readonly why: 'final' | 'may-have-happened' | 'gave-up' }

const passing: ReadonlySet<number> = new Set([429, 502, 503, 504])

/**
 * Decides whether a request is sent again and after how many milliseconds.
 *
 * A write that may have been carried out (502, 504, no answer, or a 503 that is not throttling) is repeated only when
 * it carries an etag or the caller said that a repeat is recognised. 500 is final: it has been thought about. Jitter
 * goes on top of Retry-After, which has been seen stuck at one second
 * (github.com/microsoftgraph/msgraph-sdk-javascript/issues/297).
 * @param random a number from 0 up to 1
 * @param now epoch milliseconds, to understand a Retry-After that is a date
 */
export function decideRetry(
  attempt: Attempt,
  policy: RetryPolicy,
  random: number,
  now: number,
): RetryDecision {
  if (attempt.status !== null && !passing.has(attempt.status)) return { retry: false, why: 'final' }
  if (!isSafeToRepeat(attempt)) return { retry: false, why: 'may-have-happened' }
  const growing = policy.firstWait * 2 ** (attempt.made - 1)
  const asked = readRetryAfter(attempt.retryAfter, now)
  const wait = Math.round((asked ?? growing) + random * growing)
  if (attempt.made >= policy.attempts || attempt.elapsed + wait > policy.patience)
    return { retry: false, why: 'gave-up' }
  return { retry: true, wait }
}

function isSafeToRepeat(attempt: Attempt): boolean {
  const { method, repeatable, conditional } = attempt
  if (repeatable || /^(GET|HEAD)$/i.test(method)) return true
  return isThrottled(attempt) || (conditional && !/^POST$/i.test(method))
}

/** Says whether an answer asks us to slow down; then nothing was done, and others had better wait too. */
export function isThrottled({ status, retryAfter }: Pick<Attempt, 'status' | 'retryAfter'>): boolean {
  return status === 429 || (status === 503 && retryAfter !== null)
}

/** Milliseconds that a Retry-After header asks for: seconds or an HTTP date; null when there is nothing usable. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  const date = /^[a-z]{3,9}, /i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
