import path from 'node:path'
import { DateTime } from 'luxon'

/** The one tenant of the stand-in, as Entra would number it. */
export const TENANT_ID = '7a1f0c52-3b5e-4c8e-9d0a-5f2b6c1e4a10'
/** Follow-Through itself: the tab (delegated), the service (application) and the bot. */
export const CLIENT_ID = 'd2b7c4e6-91a3-4f58-8c0d-1e6f7a9b3c21'
/** The application an administrator provisions with; nothing else uses it. */
export const PROVISIONER_ID = '5c9e2d14-6f7b-4a83-b1c0-8d3e5f6a7b42'
/** The Teams app's id in its manifest (`externalId` in the app catalogue). */
export const TEAMS_APP_ID = '8e3f5a70-2c4d-4b96-a7e1-0f9d8c7b6a53'

export const MAIL_DOMAIN = 'thameside.example'
export const SERVICE_MAILBOX = `follow-through@${MAIL_DOMAIN}`

export const SITE_HOST = 'thameside.sharepoint.example'
export const SITE_PATH = '/sites/follow-through'
/** Graph's composite site id: host name, site collection, web. */
export const SITE_ID = `${SITE_HOST},4f2d9a31-7c58-4e06-b3a9-6d1e8f5c2b70,9b6e1d48-2a73-4c95-8f10-3e7d5a4b6c29`
export const SITE_WEB_URL = `https://${SITE_HOST}${SITE_PATH}`

/** The zone of the SharePoint site and of everybody's mailbox. */
export const TIME_ZONE = 'Europe/London'

export interface TenantSettings {
  readonly port: number
  /** Everything of the local tenant is on this one origin. */
  readonly origin: string
  /** The same over https with a certificate of its own making; null unless FT_HTTPS is 1. */
  readonly httpsOrigin: string | null
  /** Where the product's service listens: the bot's endpoint is `${serviceOrigin}/api/messages`. */
  readonly serviceOrigin: string
  /** Absolute path of the folder that holds the database. */
  readonly dataFolder: string
  /** The day (YYYY-MM-DD) on which a new tenant begins, 09:00 in {@link TIME_ZONE}. */
  readonly startsOn: string
  /** True when FT_NOW named the day, so that an existing tenant is moved forward to it. */
  readonly startChosen: boolean
  /** How many rows a filtered list query looks at before it answers with a page, be it empty. */
  readonly window: number
  /** Which permissions the applications hold: those the product declares, or everything that is imitated. */
  readonly consents: 'declared' | 'everything'
}

/** A setting that cannot be used; its message is a sentence for the person at the terminal. */
export class SettingsError extends Error {}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Reads FT_PORT, FT_HTTPS, FT_DATA, FT_NOW, FT_WINDOW, FT_CONSENTS and FT_SERVICE_ORIGIN. Throws {@link SettingsError}. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): TenantSettings {
  const port = wholeNumber('FT_PORT', env.FT_PORT || '5170', 1, 65_533)
  const startsOn = env.FT_NOW || '2021-06-01'
  if (!DATE.test(startsOn) || !DateTime.fromISO(startsOn).isValid) {
    throw new SettingsError(`FT_NOW must be a date such as 2021-06-01, and it is "${startsOn}".`)
  }
  return {
    port,
    origin: `http://localhost:${port}`,
    httpsOrigin: isOn('FT_HTTPS', env.FT_HTTPS) ? `https://localhost:${port + 2}` : null,
    serviceOrigin: env.FT_SERVICE_ORIGIN || `http://localhost:${port + 1}`,
    dataFolder: path.resolve(env.FT_DATA || '.data'),
    startsOn,
    startChosen: Boolean(env.FT_NOW),
    consents: env.FT_CONSENTS === 'everything' ? 'everything' : 'declared',
    window: wholeNumber('FT_WINDOW', env.FT_WINDOW || '5000', 1, 1_000_000),
  }
}

function isOn(name: string, text: string | undefined): boolean {
  if (text === '1') return true
  if (!text || text === '0') return false
  throw new SettingsError(`${name} must be 1 (on) or 0 (off), and it is "${text}".`)
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new SettingsError(`${name} must be a whole number from ${least} to ${most}, and it is "${text}".`)
}
