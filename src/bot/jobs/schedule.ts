import { Cron } from 'croner'

/** Every morning at eight in the United Kingdom, summer and winter. */
export const dailyAtEight = { pattern: '0 8 * * *', timezone: 'Europe/London' }

/**
 * Starts the daily run. A day that was missed needs no catching up: what is due stays due, and the ledger keeps
 * anything from being sent twice.
 * @returns a function that stops the schedule
 */
export function startSchedule(run: () => Promise<unknown>, failed: (thrown: unknown) => void): () => void {
  const { pattern, timezone } = dailyAtEight
  const job = new Cron(pattern, { timezone, protect: true, catch: failed }, async () => {
    await run()
  })
  return () => job.stop()
}
