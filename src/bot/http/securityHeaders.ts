import type { RequestHandler } from 'express'

export interface TabPlaces {
  readonly graphOrigin: string
  readonly clockUrl: string | null
  /** A page outside Microsoft's own that may show the tab; null in production. */
  readonly hostOrigin: string | null
}

/** The windows of Microsoft that may show a tab (learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements). */
const teamsWindows = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
]

/** Sign-in, and the list of Microsoft's windows that teams-js reads when it is loaded. */
const microsoftPlaces = ['https://login.microsoftonline.com', 'https://res.cdn.office.net']

/** What the tab's page may load, ask and be shown in. Griffel, Fluent's style engine, writes inline styles. */
export function contentSecurityPolicy(places: TabPlaces): string {
  const clock = places.clockUrl === null ? [] : [new URL(places.clockUrl).origin]
  const windows = places.hostOrigin === null ? teamsWindows : [...teamsWindows, places.hostOrigin]
  const connect = new Set(["'self'", places.graphOrigin, ...clock, ...microsoftPlaces])
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data: https://res.cdn.office.net",
    `connect-src ${[...connect].join(' ')}`,
    'frame-src https://login.microsoftonline.com',
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${windows.join(' ')}`,
  ].join('; ')
}

/** A year of https only; said on https alone, since a browser would keep plain http out of this machine's name. */
export const transportSecurity = (serviceOrigin: string): Readonly<Record<string, string>> =>
  serviceOrigin.startsWith('https://')
    ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }
    : {}

/** Headers of everything the service answers. X-Frame-Options stays away: it cannot name more than one window. */
export function securityHeaders(places: TabPlaces & { readonly serviceOrigin: string }): RequestHandler {
  const policy = contentSecurityPolicy(places)
  const transport = transportSecurity(places.serviceOrigin)
  return (_req, res, next) => {
    res.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      ...transport,
    })
    next()
  }
}
