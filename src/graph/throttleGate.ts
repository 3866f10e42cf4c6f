/** Exchange serves four requests at a time for one application and mailbox (learn.microsoft.com/graph/throttling-limits). */
const mostPerMailbox = 4

/** Milliseconds that a server is believed when it names a wait; some have named days. */
const longestPause = 10 * 60_000

export interface GateDeps {
  wait(milliseconds: number): Promise<void>
  /** Epoch milliseconds. */
  now(): number
  /** A number from 0 up to 1. */
  random(): number
}

/**
 * What the calls of one client know of one another: when one of them is asked to wait, the others wait too instead of
 * hammering on, and a mailbox is never asked more than four things at a time.
 */
export class ThrottleGate {
  private readonly deps: GateDeps
  private readonly spread: number
  private readonly closedUntil = new Map<string, number>()
  private readonly underWay = new Map<string, number>()
  private readonly queues = new Map<string, (() => void)[]>()

  /** @param spread milliseconds over which waiting calls come back, so that they do not come all at once */
  constructor(deps: GateDeps, spread: number) {
    this.deps = deps
    this.spread = spread
  }

  /**
   * Keeps a workload closed for so many milliseconds from now.
   * @returns the moment up to which the caller itself was asked to wait
   */
  close(workload: string, pause: number): number {
    const until = this.deps.now() + Math.min(pause, longestPause)
    this.closedUntil.set(workload, Math.max(until, this.closedUntil.get(workload) ?? 0))
    return until
  }

  /**
   * Milliseconds that a workload stays closed; 0 when it is open.
   * @param known the moment up to which the caller has waited already
   */
  closedFor(workload: string, known: number): number {
    const until = this.closedUntil.get(workload) ?? 0
    return until <= known ? 0 : Math.max(0, until - this.deps.now())
  }

  /** Waits until a workload is open, with jitter on top. */
  async pass(workload: string, known: number): Promise<void> {
    for (let seen = known; ; ) {
      const left = this.closedFor(workload, seen)
      if (left === 0) return
      seen = this.closedUntil.get(workload) ?? seen
      await this.deps.wait(Math.round(left + this.deps.random() * this.spread))
    }
  }

  /** Runs a request when the mailbox has room for it, in the order of asking. Null is no mailbox and no limit. */
  async inMailbox<T>(mailbox: string | null, request: () => Promise<T>): Promise<T> {
    if (mailbox === null) return request()
    await this.takePlace(mailbox)
    try {
      return await request()
    } finally {
      this.leavePlace(mailbox)
    }
  }

  private takePlace(mailbox: string): Promise<void> | void {
    const busy = this.underWay.get(mailbox) ?? 0
    if (busy >= mostPerMailbox) {
      const queue = this.queues.get(mailbox) ?? []
      this.queues.set(mailbox, queue)
      return new Promise((resolve) => queue.push(resolve))
    }
    this.underWay.set(mailbox, busy + 1)
  }

  /** The place goes straight to whoever waits longest, so nobody slips in between. */
  private leavePlace(mailbox: string): void {
    const next = this.queues.get(mailbox)?.shift()
    if (next) next()
    else this.underWay.set(mailbox, (this.underWay.get(mailbox) ?? 1) - 1)
  }
}
