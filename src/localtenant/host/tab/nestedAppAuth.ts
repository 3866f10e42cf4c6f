/** A request of MSAL's nested app auth, as far as this host reads it (msal-browser 5, src/naa). */
interface NestedRequest {
  readonly messageType: string
  readonly method: string
  readonly requestId: string
  readonly tokenParams?: { readonly clientId?: string; readonly authority?: string; readonly scope?: string }
}

/** Why a token is not given, in the words MSAL understands. */
export type RefusalStatus =
  | 'USER_INTERACTION_REQUIRED'
  | 'USER_CANCEL'
  | 'NO_NETWORK'
  | 'ACCOUNT_UNAVAILABLE'
  | 'PERSISTENT_ERROR'

export interface MintedToken {
  readonly access_token: string
  readonly id_token: string
  readonly expires_in: number
  readonly scope?: string
}

export interface NestedAppAuthDeps {
  readonly tenantId: string
  readonly account: { readonly oid: string; readonly username: string; readonly name: string }
  readonly mint: (clientId: string, scope: string) => Promise<MintedToken>
  /** Reason to refuse this request now, or undefined to answer it; a pop-up request may ask the person first. */
  readonly refuse: (interactive: boolean, scope: string) => Promise<RefusalStatus | undefined>
}

// The tab keeps Microsoft's production authority; MSAL's cache misses on every call unless this is its host.
const environment = 'login.microsoftonline.com'

const descriptions: Readonly<Record<RefusalStatus, string>> = {
  USER_INTERACTION_REQUIRED:
    'AADSTS65001: The user or administrator has not consented to use the application.',
  USER_CANCEL: 'The person closed the sign-in window.',
  NO_NETWORK: 'The network is not available.',
  ACCOUNT_UNAVAILABLE: 'Nobody is signed in.',
  PERSISTENT_ERROR: 'The sign-in service did not give a token.',
}

function accountOf(deps: NestedAppAuthDeps) {
  return {
    homeAccountId: `${deps.account.oid}.${deps.tenantId}`,
    environment,
    tenantId: deps.tenantId,
    username: deps.account.username,
    localAccountId: deps.account.oid,
    name: deps.account.name,
  }
}

function refusal(requestId: string, status: RefusalStatus, description = descriptions[status]) {
  return {
    messageType: 'NestedAppAuthResponse',
    requestId,
    success: false,
    error: { status, code: status.toLowerCase(), subError: '', description },
  }
}

async function tokenAnswer(deps: NestedAppAuthDeps, request: NestedRequest) {
  const { clientId = '', scope = '', authority } = request.tokenParams ?? {}
  const refused = await deps.refuse(request.method === 'GetTokenPopup', scope)
  if (refused) return refusal(request.requestId, refused)
  try {
    const token = await deps.mint(clientId, scope)
    return {
      messageType: 'NestedAppAuthResponse',
      requestId: request.requestId,
      success: true,
      token: { ...token, scope: token.scope ?? scope, properties: null, authority },
      account: accountOf(deps),
    }
  } catch (error) {
    return refusal(request.requestId, 'PERSISTENT_ERROR', error instanceof Error ? error.message : undefined)
  }
}

function parse(json: unknown): NestedRequest | undefined {
  if (typeof json !== 'string') return undefined
  try {
    const request: NestedRequest = JSON.parse(json)
    return request.messageType === 'NestedAppAuthRequest' ? request : undefined
  } catch {
    return undefined
  }
}

/** Answers one nested-app-auth request (JSON in, JSON out); undefined when it is not such a request. */
export async function answerNestedAppAuth(
  deps: NestedAppAuthDeps,
  json: unknown,
): Promise<string | undefined> {
  const request = parse(json)
  if (!request) return undefined
  if (request.method === 'GetToken' || request.method === 'GetTokenPopup') {
    return JSON.stringify(await tokenAnswer(deps, request))
  }
  if (request.method !== 'GetInitContext') {
    return JSON.stringify(
      refusal(request.requestId, 'PERSISTENT_ERROR', `No such request: ${request.method}.`),
    )
  }
  const { homeAccountId, tenantId } = accountOf(deps)
  return JSON.stringify({
    messageType: 'NestedAppAuthResponse',
    requestId: request.requestId,
    success: true,
    initContext: {
      sdkName: 'local-tenant',
      sdkVersion: '1.0.0',
      capabilities: { queryAccount: true },
      accountContext: { homeAccountId, environment, tenantId },
    },
  })
}
