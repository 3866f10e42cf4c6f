import { findSettings, keptFile, type Layer, listed, type Variables } from './settings/settingsLayers.ts'
import { settingsTable } from './settings/settingsTable.ts'

/** How the application proves who it is. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** `file`: PEM with the private key and the certificate. */
  | { readonly kind: 'certificate'; readonly file: string }
  /** `identityId`: client id of the user-assigned managed identity that the app registration trusts. */
  | { readonly kind: 'managed-identity'; readonly identityId: string }

/** What is needed to reach a tenant, before the application is registered in it. */
export interface TenantPlace {
  readonly tenantId: string
  readonly graphOrigin: string
  /** Stands in for login.microsoftonline.com; only on this machine, null in production. */
  readonly loginOrigin: string | null
  /** The site that holds the lists: `host:/sites/name`. */
  readonly site: string
  /** A token of an administrator that was got elsewhere. */
  readonly adminToken: string | null
}

/** What setting up has to be told: everything but how the application signs in. */
export interface SetupSettings extends TenantPlace {
  readonly clientId: string
  /** A separate sign-in that creates lists; null where an administrator does so in person. */
  readonly provisioner: { readonly clientId: string; readonly clientSecret: string } | null
  /** Stands in for the Bot Connector; null in production. */
  readonly connector: { readonly url: string; readonly metadata: string } | null
  readonly clockUrl: string | null
  /** The page that shows the tab, where it is not Teams. */
  readonly hostOrigin: string | null
  readonly serviceOrigin: string
  readonly teamsAppId: string
  readonly mailbox: string | null
  /** The port inside, behind a proxy; null to take the address's own. */
  readonly port: string | null
  readonly logLevel: string
  /** UK time of the daily reminders, `HH:MM`. */
  readonly remindAt: string
}

/** All that the product has to be told about where it runs. */
export interface ProductSettings extends SetupSettings {
  readonly credential: Credential
}

const credentialNames = ['FT_MANAGED_IDENTITY', 'FT_CLIENT_CERTIFICATE', 'FT_CLIENT_SECRET'] as const
const always = settingsTable.filter((setting) => setting.needed === 'production').map(({ name }) => name)

/**
 * Reads the settings from the environment, the file that FT_CONFIG names, or the file that a local tenant leaves.
 * Throws an Error that names every setting that is missing or wrong.
 */
export function readEnvironment(environment: Variables = process.env): ProductSettings {
  const { find, layers } = readSettings(environment, always, { credential: true })
  return { ...setupOf(find), credential: credentialOf(layers) }
}

/** The same for setting up, where a person signs in and the application need not. Throws like readEnvironment. */
export function readSetupSettings(environment: Variables = process.env): SetupSettings {
  return setupOf(readSettings(environment, always, { credential: false }).find)
}

function setupOf(find: Find): SetupSettings {
  const text = (name: string) => find(name) ?? ''
  return {
    ...placeOf(find),
    clientId: text('FT_CLIENT_ID'),
    provisioner: pair(find, 'FT_PROVISIONER_ID', 'FT_PROVISIONER_SECRET', (clientId, clientSecret) => ({
      clientId,
      clientSecret,
    })),
    connector: pair(find, 'FT_CONNECTOR_URL', 'FT_CONNECTOR_METADATA', (url, metadata) => ({
      url,
      metadata,
    })),
    clockUrl: find('FT_CLOCK_URL'),
    hostOrigin: find('FT_HOST_ORIGIN'),
    serviceOrigin: text('FT_SERVICE_ORIGIN'),
    teamsAppId: text('FT_TEAMS_APP_ID'),
    mailbox: find('FT_MAILBOX'),
    port: find('PORT'),
    logLevel: find('FT_LOG') ?? 'info',
    remindAt: find('FT_REMIND_AT') ?? '08:00',
  }
}

/** What registering has to be told; `clientId` is null until there is an application. */
export interface RegistrationSettings extends TenantPlace {
  readonly clientId: string | null
  readonly serviceOrigin: string
}

/** Reads what an administrator needs who has no application to sign in as. Throws like readEnvironment. */
export function readRegistration(environment: Variables = process.env): RegistrationSettings {
  const needed = ['FT_TENANT_ID', 'FT_SITE', 'FT_SERVICE_ORIGIN']
  const { find } = readSettings(environment, needed, { credential: false })
  const serviceOrigin = find('FT_SERVICE_ORIGIN') ?? ''
  return { ...placeOf(find), clientId: find('FT_CLIENT_ID'), serviceOrigin }
}

type Find = (name: string) => string | null

function placeOf(find: Find): TenantPlace {
  return {
    tenantId: find('FT_TENANT_ID') ?? '',
    graphOrigin: find('FT_GRAPH_ORIGIN') ?? 'https://graph.microsoft.com',
    loginOrigin: find('FT_LOGIN_ORIGIN'),
    site: find('FT_SITE') ?? '',
    adminToken: find('FT_ADMIN_TOKEN'),
  }
}

function readSettings(
  environment: Variables,
  needed: readonly string[],
  { credential }: { readonly credential: boolean },
): { find: Find; layers: readonly Layer[] } {
  const { values, faults, layers } = findSettings(environment)
  const wrong = new Set(faults.map((fault) => fault.split(' ', 1)[0]))
  const missing = needed.filter((name) => values[name] === undefined && !wrong.has(name))
  const given = credentialNames.some((name) => values[name] !== undefined || wrong.has(name))
  if (credential && !given) missing.push('FT_CLIENT_SECRET, FT_CLIENT_CERTIFICATE or FT_MANAGED_IDENTITY')
  const sentences = [...faults, ...(missing.length > 0 ? [missingSentence(missing, environment)] : [])]
  if (sentences.length > 0) throw new Error(sentences.join(' '))
  return { find: (name) => values[name] ?? null, layers }
}

function missingSentence(missing: readonly string[], environment: Variables): string {
  const hint = environment.FT_CONFIG
    ? `Set them in the environment or in ${environment.FT_CONFIG}.`
    : `Set them in the environment, name a file with FT_CONFIG, or start the local tenant (npm start), which leaves them in ${keptFile(environment)}.`
  return `Settings are missing: ${listed(missing)}. ${hint}`
}

/** The first layer that has a credential decides; two in one place would leave open which one is meant. */
function credentialOf(layers: readonly Layer[]): Credential {
  for (const { place, values } of layers) {
    const given = credentialNames.filter((name) => values[name])
    const [first, second] = given
    if (first === undefined) continue
    if (second !== undefined)
      throw new Error(
        `There are ${listed(given)} in ${place}; keep one of them, the application signs in once.`,
      )
    const text = values[first] ?? ''
    if (first === 'FT_MANAGED_IDENTITY') return { kind: 'managed-identity', identityId: text }
    return first === 'FT_CLIENT_SECRET'
      ? { kind: 'secret', secret: text }
      : { kind: 'certificate', file: text }
  }
  throw new Error('No credential of the application was found.')
}

/** Two settings that mean something only together. Throws an Error when one of them is there alone. */
function pair<T>(find: Find, one: string, other: string, make: (one: string, other: string) => T): T | null {
  const [first, second] = [find(one), find(other)]
  if (first !== null && second !== null) return make(first, second)
  if (first === null && second === null) return null
  throw new Error(`${one} and ${other} belong together: set both, or neither.`)
}
