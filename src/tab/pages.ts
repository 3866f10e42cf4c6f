import { type ComponentType, lazy, useEffect, useState } from 'react'
import { type Place, places } from './ui/navigation.tsx'

type Load = () => Promise<{ default: ComponentType }>

const loaders: Record<Place, Load> = {
  mywork: async () => ({ default: (await import('./features/mywork/MyWorkPage.tsx')).MyWorkPage }),
  recommendations: async () => ({
    default: (await import('./features/recommendations/RecommendationsPage.tsx')).RecommendationsPage,
  }),
  papers: async () => ({ default: (await import('./features/papers/PapersPage.tsx')).PapersPage }),
  dashboard: async () => ({
    default: (await import('./features/dashboard/DashboardPage.tsx')).DashboardPage,
  }),
  training: async () => ({
    default: (await import('./features/training/TrainingPage.tsx')).TrainingPage,
  }),
  exercises: async () => ({
    default: (await import('./features/exercises/ExercisesPage.tsx')).ExercisesPage,
  }),
  reminders: async () => ({
    default: (await import('./features/reminders/RemindersPage.tsx')).RemindersPage,
  }),
}

const made = new Map<Place, ComponentType>()

function pageOf(place: Place): ComponentType {
  const page = made.get(place) ?? lazy(loaders[place])
  made.set(place, page)
  return page
}

/**
 * The page of a place. React remembers for good that a page could not be fetched, so `again` fetches it first and
 * then makes it anew; until that works the screen stays as it is. `tries` changes with every new page.
 */
export function usePage(place: Place) {
  const [tries, setTries] = useState(0)
  const again = async () => {
    await loaders[place]()
    made.delete(place)
    setTries((now) => now + 1)
  }
  return { Page: pageOf(place), tries, again }
}

/** Fetches the page of a place before it is drawn; whoever draws it says what went wrong. */
export function fetchPage(place: Place): void {
  loaders[place]().catch(() => undefined)
}

/** Milliseconds after which the other places are fetched where the browser does not say when it is idle. */
const untilIdle = 2_000

/** Fetches all places once the browser has nothing else to do, so that they open during an outage too. */
export function usePreloadedPages(): void {
  useEffect(() => {
    const preload = () => {
      for (const place of places) fetchPage(place)
    }
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = setTimeout(preload, untilIdle)
      return () => clearTimeout(timer)
    }
    const idle = window.requestIdleCallback(preload)
    return () => window.cancelIdleCallback(idle)
  }, [])
}
