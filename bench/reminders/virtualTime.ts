/** Numbers from 0 up to 1 that a seed gives again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Timer {
  readonly at: number
  readonly order: number
  readonly wake: () => void
}

/**
 * A clock that jumps to whatever comes next, so that hours of waiting take no time. It moves only when nothing can go
 * on without it.
 */
export class VirtualTime {
  now: number
  private readonly timers: Timer[] = []
  private order = 0

  /** @param start epoch milliseconds */
  constructor(start: number) {
    this.now = start
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((wake) => {
      this.order += 1
      this.push({ at: this.now + Math.max(0, milliseconds), order: this.order, wake })
    })
  }

  instant(): string {
    return new Date(this.now).toISOString()
  }

  /** Moves on until the work has ended, or until nothing is left to wait for. */
  async until(work: Promise<unknown>): Promise<void> {
    let ended = false
    const end = () => {
      ended = true
    }
    work.then(end, end)
    for (;;) {
      await settled()
      if (ended) return
      const next = this.pop()
      if (!next) return
      this.now = Math.max(this.now, next.at)
      next.wake()
    }
  }

  /** Lets everything happen that was begun, up to a moment, and stands there. */
  async moveTo(moment: number): Promise<void> {
    for (;;) {
      await settled()
      const next = this.timers[0]
      if (!next || next.at > moment) break
      this.pop()
      this.now = Math.max(this.now, next.at)
      next.wake()
    }
    this.now = Math.max(this.now, moment)
  }

  /** A heap, the next to wake first. */
  private push(timer: Timer): void {
    const { timers } = this
    let at = timers.push(timer) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = timers[above]
      if (!parent || !isBefore(timer, parent)) break
      timers[at] = parent
      at = above
    }
    timers[at] = timer
  }

  private pop(): Timer | undefined {
    const { timers } = this
    const first = timers[0]
    const last = timers.pop()
    if (!first || !last || timers.length === 0) return first
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      const [left, right] = [timers[below], timers[below + 1]]
      if (!left) break
      if (right && isBefore(right, left)) below += 1
      const child = timers[below]
      if (!child || !isBefore(child, last)) break
      timers[at] = child
      at = below
    }
    timers[at] = last
    return first
  }
}

const isBefore = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order)

/** All that can go on without the clock has gone on once the engine's queue of promises is empty. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
