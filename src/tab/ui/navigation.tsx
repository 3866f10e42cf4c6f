import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'

/** The places of the tab, in the order of their tabs. */
export const places = ['mywork', 'recommendations', 'papers', 'dashboard', 'training', 'exercises'] as const
export type Place = (typeof places)[number]

/** Where the person is: a place, and the list item that is open in it. */
export interface Location {
  readonly place: Place
  readonly itemId: string | null
}

interface Navigation extends Location {
  open(place: Place, itemId?: string | null): void
}

const NavigationContext = createContext<Navigation | null>(null)

/** Reads `#/recommendations/12`; anything else is null. */
export function readHash(hash: string): Location | null {
  const [, place, itemId] = /^#\/([a-z]+)(?:\/([^/]+))?$/.exec(hash) ?? []
  const known = places.find((one) => one === place)
  return known ? { place: known, itemId: itemId ? decodeURIComponent(itemId) : null } : null
}

/** The place of what a Teams deep link names. */
const placeOfNoun = { recommendation: 'recommendations', exercise: 'exercises', paper: 'papers' } as const

/** Reads a Teams deep link's subPageId: `recommendation/12`, `exercise/7` or `paper/3`. */
export function readSubPage(subPageId: string | undefined): Location | null {
  const [, noun, itemId] = /^([a-z]+)\/(.+)$/.exec(subPageId ?? '') ?? []
  const place = Object.entries(placeOfNoun).find(([name]) => name === noun)?.[1]
  return place && itemId ? { place, itemId } : null
}

function writeHash({ place, itemId }: Location): string {
  return itemId === null ? `#/${place}` : `#/${place}/${encodeURIComponent(itemId)}`
}

/** Keeps the place in the address, so that Back, Forward and reload do what people expect. */
export function NavigationProvider({ subPageId, children }: { subPageId?: string; children: ReactNode }) {
  const [location, setLocation] = useState<Location>(
    () => readHash(window.location.hash) ?? readSubPage(subPageId) ?? { place: 'mywork', itemId: null },
  )
  useEffect(() => {
    const follow = () => setLocation(readHash(window.location.hash) ?? { place: 'mywork', itemId: null })
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const open = useCallback((place: Place, itemId: string | null = null) => {
    window.history.pushState(null, '', writeHash({ place, itemId }))
    setLocation({ place, itemId })
  }, [])
  const value = useMemo(() => ({ ...location, open }), [location, open])
  return <NavigationContext value={value}>{children}</NavigationContext>
}

/** Where the person is, and `open` to take them somewhere: `open('recommendations', '12')`. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('A screen was drawn outside NavigationProvider.')
  return navigation
}
