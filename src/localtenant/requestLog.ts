/** One request as tests and contract checks want to see it: no token, no body. */
export interface LoggedRequest {
  readonly seq: number
  readonly at: string
  readonly method: string
  readonly path: string
  readonly query: string
  readonly status: number
  readonly app: string | undefined
  readonly user: string | undefined
  /** True for a part of a $batch. */
  readonly inner: boolean
}

export interface RequestLog {
  add(entry: Omit<LoggedRequest, 'seq' | 'at'>): void
  /** Entries with a number above `seq`, oldest first. */
  since(seq: number): readonly LoggedRequest[]
}

const KEPT = 5_000

/** The last few thousand requests, in memory only. */
export function openRequestLog(): RequestLog {
  const entries: LoggedRequest[] = []
  let seq = 0
  return {
    add(entry) {
      seq += 1
      entries.push({ seq, at: new Date().toISOString(), ...entry })
      if (entries.length > KEPT) entries.splice(0, entries.length - KEPT)
    },
    since: (after) => entries.filter((entry) => entry.seq > after),
  }
}
