import * as v from 'valibot'

/** One setting: what it is called, what it means, where it is needed, and what it must look like. */
export interface Setting {
  readonly name: string
  readonly meaning: string
  /** `production`: needed everywhere. `credential`: one of these is needed. `local`: only beside a local tenant. */
  readonly needed: 'production' | 'credential' | 'optional' | 'local'
  readonly secret: boolean
  /** Checks the text; its message completes the sentence "NAME must be …". */
  readonly schema: v.GenericSchema<string, string>
  /** What holds without it. */
  readonly usual: string | null
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

const hostOf = (text: string) => (URL.canParse(text) ? new URL(text).hostname : '')
const onThisMachine = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && loopbackHosts.includes(hostOf(text))
const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text
const isSecureOrigin = (text: string) =>
  isOrigin(text) && (text.startsWith('https://') || onThisMachine(text))

const checked = (passes: (text: string) => boolean, rule: string) => v.pipe(v.string(), v.check(passes, rule))

const guid = checked(
  (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  'an id such as 7a1f0c52-3b5e-4c8e-9d0a-5f2b6c1e4a10',
)
const loopback = checked(
  onThisMachine,
  'an address on this machine (localhost): it stands in for Microsoft 365 and is given secrets',
)
const anything = checked((text) => text.trim() !== '', 'some text')

function setting(
  name: string,
  needed: Setting['needed'],
  schema: Setting['schema'],
  meaning: string,
  more: { readonly secret?: boolean; readonly usual?: string } = {},
): Setting {
  return { name, needed, schema, meaning, secret: more.secret ?? false, usual: more.usual ?? null }
}

/** Every setting of the service and of the admin commands. docs/configuration.md is checked against this table. */
export const settingsTable: readonly Setting[] = [
  setting('FT_TENANT_ID', 'production', guid, 'the Entra tenant (directory) that the product works in'),
  setting('FT_CLIENT_ID', 'production', guid, 'the app registration: tab, service and bot are this one'),
  setting(
    'FT_SITE',
    'production',
    checked((text) => /^[^/:\s]+:\/[^/\s]\S*$/.test(text), 'the site as host:/sites/name'),
    'the SharePoint site that holds the lists',
  ),
  setting(
    'FT_SERVICE_ORIGIN',
    'production',
    checked(isSecureOrigin, 'https:// and a host, without a path (plain http only on this machine)'),
    'where people and Teams reach the service',
  ),
  setting('FT_TEAMS_APP_ID', 'production', guid, "the Teams app's id in its manifest"),
  setting(
    'FT_MANAGED_IDENTITY',
    'credential',
    guid,
    'client id of the user-assigned managed identity that the app registration trusts; no secret is kept anywhere',
  ),
  setting(
    'FT_CLIENT_CERTIFICATE',
    'credential',
    anything,
    'path of a PEM file with the private key and the certificate of the app registration',
  ),
  setting('FT_CLIENT_SECRET', 'credential', anything, 'a client secret of the app registration', {
    secret: true,
  }),
  setting(
    'FT_GRAPH_ORIGIN',
    'optional',
    checked(
      (text) => text === 'https://graph.microsoft.com' || (isOrigin(text) && onThisMachine(text)),
      'https://graph.microsoft.com or an origin on this machine (localhost)',
    ),
    'where Microsoft Graph is',
    { usual: 'https://graph.microsoft.com' },
  ),
  setting(
    'FT_MAILBOX',
    'optional',
    checked((text) => /^[^@\s]+@[^@\s]+$/.test(text), 'an address'),
    'the mailbox that mails people whom Teams does not let us reach, and keeps the events of places on courses',
  ),
  setting(
    'FT_PROVISIONER_ID',
    'optional',
    guid,
    'an application that may create lists, in place of a person',
  ),
  setting('FT_PROVISIONER_SECRET', 'optional', anything, 'the secret of that application', { secret: true }),
  setting(
    'FT_ADMIN_TOKEN',
    'optional',
    anything,
    "an administrator's access token for Graph, where no browser can be opened for the sign-in",
    { secret: true },
  ),
  setting(
    'FT_LOG',
    'optional',
    checked(
      (text) => ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'].includes(text),
      'one of trace, debug, info, warn, error, fatal and silent',
    ),
    'how much the service logs',
    { usual: 'info' },
  ),
  setting(
    'FT_REMIND_AT',
    'optional',
    checked((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'a time of the day such as 08:00'),
    'when the service sends the reminders of the day, in UK time, summer and winter',
    { usual: '08:00' },
  ),
  setting(
    'PORT',
    'optional',
    checked((text) => /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536, 'a port'),
    'the port inside, behind a proxy that ends https',
    { usual: 'the port of FT_SERVICE_ORIGIN, else 8080' },
  ),
  setting('FT_LOGIN_ORIGIN', 'local', loopback, "stands in for Microsoft's sign-in"),
  setting('FT_CONNECTOR_URL', 'local', loopback, 'stands in for the Bot Connector'),
  setting('FT_CONNECTOR_METADATA', 'local', loopback, "the stand-in's signing keys"),
  setting('FT_CLOCK_URL', 'local', loopback, 'the clock that can be moved'),
  setting('FT_HOST_ORIGIN', 'local', loopback, 'the page that plays Teams'),
]

/** The table of docs/configuration.md. */
export function settingsAsMarkdown(): string {
  const where = {
    production: 'yes',
    credential: 'one of the three',
    optional: 'no',
    local: 'only with a local tenant',
  }
  const rows = settingsTable.map(
    ({ name, needed, secret, meaning, usual }) =>
      `| \`${name}\` | ${meaning}${secret ? ' (a secret)' : ''} | ${where[needed]} | ${usual ?? ''} |`,
  )
  return ['| Setting | Meaning | Needed | Without it |', '|---|---|---|---|', ...rows].join('\n')
}
