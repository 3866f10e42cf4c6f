import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'

/** The places of the tab, in the order of their tabs. */
export const places = [
  'mywork',
  'recommendations',
  'papers',
  'dashboard',
  'training',
  'exercises',
  'reminders',
] as const
export type Place = (typeof places)[number]

/** Where the person is: a place, the list item that is open in it, and what is shown of its list. */
export interface Location {
  readonly place: Place
  readonly itemId: string | null
  /** Filters, order and the like as `name=value&…`, in the words of the place itself. */
  readonly query?: string
}

interface Navigation extends Location {
  /** Goes somewhere. Within one place the query stays unless another is given. */
  open(place: Place, itemId?: string | null, query?: string): void
  /** Says what is shown of the list, without a step of its own in the history. */
  showAs(query: string): void
}

const NavigationContext = createContext<Navigation | null>(null)

/** Reads `#/recommendations/12` and `#/recommendations?status=RED`; anything else is null. */
export function readHash(hash: string): Location | null {
  const [, place, itemId, query] = /^#\/([a-z]+)(?:\/([^/?]+))?(?:\?(.*))?$/.exec(hash) ?? []
  const known = places.find((one) => one === place)
  if (!known) return null
  return { place: known, itemId: itemId ? decodeURIComponent(itemId) : null, ...(query && { query }) }
}

/** The place of what a Teams deep link names. */
const placeOfNoun = {
  recommendation: 'recommendations',
  exercise: 'exercises',
  paper: 'papers',
  training: 'training',
  reminders: 'reminders',
} as const

/**
 * Reads a Teams deep link's subPageId: `recommendation/12`, `report/protests-2021-03`, `exercise/7`, `paper/3`,
 * `course/pip2`, `run/pip2-2021-06-14`, `training/mine` or `reminders/mine`, or a view of the register,
 * `recommendations?status=RED`.
 */
export function readSubPage(subPageId: string | undefined): Location | null {
  const [, query] = /^recommendations\?(.+)$/.exec(subPageId ?? '') ?? []
  if (query) return { place: 'recommendations', itemId: null, query }
  const [, noun, itemId] = /^([a-z]+)\/(.+)$/.exec(subPageId ?? '') ?? []
  if (noun === 'report' && itemId) return { place: 'recommendations', itemId: `report~${itemId}` }
  if ((noun === 'course' || noun === 'run') && itemId)
    return { place: 'training', itemId: `${noun}~${itemId}` }
  const place = Object.entries(placeOfNoun).find(([name]) => name === noun)?.[1]
  return place && itemId ? { place, itemId } : null
}

/** Where the tab opens: what its address says, or the deep link, or else my work. */
export function readStart(subPageId: string | undefined): Location {
  return readHash(window.location.hash) ?? readSubPage(subPageId) ?? { place: 'mywork', itemId: null }
}

function writeHash({ place, itemId, query }: Location): string {
  const path = itemId === null ? `#/${place}` : `#/${place}/${encodeURIComponent(itemId)}`
  return query ? `${path}?${query}` : path
}

/** Keeps the place in the address, so that Back, Forward and reload do what people expect. */
export function NavigationProvider({ subPageId, children }: { subPageId?: string; children: ReactNode }) {
  const [location, setLocation] = useState(() => readStart(subPageId))
  const now = useRef(location)
  const go = useCallback((next: Location) => {
    now.current = next
    setLocation(next)
  }, [])
  useEffect(() => {
    const follow = () => go(readHash(window.location.hash) ?? { place: 'mywork', itemId: null })
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [go])
  const open = useCallback(
    (place: Place, itemId: string | null = null, query?: string) => {
      const kept = now.current.place === place ? now.current.query : undefined
      const next = { place, itemId, query: query ?? kept }
      window.history.pushState(null, '', writeHash(next))
      go(next)
    },
    [go],
  )
  const showAs = useCallback(
    (query: string) => {
      const next = { ...now.current, query }
      window.history.replaceState(null, '', writeHash(next))
      go(next)
    },
    [go],
  )
  const value = useMemo(() => ({ ...location, open, showAs }), [location, open, showAs])
  return <NavigationContext value={value}>{children}</NavigationContext>
}

/** Where the person is, and `open` to take them somewhere: `open('recommendations', '12')`. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('A screen was drawn outside NavigationProvider.')
  return navigation
}
