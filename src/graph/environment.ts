import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** All that the product has to be told about where it runs. */
export interface ProductSettings {
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  /** The separate sign-in that creates lists; null where nobody provisions. */
  readonly provisioner: { readonly clientId: string; readonly clientSecret: string } | null
  readonly graphOrigin: string
  /** Stands in for login.microsoftonline.com; only on this machine, null in production. */
  readonly loginOrigin: string | null
  /** The site that holds the lists: `host:/sites/name`. */
  readonly site: string
  /** Stands in for the Bot Connector; null in production. */
  readonly connector: { readonly url: string; readonly metadata: string } | null
  readonly clockUrl: string | null
  /** The page that shows the tab, where it is not Teams. */
  readonly hostOrigin: string | null
  readonly serviceOrigin: string
  readonly teamsAppId: string
  readonly mailbox: string | null
}

type Variables = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings from the environment, and what is not there from the file that a local tenant leaves in the
 * data folder. Throws an Error that names every setting that is missing.
 */
export function readEnvironment(environment: Variables = process.env): ProductSettings {
  const file = path.join(environment.FT_DATA || '.data', 'local-tenant.json')
  const kept = readKept(file)
  const find = (name: string): string | null => environment[name] || kept[name] || null
  const missing: string[] = []
  const need = (name: string): string => {
    const value = find(name)
    if (value === null) missing.push(name)
    return value ?? ''
  }
  const settings: ProductSettings = {
    tenantId: need('FT_TENANT_ID'),
    clientId: need('FT_CLIENT_ID'),
    clientSecret: need('FT_CLIENT_SECRET'),
    provisioner: pair(find('FT_PROVISIONER_ID'), find('FT_PROVISIONER_SECRET'), (clientId, clientSecret) => ({
      clientId,
      clientSecret,
    })),
    graphOrigin: find('FT_GRAPH_ORIGIN') ?? 'https://graph.microsoft.com',
    loginOrigin: onlyLoopback(find('FT_LOGIN_ORIGIN')),
    site: need('FT_SITE'),
    connector: pair(find('FT_CONNECTOR_URL'), find('FT_CONNECTOR_METADATA'), (url, metadata) => ({
      url,
      metadata,
    })),
    clockUrl: find('FT_CLOCK_URL'),
    hostOrigin: find('FT_HOST_ORIGIN'),
    serviceOrigin: need('FT_SERVICE_ORIGIN'),
    teamsAppId: need('FT_TEAMS_APP_ID'),
    mailbox: find('FT_MAILBOX'),
  }
  if (missing.length > 0) throw new Error(missingSentence(missing, file))
  return settings
}

function missingSentence(missing: readonly string[], file: string): string {
  const names = new Intl.ListFormat('en-GB').format(missing)
  return `Settings are missing: ${names}. Set them in the environment, or start the local tenant (npm start), which leaves them in ${file}.`
}

function pair<T>(first: string | null, second: string | null, make: (first: string, second: string) => T) {
  return first !== null && second !== null ? make(first, second) : null
}

/** A stand-in for Microsoft's sign-in gets the client's secret, so it may only be on this machine. */
function onlyLoopback(origin: string | null): string | null {
  if (origin === null) return null
  const host = URL.canParse(origin) ? new URL(origin).hostname : ''
  if (['localhost', '127.0.0.1', '[::1]'].includes(host)) return origin
  throw new Error(
    `FT_LOGIN_ORIGIN is ${origin}; a stand-in for Microsoft's sign-in may only be on this machine (localhost).`,
  )
}

function readKept(file: string): Variables {
  if (!existsSync(file)) return {}
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof kept === 'object' && kept !== null) return onlyTexts(kept)
  } catch {
    // Falls through to the sentence: unreadable and not JSON are one case for the reader.
  }
  throw new Error(`${file} cannot be read as the local tenant's settings. Start the local tenant again.`)
}

function onlyTexts(kept: object): Variables {
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'))
}
