import express, { type RequestHandler } from 'express'
import { findPerson } from '../directory.ts'
import { badRequest, GraphError } from '../graphErrors.ts'
import { TENANT_ID } from '../settings.ts'
import type { Tenant, TenantPart } from '../tenant.ts'
import { authorize } from './authorize.ts'
import { AuthorisationCodes } from './codes.ts'
import { consentedApplication } from './consents.ts'
import { entraErrors } from './entraErrors.ts'
import { answerTokenRequest } from './tokenEndpoint.ts'
import { delegatedTokens, ISSUER_V2 } from './tokens.ts'

/** Entra-shaped sign-in: metadata, keys, authorize and token endpoints. */
export const signInPart: TenantPart = (router, tenant) => {
  const codes = new AuthorisationCodes()
  const { origin } = tenant.settings
  router.get('/:directory/discovery/instance', anyOrigin, (_req, res) => {
    res.json(instanceMetadata(origin))
  })
  router.get('/:directory/v2.0/.well-known/openid-configuration', anyOrigin, (_req, res) => {
    res.json(openIdConfiguration(origin))
  })
  router.get('/:directory/discovery/v2.0/keys', anyOrigin, (_req, res) => {
    res.json(tenant.keys.jwks())
  })
  router.get('/:directory/oauth2/v2.0/authorize', (req, res) => authorize(codes, req, res))
  router.post(
    '/:directory/oauth2/v2.0/token',
    anyOrigin,
    express.urlencoded({ extended: false }),
    async (req, res) => {
      const { directory } = req.params
      res.set('Cache-Control', 'no-store')
      res.json(await answerTokenRequest(tenant, codes, String(directory), req.body ?? {}))
    },
  )
  router.use(entraErrors)
}

/** POST /local-tenant/token: what the host page answers a nested app with. Only for the host page itself. */
export const hostTokenPart: TenantPart = (router, tenant) => {
  router.post('/token', hostPageOnly(tenant), async (req, res) => {
    const { oid, clientId, scope, nonce } = req.body ?? {}
    const person = findPerson(String(oid))
    const app = consentedApplication(tenant, String(clientId))
    if (person === undefined || app === undefined)
      throw badRequest('The token needs a known oid and clientId.')
    res.set('Cache-Control', 'no-store')
    res.json(await delegatedTokens(tenant.keys, app, person, { scope: String(scope ?? ''), nonce }))
  })
  router.use(entraErrors)
}

function hostPageOnly(tenant: Tenant): RequestHandler {
  return (req, _res, next) => {
    if (req.get('origin') === tenant.settings.origin) next()
    else throw new GraphError(403, 'forbidden', 'Only the host page is given tokens here.')
  }
}

const anyOrigin: RequestHandler = (_req, res, next) => {
  res.set('Access-Control-Allow-Origin', '*')
  next()
}

function openIdConfiguration(origin: string): Record<string, unknown> {
  const base = `${origin}/${TENANT_ID}`
  return {
    issuer: ISSUER_V2,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  }
}

function instanceMetadata(origin: string): Record<string, unknown> {
  const production = [
    'login.microsoftonline.com',
    'login.windows.net',
    'login.microsoft.com',
    'sts.windows.net',
  ]
  return {
    tenant_discovery_endpoint: `${origin}/${TENANT_ID}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: production[0], preferred_cache: production[1], aliases: production }],
  }
}
