import type { Passed } from './slowPipe.ts'

/** What a stretch of time asked of the network. */
export interface Traffic {
  /** Requests to Graph, preflights left out. */
  readonly requests: number
  /** How many of them had to wait for one another. */
  readonly inSequence: number
  readonly kilobytes: number
}

/** The Graph requests that ended within a stretch of time. */
export function trafficOf(passed: readonly Passed[], from: number, to: number): Traffic {
  const graph = passed.filter(
    ({ method, path, began, ended }) =>
      method !== 'OPTIONS' && path.startsWith('/v1.0/') && began >= from && ended <= to,
  )
  return {
    requests: graph.length,
    inSequence: longestChain(graph),
    kilobytes: Math.round(graph.reduce((sum, one) => sum + one.bytes, 0) / 1000),
  }
}

/** The most requests of which each began after the one before had ended. */
function longestChain(requests: readonly Passed[]): number {
  let length = 0
  let free = Number.NEGATIVE_INFINITY
  for (const one of requests.toSorted((a, b) => a.ended - b.ended)) {
    if (one.began < free) continue
    length += 1
    free = one.ended
  }
  return length
}

/** The middle one of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The value below which 95 of 100 measurements lie. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * 0.95), sorted.length - 1)] ?? Number.NaN
}
