import {
  type AccountInfo,
  AuthError,
  type AuthenticationResult,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from '@azure/msal-browser'
import { type Person, readRoles } from '../domain/roles.ts'
import type { TabConfig } from './config.ts'
import { scopes } from './scopes.ts'
import { type Session, type SignIn, SignInNeeded, SignInUnreachable } from './session.ts'

/**
 * Nested app authentication: Teams itself hands out the tokens. teams-js has to be initialised before this is
 * called, or MSAL quietly becomes an ordinary browser client.
 */
export async function createSignIn(config: TabConfig, loginHint: string | undefined): Promise<SignIn> {
  const client = await createNestablePublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: `https://login.microsoftonline.com/${config.tenantId}`,
    },
  })
  const request = { scopes: [...scopes], loginHint }
  return {
    silently: () =>
      client.acquireTokenSilent({ ...request, account: client.getActiveAccount() ?? undefined }).then(
        (result) => openSession(client, result),
        (thrown: unknown) => {
          if (thrown instanceof InteractionRequiredAuthError) return null
          throw isNetworkFailure(thrown) ? new SignInUnreachable() : thrown
        },
      ),
    withPopup: async () => openSession(client, await client.acquireTokenPopup(request)),
  }
}

// The bridge and the browser each have their own word for it.
const networkFailures = new Set(['no_network', 'no_network_connectivity', 'network_error'])

function isNetworkFailure(thrown: unknown): boolean {
  return thrown instanceof AuthError && networkFailures.has(thrown.errorCode)
}

function openSession(client: IPublicClientApplication, first: AuthenticationResult): Session {
  client.setActiveAccount(first.account)
  return {
    me: readPerson(first.account, first.idTokenClaims),
    accessToken: async () => {
      try {
        return (await client.acquireTokenSilent({ scopes: [...scopes], account: first.account })).accessToken
      } catch (thrown) {
        throw thrown instanceof InteractionRequiredAuthError ? new SignInNeeded() : thrown
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
