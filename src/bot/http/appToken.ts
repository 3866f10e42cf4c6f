import type { RequestHandler } from 'express'
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose'

export interface TokenRules {
  readonly tenantId: string
  /** Our own application: the token must be meant for it. */
  readonly clientId: string
  /** Applications that may start jobs. */
  readonly callers: readonly string[]
  /** Where the tenant's keys are: Microsoft's sign-in, or its stand-in. */
  readonly loginOrigin: string | null
}

/**
 * Lets through requests with a token that one of our applications got for itself. A person's token is refused even
 * when it is genuine: jobs are not for people.
 */
export function requireAppToken(rules: TokenRules): RequestHandler {
  const login = rules.loginOrigin ?? 'https://login.microsoftonline.com'
  const keys = createRemoteJWKSet(new URL(`${login}/${rules.tenantId}/discovery/v2.0/keys`))
  const expected = {
    audience: [rules.clientId, `api://${rules.clientId}`],
    issuer: [
      `https://sts.windows.net/${rules.tenantId}/`,
      `https://login.microsoftonline.com/${rules.tenantId}/v2.0`,
    ],
    algorithms: ['RS256'],
  }
  return async (req, res, next) => {
    const [scheme, token] = (req.get('authorization') ?? '').split(' ')
    const claims =
      scheme?.toLowerCase() === 'bearer' && token
        ? await jwtVerify(token, keys, expected).then(
            ({ payload }) => payload,
            () => null,
          )
        : null
    if (claims === null) {
      res
        .status(401)
        .set('WWW-Authenticate', 'Bearer')
        .json({ error: 'A valid token of the application is needed.' })
    } else if (!mayStartJobs(claims, rules)) {
      res.status(403).json({ error: 'This token may not start jobs.' })
    } else next()
  }
}

/** Whether checked claims are those of one of our applications, acting for itself. */
export function mayStartJobs(claims: JWTPayload, rules: Pick<TokenRules, 'tenantId' | 'callers'>): boolean {
  const caller = claims.appid ?? claims.azp
  const person = claims.scp !== undefined || (claims.idtyp !== undefined && claims.idtyp !== 'app')
  return (
    !person && claims.tid === rules.tenantId && typeof caller === 'string' && rules.callers.includes(caller)
  )
}
