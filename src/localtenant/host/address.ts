import { type ThemeName, themeNames } from './themes.ts'

/** The places of the rail. */
export const places = ['app', 'chat', 'calendar', 'mail'] as const
export type Place = (typeof places)[number]

/** How the sign-in bridge answers the tab: as usual, asking for consent first, with the network down, or not there. */
export const signInModes = ['usual', 'interaction', 'offline', 'unavailable'] as const
export type SignInMode = (typeof signInModes)[number]

/** Everything this page remembers, held in its address so that a link or a test can open straight to it. */
export interface Address {
  /** The local part of a tenant person's sign-in name, or a whole outside address. */
  readonly user?: string
  readonly theme: ThemeName
  readonly place: Place
  /** The tab's page and the part of it to open (entity and sub-entity of a Teams deep link). */
  readonly page?: string
  readonly subPage?: string
  readonly naa: SignInMode
}

const oneOf = <T extends string>(known: readonly T[], value: string | null, otherwise: T): T =>
  known.find((each) => each === value) ?? otherwise

/** Reads the address from a query string; what it does not know falls back to the usual. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search)
  return {
    user: query.get('user') ?? undefined,
    theme: oneOf(themeNames, query.get('theme'), 'light'),
    place: oneOf(places, query.get('place'), 'app'),
    page: query.get('page') ?? undefined,
    subPage: query.get('subpage') ?? undefined,
    naa: oneOf(signInModes, query.get('naa'), 'usual'),
  }
}

/** Writes the address as a query string, leaving out whatever is as usual. */
export function writeAddress(address: Address): string {
  const query = new URLSearchParams()
  if (address.user) query.set('user', address.user)
  if (address.theme !== 'light') query.set('theme', address.theme)
  if (address.place !== 'app') query.set('place', address.place)
  if (address.page) query.set('page', address.page)
  if (address.subPage) query.set('subpage', address.subPage)
  if (address.naa !== 'usual') query.set('naa', address.naa)
  const text = query.toString()
  return text ? `?${text}` : ''
}
