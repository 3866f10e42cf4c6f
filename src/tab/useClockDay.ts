import { useQuery } from '@tanstack/react-query'
import { type IsoDate, isIsoDate } from '../domain/calendarDays.ts'
import type { Clock } from '../usecases/ports.ts'
import { useLate } from './ui/freshness.ts'

const key = 'follow-through day'

/**
 * Today, asked again every minute so that a tab left open overnight turns with the day. While the clock can't be
 * asked, or is late to answer, the last day it gave stands; null only until the first answer ever.
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
  const late = useLate(query.isPending)
  return { today: query.data ?? (query.error || late ? lastKnownDay() : null), error: query.error }
}

function lastKnownDay(): IsoDate | null {
  const kept = window.localStorage.getItem(key) ?? ''
  return isIsoDate(kept) ? kept : null
}
