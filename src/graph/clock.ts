import { ukDay } from '../domain/calendarDays.ts'
import type { Clock } from '../usecases/ports.ts'

/** The clock of the machine. */
export function systemClock(): Clock {
  return {
    now: async () => new Date().toISOString(),
    today: async () => ukDay(new Date().toISOString()),
  }
}

/**
 * The clock of a local tenant, so that its date can be moved. An answer is used for up to a second.
 * @param address where `{ "now": instant }` can be read
 */
export function remoteClock(address: string): Clock {
  let known: { readonly askedAt: number; readonly now: Promise<string> } | null = null
  const now = async (): Promise<string> => {
    if (known === null || Date.now() - known.askedAt > 1000)
      known = { askedAt: Date.now(), now: ask(address) }
    const asked = known
    try {
      return await asked.now
    } catch (thrown) {
      if (known === asked) known = null
      throw thrown
    }
  }
  return { now, today: async () => ukDay(await now()) }
}

async function ask(address: string): Promise<string> {
  const answer = await fetch(address).catch(() => null)
  const body: unknown = answer?.ok ? await answer.json().catch(() => null) : null
  const now = typeof body === 'object' && body !== null && 'now' in body ? body.now : null
  if (typeof now !== 'string' || Number.isNaN(Date.parse(now)))
    throw new Error(`The clock at ${address} did not tell the time. Is the local tenant running?`)
  return new Date(now).toISOString()
}
