import {
  type AccountInfo,
  AuthError,
  type AuthenticationResult,
  CacheLookupPolicy,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from '@azure/msal-browser'
import { M365Error } from '../domain/m365Error.ts'
import { type Person, readRoles } from '../domain/roles.ts'
import type { TabConfig } from './config.ts'
import { scopes } from './scopes.ts'
import { type Session, type SignIn, SignInNeeded, SignInUnreachable } from './session.ts'

/** Without the bridge a silent answer would come through a hidden frame, which a browser keeps from its cookies. */
const silent = { scopes: [...scopes], cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken }

/**
 * Nested app authentication: Teams itself hands out the tokens. teams-js has to be initialised before this is
 * called. In a Teams window that has no such bridge MSAL quietly becomes an ordinary browser client; it then signs
 * in through a window of its own, by way of `sign-in.html` and `signed-in.html`.
 */
export async function createSignIn(config: TabConfig, loginHint: string | undefined): Promise<SignIn> {
  const client = await createNestablePublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: `https://login.microsoftonline.com/${config.tenantId}`,
      redirectUri: new URL('signed-in.html', document.baseURI).href,
      popupRelayUri: new URL('sign-in.html', document.baseURI).href,
    },
  })
  const quiet = { ...silent, loginHint }
  return {
    silently: () =>
      client.acquireTokenSilent({ ...quiet, account: client.getActiveAccount() ?? undefined }).then(
        (result) => openSession(client, result),
        (thrown: unknown) => {
          if (needsPerson(thrown)) return null
          throw isNetworkFailure(thrown) ? new SignInUnreachable() : thrown
        },
      ),
    withPopup: async () =>
      openSession(client, await client.acquireTokenPopup({ scopes: [...scopes], loginHint })),
  }
}

/** Only the bridge knows the person beforehand; an ordinary client says that it has no account. */
function needsPerson(thrown: unknown): boolean {
  if (thrown instanceof InteractionRequiredAuthError) return true
  return thrown instanceof AuthError && ['no_account_error', 'no_account_found'].includes(thrown.errorCode)
}

// The bridge and the browser each have their own word for it.
const networkFailures = new Set([
  'no_network',
  'no_network_connectivity',
  'network_error',
  'post_request_failed',
  'get_request_failed',
])

function isNetworkFailure(thrown: unknown): boolean {
  return thrown instanceof AuthError && networkFailures.has(thrown.errorCode)
}

const unreachable = 'Microsoft’s sign-in could not be reached. What you see and typed is kept; try again.'

function openSession(client: IPublicClientApplication, first: AuthenticationResult): Session {
  client.setActiveAccount(first.account)
  return {
    me: readPerson(first.account, first.idTokenClaims),
    accessToken: async () => {
      try {
        return (await client.acquireTokenSilent({ ...silent, account: first.account })).accessToken
      } catch (thrown) {
        if (needsPerson(thrown)) throw new SignInNeeded()
        throw isNetworkFailure(thrown) ? new M365Error('unavailable', unreachable) : thrown
      }
    },
  }
}

function readPerson(account: AccountInfo, claims: object): Person {
  const { oid, roles } = claims as { oid?: unknown; roles?: unknown }
  return {
    objectId: typeof oid === 'string' ? oid : account.localAccountId,
    name: account.name ?? account.username,
    signInName: account.username,
    roles: readRoles(roles ?? account.idTokenClaims?.roles),
  }
}
