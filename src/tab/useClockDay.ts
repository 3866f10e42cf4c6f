import { useQuery } from '@tanstack/react-query'
import { type IsoDate, isIsoDate } from '../domain/calendarDays.ts'
import type { Clock } from '../usecases/ports.ts'

const key = 'follow-through day'

/**
 * Today, asked again every minute so that a tab left open overnight turns with the day. Until the clock
 * answers, the last day it gave stands, so that nothing waits for it; null only until the first answer ever.
 */
export function useClockDay(clock: Clock): { readonly today: IsoDate | null; readonly error: unknown } {
  const query = useQuery({
    queryKey: ['clock', 'today'],
    queryFn: async () => {
      const today = await clock.today()
      window.localStorage.setItem(key, today)
      return today
    },
    refetchInterval: 60_000,
  })
  return { today: query.data ?? lastKnownDay(), error: query.error }
}

function lastKnownDay(): IsoDate | null {
  const kept = window.localStorage.getItem(key) ?? ''
  return isIsoDate(kept) ? kept : null
}
