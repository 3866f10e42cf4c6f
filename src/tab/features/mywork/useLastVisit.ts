import { useEffect, useState } from 'react'
import type { Instant } from '../../../domain/calendarDays.ts'
import { useServices } from '../../ui/services.tsx'

/** Within so many milliseconds a reload is the same visit, and what was new stays new. */
const sameVisit = 30 * 60_000

interface Visits {
  /** When the visit before this one ended. */
  readonly before: Instant | null
  readonly latest: Instant
}

function readVisits(key: string): Visits | null {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null') as Visits | null
  } catch {
    return null
  }
}

/** The moment at which this visit follows on the last one. */
export function nextVisits(kept: Visits | null, now: Instant): Visits {
  if (kept === null) return { before: null, latest: now }
  const isSame = Date.parse(now) - Date.parse(kept.latest) < sameVisit
  return { before: isSame ? kept.before : kept.latest, latest: now }
}

/** When this person last looked at their work on this device; null on the first visit, and where nothing is kept. */
export function useLastVisit(): Instant | null {
  const { me, clock } = useServices()
  const key = `follow-through visits ${me.objectId}`
  const [before, setBefore] = useState<Instant | null>(null)
  useEffect(() => {
    let gone = false
    const look = async () => {
      const visits = nextVisits(readVisits(key), await clock.now())
      if (gone) return
      setBefore(visits.before)
      window.localStorage.setItem(key, JSON.stringify(visits))
    }
    // Without the clock, or where storage is refused, nothing is told to be new.
    look().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [key, clock])
  return before
}
