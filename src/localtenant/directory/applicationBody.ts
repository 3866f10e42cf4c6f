import { X509Certificate } from 'node:crypto'
import { directoryRefusal } from './directoryAccess.ts'

type Body = Readonly<Record<string, unknown>>

/** What can be written of an application, and what it is until then. */
const beginnings: Body = {
  displayName: null,
  signInAudience: 'AzureADMyOrg',
  identifierUris: [],
  tags: [],
  api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] },
  appRoles: [],
  spa: { redirectUris: [] },
  web: { redirectUris: [] },
  publicClient: { redirectUris: [] },
  requiredResourceAccess: [],
  optionalClaims: null,
  keyCredentials: [],
  notes: null,
}

/** A new application's members from the body of POST /applications. Throws 400. */
export function newApplication(body: Body): Body {
  if (typeof body.displayName !== 'string' || body.displayName === '')
    throw directoryRefusal("A value is required for property 'displayName' of resource 'Application'.")
  return { ...beginnings, ...checkApplication(body, { ...beginnings, appId: '' }) }
}

/**
 * What a PATCH changes. Throws 400: a property that there is not, an identifier that is not the application's own,
 * an enabled role or scope that would vanish.
 */
export function checkApplication(body: Body, before: Body): Body {
  const strange = Object.keys(body).find((name) => !(name in beginnings))
  if (strange === 'passwordCredentials')
    throw directoryRefusal('New password credentials must be generated with service actions.')
  if (strange !== undefined) throw directoryRefusal(`Invalid property '${strange}'.`)
  if (body.signInAudience !== undefined && !String(body.signInAudience).startsWith('AzureAD'))
    throw directoryRefusal("Invalid value specified for property 'signInAudience' of resource 'Application'.")
  checkIdentifiers(list(body.identifierUris), String(before.appId ?? ''))
  if (!list(body.keyCredentials).every(isCertificate))
    throw directoryRefusal('Key credential must be a certificate (AsymmetricX509Cert, Verify) in base64.')
  if (body.appRoles !== undefined) checkEnabled(list(before.appRoles), list(body.appRoles))
  if (body.api !== undefined)
    checkEnabled(
      list(member(before.api, 'oauth2PermissionScopes')),
      list(member(body.api, 'oauth2PermissionScopes')),
    )
  return { ...body, ...merged(body, before, ['api', 'spa', 'web', 'publicClient']) }
}

/** Complex properties keep the members that a PATCH does not name. */
function merged(body: Body, before: Body, names: readonly string[]): Body {
  const given = names.filter((name) => body[name] !== undefined)
  return Object.fromEntries(given.map((name) => [name, { ...Object(before[name]), ...Object(body[name]) }]))
}

/** learn.microsoft.com/entra/identity-platform/identifier-uri-restrictions */
function checkIdentifiers(uris: readonly unknown[], appId: string): void {
  const wrong = uris.find((uri) => {
    const [, last] = /^api:\/\/(?:[^/\s]+\/)?([^/\s]+)$/.exec(String(uri)) ?? []
    return appId === '' || last !== appId
  })
  if (wrong !== undefined)
    throw directoryRefusal(
      'Values of identifierUris property must use a verified domain of the organization or its subdomain: ' +
        `'${String(wrong)}'`,
      'HostNameNotOnVerifiedDomain',
    )
}

function checkEnabled(before: readonly unknown[], after: readonly unknown[]): void {
  const kept = new Set(after.map((one) => member(one, 'id')))
  const lost = before.find((one) => member(one, 'isEnabled') === true && !kept.has(member(one, 'id')))
  if (lost !== undefined)
    throw directoryRefusal(
      'Property value cannot be deleted or updated unless it is disabled first.',
      'CannotDeleteOrUpdateEnabledEntitlement',
    )
  const values = after.map((one) => member(one, 'value'))
  if (new Set(values).size < values.length)
    throw directoryRefusal('Request contains a property with duplicate values.')
}

function isCertificate(credential: unknown): boolean {
  try {
    new X509Certificate(Buffer.from(String(member(credential, 'key')), 'base64'))
    return member(credential, 'type') === 'AsymmetricX509Cert' && member(credential, 'usage') === 'Verify'
  } catch {
    return false
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
