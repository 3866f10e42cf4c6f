import { timingSafeEqual } from 'node:crypto'
import { findPerson, type Person } from '../directory.ts'
import { TENANT_ID } from '../settings.ts'
import type { Tenant } from '../tenant.ts'
import type { Application } from './applications.ts'
import { checkAssertion } from './assertions.ts'
import { unknownClient } from './authorize.ts'
import type { AuthorisationCodes } from './codes.ts'
import { consentedApplication } from './consents.ts'
import { EntraError } from './entraErrors.ts'
import { applicationToken, BOT_AUDIENCE, clientInfo, delegatedTokens, LIFETIME } from './tokens.ts'

export type Form = Readonly<Record<string, string | undefined>>

const REFRESH_AUDIENCE = 'refresh'
const REFRESH_LIFETIME = 24 * 3_600

/** POST …/oauth2/v2.0/token: the answer to one form. Throws {@link EntraError}. */
export async function answerTokenRequest(
  tenant: Tenant,
  codes: AuthorisationCodes,
  directory: string,
  form: Form,
): Promise<Record<string, unknown>> {
  checkDirectory(directory, form.scope ?? '')
  const app = consentedApplication(tenant, form.client_id ?? '')
  if (app === undefined) throw unknownClient(form.client_id ?? '')
  switch (form.grant_type) {
    case 'client_credentials':
      return clientCredentials(tenant, app, form)
    case 'authorization_code':
      return authorisationCode(tenant, codes, app, form)
    case 'refresh_token':
      return refresh(tenant, app, form)
    default:
      throw new EntraError(
        400,
        'unsupported_grant_type',
        70003,
        `The grant type '${form.grant_type}' is not supported.`,
      )
  }
}

async function clientCredentials(
  tenant: Tenant,
  app: Application,
  form: Form,
): Promise<Record<string, unknown>> {
  if (form.client_assertion !== undefined) await checkAssertion(tenant, app, form.client_assertion)
  else if (app.secret === null || !sameSecret(form.client_secret ?? '', tenant.secrets[app.secret])) {
    throw new EntraError(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided for app '${app.id}'.`,
    )
  }
  const access_token = await applicationToken(tenant.keys, app, form.scope ?? '')
  return { token_type: 'Bearer', expires_in: LIFETIME, ext_expires_in: LIFETIME, access_token }
}

async function authorisationCode(
  tenant: Tenant,
  codes: AuthorisationCodes,
  app: Application,
  form: Form,
): Promise<Record<string, unknown>> {
  const { code = '', redirect_uri: redirectUri = '', code_verifier: verifier = '' } = form
  const request = codes.redeem(code, { clientId: app.id, redirectUri, verifier })
  const person = request && findPerson(request.personId)
  if (request === undefined || person === undefined) {
    throw new EntraError(
      400,
      'invalid_grant',
      70008,
      'The code is unknown, used, expired or not this client’s.',
    )
  }
  return personTokens(tenant, app, person, form.scope || request.scope, request.nonce)
}

async function refresh(tenant: Tenant, app: Application, form: Form): Promise<Record<string, unknown>> {
  const person = await personOfRefreshToken(tenant, app, form.refresh_token ?? '')
  if (person === undefined)
    throw new EntraError(400, 'invalid_grant', 70043, 'The refresh token has expired or is invalid.')
  return personTokens(tenant, app, person, form.scope ?? '', undefined)
}

async function personOfRefreshToken(
  tenant: Tenant,
  app: Application,
  token: string,
): Promise<Person | undefined> {
  try {
    const claims = await tenant.keys.verify(token, { audience: REFRESH_AUDIENCE })
    return claims.azp === app.id ? findPerson(String(claims.oid)) : undefined
  } catch {
    return undefined
  }
}

async function personTokens(
  tenant: Tenant,
  app: Application,
  person: Person,
  scope: string,
  nonce: string | undefined,
): Promise<Record<string, unknown>> {
  const tokens = await delegatedTokens(tenant.keys, app, person, { scope, nonce })
  const refreshClaims = { oid: person.id, azp: app.id }
  const signed = { audience: REFRESH_AUDIENCE, issuer: tenant.settings.origin, expiresIn: REFRESH_LIFETIME }
  return {
    token_type: 'Bearer',
    ext_expires_in: LIFETIME,
    ...tokens,
    refresh_token: await tenant.keys.sign(refreshClaims, signed),
    client_info: clientInfo(person),
  }
}

function checkDirectory(directory: string, scope: string): void {
  if (directory === TENANT_ID) return
  if (directory === 'botframework.com' && scope === `${BOT_AUDIENCE}/.default`) return
  throw new EntraError(400, 'invalid_request', 90002, `Tenant '${directory}' not found.`)
}

function sameSecret(given: string, kept: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(kept)]
  return one.length === other.length && timingSafeEqual(one, other)
}
