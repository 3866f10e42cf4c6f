import type { M365ErrorKind } from '../domain/m365Error.ts'

/** What is known after an attempt to reach the Bot Connector. `status` is null when no answer came. */
export interface SendAttempt {
  readonly status: number | null
  /** Milliseconds that the answer asked us to wait; null when it did not. */
  readonly retryAfter: number | null
  /** Attempts made so far, this one included. */
  readonly made: number
  /** A number from 0 up to 1, for jitter on top of every wait. */
  readonly random: number
}

export type SendDecision =
  | { readonly next: 'retry'; readonly wait: number }
  | { readonly next: 'ask-the-chat'; readonly wait: number }
  | { readonly next: 'give-up'; readonly state: 'unreachable' | 'failed'; readonly note: string }

/** Attempts in all, the first wait and the longest that a run waits for one person, in milliseconds. */
export const sendPolicy = { attempts: 4, firstWait: 1_000, longestWait: 20_000 }

/** 503 is not on Microsoft's list, but says that nothing was taken on, and is answered like 429 elsewhere. */
const notTakenOn: ReadonlySet<number> = new Set([412, 429, 503])
const outcomeOpen: ReadonlySet<number> = new Set([500, 502, 504])

/**
 * What to do after a failed send. Microsoft asks bots to retry 412, 429, 502 and 504
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit); after 502, 504 or silence the card may be
 * there already, so the chat is asked first.
 */
export function decideSend({ status, retryAfter, made, random }: SendAttempt): SendDecision {
  if (status !== null && !notTakenOn.has(status) && !outcomeOpen.has(status)) return refusal(status)
  const open = status === null || outcomeOpen.has(status)
  const growing = sendPolicy.firstWait * 2 ** (made - 1)
  const asked = retryAfter ?? growing
  const wait = Math.round(Math.min(asked, sendPolicy.longestWait) + random * growing)
  if (open) return { next: 'ask-the-chat', wait }
  // Coming back before the time that Teams names would only make it longer.
  if (made < sendPolicy.attempts && asked <= sendPolicy.longestWait) return { next: 'retry', wait }
  return {
    next: 'give-up',
    state: 'failed',
    note: `Teams asked to wait (${status}) and kept asking. The card was not delivered; the next run tries again.`,
  }
}

function refusal(status: number): SendDecision {
  if (status === 403)
    return {
      next: 'give-up',
      state: 'unreachable',
      note: 'Teams does not let the bot write to this person: the app is not installed for them, or they blocked it.',
    }
  const note =
    status === 413
      ? 'Teams found the card too big. It was not delivered; tell the administrator of Follow-Through.'
      : `Teams refused the card (${status}). It was not delivered; the next run tries again.`
  return { next: 'give-up', state: 'failed', note }
}

/** What a failed message to the feed or by mail means: it never left, it may later, or nobody can say. */
export type Departure = 'refused' | 'not-now' | 'unknown'

/** Both calls cannot be told apart from their repeat, so only a clear refusal lets the next channel be tried. */
export function departureOf(kind: M365ErrorKind): Departure {
  if (kind === 'throttled') return 'not-now'
  return kind === 'unavailable' ? 'unknown' : 'refused'
}

/** What a failed installation means. 403 and 404 are final: a policy of the organisation, or no such app or person. */
export function installVerdict(kind: M365ErrorKind): 'refused' | 'not-now' {
  return kind === 'throttled' || kind === 'unavailable' ? 'not-now' : 'refused'
}

/** Milliseconds to wait for the chat of somebody new after so many attempts; null when it is no use. */
export function afterInstall(made: number): number | null {
  return [1_000, 4_000][made - 1] ?? null
}

/** Milliseconds of a Retry-After header (seconds or a date); null when there is nothing usable. */
export function readRetryAfter(header: unknown, now: number): number | null {
  const text = typeof header === 'number' ? String(header) : header
  if (typeof text !== 'string' || text.trim() === '') return null
  const seconds = Number(text)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000)
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
