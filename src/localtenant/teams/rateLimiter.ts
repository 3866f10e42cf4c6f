import { ConnectorError } from './connectorErrors.ts'
import type { RateLimit } from './teamsState.ts'

/** Counts calls per chat and throws 429 for the one too many; real time, as throttling is about load. */
export class RateLimiter {
  readonly #calls = new Map<string, number[]>()

  /** Notes one call under `key`. Throws {@link ConnectorError} 429 when a limit is reached. */
  take(key: string, limits: readonly RateLimit[]): void {
    const now = Date.now()
    const longest = Math.max(0, ...limits.map(({ seconds }) => seconds)) * 1000
    const calls = (this.#calls.get(key) ?? []).filter((at) => at > now - longest)
    this.#calls.set(key, calls)
    for (const { count, seconds } of limits) {
      const recent = calls.filter((at) => at > now - seconds * 1000)
      if (recent.length < count) continue
      const wait = Math.max(1, Math.ceil(((recent[0] ?? now) + seconds * 1000 - now) / 1000))
      throw new ConnectorError(429, 'Throttled', 'API calls quota exceeded for the conversation.', {
        headers: { 'Retry-After': String(wait) },
      })
    }
    calls.push(now)
  }
}
