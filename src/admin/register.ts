import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { environmentFile, readEnvironmentFile, writeEnvironmentFile } from './environmentFile.ts'
import { exchangeLines } from './exchangeLines.ts'
import { registerInTenant, removeFromTenant } from './wire.ts'

const usage = `Usage: npm run admin -- register --environment NAME [--apply] [options]

Registers Follow-Through in Entra: the application with its roles and redirect address, its service principal, an
administrator's consent to exactly the permissions of manifest/permissions.json, and the role write on the one site.
Without --apply it only prints the requests to Microsoft Graph. Run again, it changes what differs and nothing else.

  --environment NAME   values from env/.env.NAME; --apply writes new ones there
  --apply              make the changes
  --tenant ID          the Entra tenant
  --site HOST:/PATH    the SharePoint site, e.g. contoso.sharepoint.com:/sites/follow-through
  --service ORIGIN     where the service will be, e.g. https://follow-through.contoso.org
  --certificate FILE   PEM with the certificate that the service signs in with (the key in it is not read)
  --identity ID        object id of the managed identity that the service runs as, in place of a certificate
  --remove             take the application out of the tenant again; the lists stay
  --mailbox ADDRESS    also print the Exchange lines that let it send mail from this mailbox and no other

An administrator signs in in a browser on this machine, or gives a token for Graph in FT_ADMIN_TOKEN.
`

/** Registers the application in a tenant. */
export const registerCommand: Command = {
  name: 'register',
  summary: 'register the application in Entra, or print how',
  usage,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        environment: { type: 'string' },
        apply: { type: 'boolean', default: false },
        tenant: { type: 'string' },
        site: { type: 'string' },
        service: { type: 'string' },
        certificate: { type: 'string' },
        identity: { type: 'string' },
        mailbox: { type: 'string' },
        remove: { type: 'boolean', default: false },
      },
    })
    const { environment: name, apply, mailbox } = values
    if (name === undefined) {
      console.error('Name the environment, e.g. --environment prod. Nothing was changed.')
      return 2
    }
    const chosen = given({
      FT_TENANT_ID: values.tenant,
      FT_SITE: values.site,
      FT_SERVICE_ORIGIN: values.service,
    })
    const environment = { ...process.env, FT_CONFIG: environmentFile(name), ...chosen }
    const tell = (line: string) => console.log(line)
    if (values.remove) return remove(name, apply, await removeFromTenant({ environment, apply }, tell))
    const suffix = readEnvironmentFile(name).APP_NAME_SUFFIX ?? ''
    const result = await registerInTenant(
      {
        environment,
        apply,
        displayName: `Follow-Through${suffix}`,
        permissions: readFileSync('manifest/permissions.json', 'utf8'),
        certificate: values.certificate === undefined ? null : readCertificate(values.certificate),
        identity: values.identity ?? null,
      },
      tell,
    )
    if (mailbox !== undefined) for (const line of exchangeLines(result, mailbox)) console.log(line)
    if (apply) keep(name, { ...chosen, FT_CLIENT_ID: result.clientId })
    const settled = 'Nothing to change: the application is registered as declared.'
    console.log(outcome(result.changes, apply, settled))
    return 0
  },
}

function remove(name: string, apply: boolean, changes: number): number {
  if (apply) keep(name, { FT_CLIENT_ID: '' })
  console.log(outcome(changes, apply, 'Nothing to change: there is no such application.'))
  return 0
}

function outcome(changes: number, apply: boolean, settled: string): string {
  if (changes === 0) return settled
  const requests = changes === 1 ? 'this one request is' : `these ${changes} requests are`
  return apply
    ? `Done: ${changes === 1 ? '1 change was' : `${changes} changes were`} made.`
    : `Nothing was changed. With --apply ${requests} sent.`
}

function keep(name: string, values: Readonly<Record<string, string>>): void {
  const changed = writeEnvironmentFile(name, values)
  if (changed.length > 0) console.log(`${environmentFile(name)} now has ${changed.join(', ')}.`)
}

/** Only what has a value. */
function given(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const found = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return Object.fromEntries(found)
}

/** The public half of a certificate. Throws an Error with a sentence. */
function readCertificate(file: string): { name: string; key: string } {
  try {
    const certificate = new X509Certificate(readFileSync(file))
    const until = new Date(certificate.validTo).toISOString().slice(0, 10)
    return { name: `Follow-Through until ${until}`, key: certificate.raw.toString('base64') }
  } catch {
    throw new Error(`${file} is no PEM file with a certificate that can be read. Nothing was changed.`)
  }
}
