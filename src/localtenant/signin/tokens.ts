import { GRAPH_AUDIENCE } from '../access.ts'
import type { Person } from '../directory.ts'
import type { SigningKeys } from '../keys.ts'
import { CLIENT_ID, TENANT_ID } from '../settings.ts'
import { type Application, SIGN_IN_SCOPES } from './applications.ts'
import { EntraError } from './entraErrors.ts'

/** Seconds an access token lives. */
export const LIFETIME = 3_600

export const BOT_AUDIENCE = 'https://api.botframework.com'
export const ISSUER_V1 = `https://sts.windows.net/${TENANT_ID}/`
export const ISSUER_V2 = `https://login.microsoftonline.com/${TENANT_ID}/v2.0`

export interface DelegatedTokens {
  readonly access_token: string
  readonly id_token: string
  readonly expires_in: number
  /** What was granted, in the form it was asked for. */
  readonly scope: string
}

/** A token an application gets for itself with its secret. Throws {@link EntraError} for other scopes. */
export function applicationToken(keys: SigningKeys, app: Application, scope: string): Promise<string> {
  const claims = {
    appid: app.id,
    app_displayname: app.displayName,
    idtyp: 'app',
    oid: app.principalId,
    sub: app.principalId,
    tid: TENANT_ID,
    ver: '1.0',
  }
  const signed = { issuer: ISSUER_V1, expiresIn: LIFETIME }
  if (scope === `${GRAPH_AUDIENCE}/.default`) {
    return keys.sign({ ...claims, roles: app.application }, { ...signed, audience: GRAPH_AUDIENCE })
  }
  if (scope === `${BOT_AUDIENCE}/.default`) return keys.sign(claims, { ...signed, audience: BOT_AUDIENCE })
  // Our own API issues no application permissions, so the token says who asks and nothing more.
  if (scope === `api://${CLIENT_ID}/.default` || scope === `api://${app.id}/.default`)
    return keys.sign(claims, { ...signed, audience: scope.slice(0, -'/.default'.length) })
  throw new EntraError(
    400,
    'invalid_scope',
    1002012,
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
  )
}

/** Access and id token for a person, limited to what was asked for and has been consented to. Throws {@link EntraError}. */
export async function delegatedTokens(
  keys: SigningKeys,
  app: Application,
  person: Person,
  request: { scope: string; nonce?: string | undefined },
): Promise<DelegatedTokens> {
  const asked = request.scope.split(/\s+/).filter((scope) => scope !== '')
  const resources = asked.filter((scope) => !SIGN_IN_SCOPES.includes(scope))
  const ours = resources.filter(isOwnApi)
  if (ours.length > 0 && ours.length < resources.length) throw severalResources()
  const access = ours.length > 0 ? ownApiToken(keys, app, person) : graphToken(keys, app, person, resources)
  return {
    access_token: await access,
    id_token: await idToken(keys, app, person, request.nonce),
    expires_in: LIFETIME,
    scope: asked.join(' '),
  }
}

/** `client_info` of a token answer: how MSAL tells accounts apart. */
export const clientInfo = (person: Person): string =>
  Buffer.from(JSON.stringify({ uid: person.id, utid: TENANT_ID })).toString('base64url')

const isOwnApi = (scope: string) => /^api:\/\//.test(scope) && scope.endsWith(`${CLIENT_ID}/access_as_user`)

function graphToken(
  keys: SigningKeys,
  app: Application,
  person: Person,
  resources: readonly string[],
): Promise<string> {
  const short = resources.map((scope) => scope.replace(/^https:\/\/graph\.microsoft\.com\//i, ''))
  const wanted = short.length === 0 ? ['User.Read'] : short
  const granted = wanted.includes('.default') ? app.delegated : wanted.map((scope) => consented(app, scope))
  const claims = {
    ...whoAndWhere(person),
    appid: app.id,
    app_displayname: app.displayName,
    idtyp: 'user',
    upn: person.userPrincipalName,
    unique_name: person.userPrincipalName,
    scp: [...granted, 'openid', 'profile'].join(' '),
    ver: '1.0',
  }
  return keys.sign(claims, { audience: GRAPH_AUDIENCE, issuer: ISSUER_V1, expiresIn: LIFETIME })
}

function ownApiToken(keys: SigningKeys, app: Application, person: Person): Promise<string> {
  const claims = { ...personClaims(person), azp: app.id, scp: 'access_as_user' }
  return keys.sign(claims, { audience: CLIENT_ID, issuer: ISSUER_V2, expiresIn: LIFETIME })
}

function idToken(
  keys: SigningKeys,
  app: Application,
  person: Person,
  nonce: string | undefined,
): Promise<string> {
  const claims = { ...personClaims(person), ...(nonce === undefined ? {} : { nonce }) }
  return keys.sign(claims, { audience: app.id, issuer: ISSUER_V2, expiresIn: LIFETIME })
}

const whoAndWhere = (person: Person) => ({
  oid: person.id,
  sub: `sub-${person.id}`,
  tid: TENANT_ID,
  name: person.displayName,
})

const personClaims = (person: Person) => ({
  ...whoAndWhere(person),
  preferred_username: person.userPrincipalName,
  ver: '2.0',
  ...(person.appRoles.length > 0 ? { roles: person.appRoles } : {}),
})

function consented(app: Application, scope: string): string {
  const found = app.delegated.find((one) => one.toLowerCase() === scope.toLowerCase())
  if (found !== undefined) return found
  const message = `The user or administrator has not consented to use the application with ID '${app.id}' for '${scope}'. Send an interactive authorization request for this user and resource.`
  throw new EntraError(400, 'invalid_grant', 65001, message, 'consent_required')
}

const severalResources = () =>
  new EntraError(
    400,
    'invalid_request',
    28000,
    'Provided value for the input parameter scope is not valid because it contains more than one resource.',
  )
