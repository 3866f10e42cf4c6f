export interface RepeatDeps {
  /** Milliseconds from the end of one piece of work to the beginning of the next. */
  readonly every: number
  work(): Promise<unknown>
  failed(thrown: unknown): void
}

/**
 * Does something at once and then again and again, never twice at a time; a failure is told and does not end it.
 * @returns a function that stops it; what is under way goes on to its end
 */
export function repeat({ every, work, failed }: RepeatDeps): () => void {
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  const turn = async () => {
    try {
      await work()
    } catch (thrown) {
      failed(thrown)
    }
    if (!stopped) timer = setTimeout(turn, every)
  }
  void turn()
  return () => {
    stopped = true
    if (timer) clearTimeout(timer)
  }
}
