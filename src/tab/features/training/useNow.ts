import { useEffect, useState } from 'react'
import type { Instant } from '../../../domain/calendarDays.ts'
import { useServices, useToday } from '../../ui/services.tsx'

/** Milliseconds after which the clock is asked again. */
const every = 60_000

/** The moment, from the one clock, kept to the minute. Before it has answered it is the beginning of today. */
export function useNow(): Instant {
  const { clock } = useServices()
  const today = useToday()
  const [now, setNow] = useState<Instant>(`${today}T00:00:00.000Z`)
  useEffect(() => {
    let gone = false
    const ask = () =>
      clock.now().then(
        (moment) => !gone && setNow(moment),
        // The shell says so when the clock cannot be asked.
        () => undefined,
      )
    void ask()
    const timer = setInterval(ask, every)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [clock])
  return now
}
