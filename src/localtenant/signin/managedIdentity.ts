import { badRequest } from '../graphErrors.ts'
import type { TenantPart } from '../tenant.ts'
import { ISSUER_V2, LIFETIME } from './tokens.ts'

/**
 * GET /local-tenant/managed-identity: what a Container App or an App Service has at IDENTITY_ENDPOINT. Any identity is
 * known here, and its object id is the same as its client id.
 * https://learn.microsoft.com/azure/container-apps/managed-identity (REST endpoint reference)
 */
export const managedIdentityPart: TenantPart = (router, tenant) => {
  router.get('/managed-identity', async (req, res) => {
    const { resource, client_id: clientId } = req.query
    if (
      req.get('x-identity-header') === undefined ||
      typeof clientId !== 'string' ||
      typeof resource !== 'string'
    )
      throw badRequest('The header X-IDENTITY-HEADER, a resource and a client_id are needed.')
    const claims = { sub: clientId, oid: clientId, appid: clientId }
    const signed = { audience: resource, issuer: ISSUER_V2, expiresIn: LIFETIME }
    res.json({
      access_token: await tenant.keys.sign(claims, signed),
      expires_on: String(Math.floor(Date.now() / 1000) + LIFETIME),
      resource,
      token_type: 'Bearer',
      client_id: clientId,
    })
  })
}
