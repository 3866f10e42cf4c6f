import { createHash, X509Certificate } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify } from 'jose'
import { objectsOf } from '../directory/directoryObjects.ts'
import { TENANT_ID } from '../settings.ts'
import type { Tenant } from '../tenant.ts'
import type { Application } from './applications.ts'
import { EntraError } from './entraErrors.ts'
import { registration } from './registeredApplications.ts'
import { ISSUER_V2 } from './tokens.ts'

const TOKEN_EXCHANGE = 'api://AzureADTokenExchange'

/**
 * Checks what an application shows in place of a secret: a token signed with its certificate, or a managed
 * identity's token that its registration trusts. Throws {@link EntraError}.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function checkAssertion(tenant: Tenant, app: Application, assertion: string): Promise<void> {
  const header = readHeader(assertion)
  if (header.thumbprint === undefined) return checkFederated(tenant, app, assertion)
  const certificate = certificatesOf(tenant, app.id).find((one) => sha256Of(one) === header.thumbprint)
  if (certificate === undefined)
    throw refused(
      700027,
      'The certificate with identifier used to sign the client assertion is not registered on application.',
    )
  const audience = `/${TENANT_ID}/oauth2/v2.0/token`
  const valid = await jwtVerify(assertion, certificate.publicKey, {
    issuer: app.id,
    subject: app.id,
    clockTolerance: 300,
  }).then(
    ({ payload }) => String(payload.aud).endsWith(audience),
    () => false,
  )
  if (!valid) throw refused(700027, 'Client assertion failed signature validation.')
  if (new Date(certificate.validTo).getTime() < Date.now())
    throw refused(1000502, 'The provided certificate is not within its specified validity window.')
}

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
async function checkFederated(tenant: Tenant, app: Application, assertion: string): Promise<void> {
  const own = registration(tenant, app.id)
  const claims = await tenant.keys
    .verify(assertion, { audience: TOKEN_EXCHANGE, issuer: ISSUER_V2 })
    .catch(() => {
      throw refused(70_021, 'The assertion is not signed by an issuer that can be trusted.')
    })
  const trusted = objectsOf(tenant.db, 'federatedCredential').some(
    (one) => one.application === own?.id && one.issuer === claims.iss && one.subject === claims.sub,
  )
  if (!trusted)
    throw refused(
      700213,
      `No matching federated identity record found for presented assertion subject '${claims.sub}'.`,
    )
}

/** `x5t#S256` names the certificate; a managed identity's token has none. */
function readHeader(assertion: string): { thumbprint: string | undefined } {
  try {
    const thumbprint = decodeProtectedHeader(assertion)['x5t#S256']
    return { thumbprint: typeof thumbprint === 'string' ? thumbprint : undefined }
  } catch {
    throw refused(50027, 'JWT token is invalid or malformed.')
  }
}

function certificatesOf(tenant: Tenant, clientId: string): X509Certificate[] {
  const keys = registration(tenant, clientId)?.keyCredentials
  const known: { key?: unknown }[] = Array.isArray(keys) ? keys : []
  return known.map(({ key }) => new X509Certificate(Buffer.from(String(key), 'base64')))
}

const sha256Of = (certificate: X509Certificate) =>
  createHash('sha256').update(certificate.raw).digest('base64url')

const refused = (number: number, message: string) => new EntraError(401, 'invalid_client', number, message)
