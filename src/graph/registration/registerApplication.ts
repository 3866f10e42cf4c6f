import * as v from 'valibot'
import type { Registrar } from './changes.ts'
import { consent } from './consent.ts'
import { type DeclaredApplication, identifierUris } from './declaredApplication.ts'
import { differing } from './differing.ts'
import { graphPermissions, wantedApplication } from './wantedApplication.ts'

/** A certificate as it is registered: the public half only. */
export interface PublicCertificate {
  readonly name: string
  /** The certificate itself (DER) in base64. */
  readonly key: string
}

export interface RegisterOptions {
  readonly declared: DeclaredApplication
  readonly tenantId: string
  /** The application's id where it is known; else it is looked for by its name. */
  readonly clientId: string | null
  readonly certificate: PublicCertificate | null
  /** Object id of the managed identity that the application should trust. */
  readonly identity: string | null
}

/** Where a new application's ids will stand, as long as changes are only told. */
const unknownYet = { appId: '{appId}', id: '{object id}' }

const application = v.looseObject({ id: v.string(), appId: v.string() })
const applications = v.object({ value: v.array(application) })
const credentials = v.object({ value: v.array(v.object({ subject: v.string(), issuer: v.string() })) })
type Application = v.InferOutput<typeof application>

/**
 * Registers the application and everything it needs in Entra, or brings it up to date. What is there is left alone.
 * @returns the application's client id and the object id of its service principal
 * @throws M365Error when Graph refuses; Error when two applications have the name
 */
export async function registerApplication(
  graph: Registrar,
  options: RegisterOptions,
): Promise<{ readonly clientId: string; readonly principalId: string }> {
  const permissions = await graphPermissions(graph, options.declared.permissions)
  const wanted = wantedApplication(options.declared, permissions)
  const found = await findApplication(graph, options)
  const own = found === null ? await create(graph, wanted, options) : found
  if (found !== null) await update(graph, found, wanted)
  await nameIt(graph, own, options)
  await trustCertificate(graph, own, options.certificate, found === null)
  await trustIdentity(graph, own, options)
  const principalId = await consent(graph, own.appId, permissions)
  return { clientId: own.appId, principalId }
}

async function findApplication(
  graph: Registrar,
  { clientId, declared }: RegisterOptions,
): Promise<Application | null> {
  if (clientId !== null) {
    const found = await graph.read(`/applications(appId='${clientId}')`)
    if (found !== null) return v.parse(application, found)
    throw new Error(
      `FT_CLIENT_ID is ${clientId}, and the tenant has no such application. Leave it empty to register one.`,
    )
  }
  const name = declared.displayName.replaceAll("'", "''")
  const { value } = v.parse(
    applications,
    await graph.read(`/applications?$filter=displayName eq '${encodeURIComponent(name)}'`),
  )
  if (value.length > 1)
    throw new Error(
      `The tenant has ${value.length} applications called ${declared.displayName}. Set FT_CLIENT_ID to the one that is meant; nothing was changed.`,
    )
  return value[0] ?? null
}

async function create(
  graph: Registrar,
  wanted: Readonly<Record<string, unknown>>,
  { certificate, declared }: RegisterOptions,
): Promise<Application> {
  const body = certificate === null ? wanted : { ...wanted, keyCredentials: [keyCredential(certificate)] }
  const words = `Register the application ${declared.displayName}`
  const made = await graph.change({ words, method: 'POST', path: '/applications', body })
  return made === null ? unknownYet : v.parse(application, made)
}

async function update(
  graph: Registrar,
  found: Application,
  wanted: Readonly<Record<string, unknown>>,
): Promise<void> {
  const body = differing(found, wanted)
  if (Object.keys(body).length === 0) return
  const words = `Bring the application up to date (${Object.keys(body).join(', ')})`
  await graph.change({ words, method: 'PATCH', path: `/applications/${found.id}`, body })
}

/** Its names hold its id, which it has only once it is there. */
async function nameIt(graph: Registrar, own: Application, { declared }: RegisterOptions): Promise<void> {
  const wanted = identifierUris(declared.host, own.appId)
  const there: unknown = own.identifierUris
  const known = Array.isArray(there) ? there.map(String) : []
  if (wanted.every((uri) => known.includes(uri))) return
  await graph.change({
    words: `Name it ${wanted.join(' and ')}`,
    method: 'PATCH',
    path: `/applications/${own.id}`,
    body: { identifierUris: [...new Set([...known, ...wanted])] },
  })
}

const keyCredential = ({ name, key }: PublicCertificate) => ({
  displayName: name,
  type: 'AsymmetricX509Cert',
  usage: 'Verify',
  key,
})

/** Earlier certificates stay, so that the service can go on with the old one until it has the new one. */
async function trustCertificate(
  graph: Registrar,
  own: Application,
  certificate: PublicCertificate | null,
  isNew: boolean,
): Promise<void> {
  if (certificate === null || isNew) return
  const schema = v.object({ keyCredentials: v.array(v.looseObject({ key: v.nullish(v.string()) })) })
  const { keyCredentials } = v.parse(
    schema,
    await graph.read(`/applications/${own.id}?$select=keyCredentials`),
  )
  if (keyCredentials.some((one) => one.key === certificate.key)) return
  await graph.change({
    words: `Trust the certificate ${certificate.name}`,
    method: 'PATCH',
    path: `/applications/${own.id}`,
    body: { keyCredentials: [...keyCredentials, keyCredential(certificate)] },
  })
}

/** learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
async function trustIdentity(
  graph: Registrar,
  own: Application,
  { identity, tenantId }: RegisterOptions,
): Promise<void> {
  if (identity === null) return
  const path = `/applications/${own.id}/federatedIdentityCredentials`
  const known = own === unknownYet ? [] : v.parse(credentials, await graph.read(path)).value
  const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`
  if (known.some((one) => one.subject === identity && one.issuer === issuer)) return
  const name = `follow-through-${identity.slice(0, 8)}`
  const body = { name, issuer, subject: identity, audiences: ['api://AzureADTokenExchange'] }
  await graph.change({ words: `Trust the managed identity ${identity}`, method: 'POST', path, body })
}
