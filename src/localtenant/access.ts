import type { RequestHandler, Response } from 'express'
import type { JWTPayload } from 'jose'
import { accessDenied, GraphError } from './graphErrors.ts'
import { TENANT_ID } from './settings.ts'
import { findApplication, type MailboxRole } from './signin/applications.ts'
import type { Tenant } from './tenant.ts'

export const GRAPH_AUDIENCE = 'https://graph.microsoft.com'

/** Who is asking Graph: an application alone, or an application for a person. */
export interface Caller {
  readonly kind: 'delegated' | 'application'
  readonly appId: string
  readonly appName: string
  /** Entra object id of the person; undefined for an application alone. */
  readonly userId: string | undefined
  readonly permissions: ReadonlySet<string>
  /** What Exchange allows an application for single mailboxes, beside what its token carries. */
  readonly mailboxes: readonly MailboxRole[]
}

/** What an operation needs: any one permission of the caller's kind will do. */
export interface Needed {
  readonly delegated?: readonly string[]
  readonly application?: readonly string[]
}

/** Checks the bearer of every Graph request and remembers who it is for {@link callerOf}. */
export function bearerCheck(tenant: Tenant): RequestHandler {
  return async (req, res, next) => {
    const [scheme, token] = (req.get('authorization') ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw unauthenticated('Access token is empty.')
    res.locals.caller = await readCaller(tenant, token)
    next()
  }
}

/** The caller of this request. Only behind {@link bearerCheck}. */
export function callerOf(res: Response): Caller {
  return res.locals.caller
}

/** Throws 403 with the workload's code unless the caller holds one of the permissions for its kind. */
export function requirePermission(
  res: Response,
  needed: Needed,
  refusal: () => GraphError = () => accessDenied(),
): Caller {
  const caller = callerOf(res)
  const enough = needed[caller.kind] ?? []
  if (!enough.some((permission) => caller.permissions.has(permission))) throw refusal()
  return caller
}

/** The refusal of the directory workload (users, groups). */
export const directoryDenied = () =>
  accessDenied('Insufficient privileges to complete the operation.', 'Authorization_RequestDenied')

/** The signed-in person's id; an application alone has no /me. */
export function requireMe(res: Response): string {
  const { userId } = callerOf(res)
  if (userId !== undefined) return userId
  throw new GraphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
}

async function readCaller(tenant: Tenant, token: string): Promise<Caller> {
  let claims: JWTPayload
  try {
    claims = await tenant.keys.verify(token, {
      audience: GRAPH_AUDIENCE,
      issuer: `https://sts.windows.net/${TENANT_ID}/`,
    })
  } catch (error) {
    throw unauthenticated(reasonOf(error))
  }
  const delegated = typeof claims.scp === 'string'
  const roles = Array.isArray(claims.roles) ? claims.roles.map(String) : []
  const { exchange = [] } = findApplication(String(claims.appid)) ?? {}
  return {
    kind: delegated ? 'delegated' : 'application',
    appId: String(claims.appid),
    appName: String(claims.app_displayname ?? ''),
    userId: delegated ? String(claims.oid) : undefined,
    permissions: new Set(delegated ? String(claims.scp).split(' ') : roles),
    mailboxes: delegated
      ? []
      : exchange.filter(({ permission }) => !tenant.controls.withheld.includes(permission)),
  }
}

function unauthenticated(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    headers: {
      'WWW-Authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    },
  })
}

function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code === 'ERR_JWT_EXPIRED') return 'Lifetime validation failed, the token is expired.'
  const text = error instanceof Error ? error.message : ''
  if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED' && text.includes('"aud"')) {
    return 'Access token validation failure. Invalid audience.'
  }
  if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED')
    return 'Access token validation failure. Invalid signature.'
  return 'CompactToken parsing failed with error code: 80049217'
}
