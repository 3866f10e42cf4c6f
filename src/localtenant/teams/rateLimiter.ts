import { GraphError } from '../graphErrors.ts'
import { ConnectorError } from './connectorErrors.ts'
import type { RateLimit } from './teamsState.ts'

const connectorThrottled = (headers: Record<string, string>): Error =>
  new ConnectorError(429, 'Throttled', 'API calls quota exceeded for the conversation.', { headers })

/** The refusal of Teams' part of Graph. */
export const teamsThrottled = (headers: Record<string, string>): Error =>
  new GraphError(429, 'TooManyRequests', 'Too many requests. Retry after the time in the header.', {
    headers,
  })

/** Counts calls and throws 429 for the one too many; real time, as throttling is about load. */
export class RateLimiter {
  readonly #calls = new Map<string, number[]>()
  readonly #refusal: (headers: Record<string, string>) => Error

  /** @param refusal the workload's own 429; the Connector's when left out */
  constructor(refusal: (headers: Record<string, string>) => Error = connectorThrottled) {
    this.#refusal = refusal
  }

  /** Notes one call under `key`. Throws the refusal when a limit is reached. */
  take(key: string, limits: readonly RateLimit[]): void {
    const now = Date.now()
    const longest = Math.max(0, ...limits.map(({ seconds }) => seconds)) * 1000
    const calls = (this.#calls.get(key) ?? []).filter((at) => at > now - longest)
    this.#calls.set(key, calls)
    for (const { count, seconds } of limits) {
      const recent = calls.filter((at) => at > now - seconds * 1000)
      if (recent.length < count) continue
      const wait = Math.max(1, Math.ceil(((recent[0] ?? now) + seconds * 1000 - now) / 1000))
      throw this.#refusal({ 'Retry-After': String(wait) })
    }
    calls.push(now)
  }
}
