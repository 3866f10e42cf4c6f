/**
 * @jest-environment <rootDir>/tests/support/browserEnvironment.cjs
 */
import { createSignIn } from '../../../src/tab/auth.ts'
import { scopes } from '../../../src/tab/scopes.ts'
import { SignInNeeded, SignInUnreachable } from '../../../src/tab/session.ts'

const tenantId = '7a1f0c52-3b5e-4c8e-9d0a-5f2b6c1e4a10'
const objectId = '00000000-0000-4000-8000-000000000004'
const config = {
  tenantId,
  clientId: 'd2b7c4e6-91a3-4f58-8c0d-1e6f7a9b3c21',
  graphOrigin: 'https://graph.microsoft.com',
  site: 'contoso.sharepoint.com:/sites/x',
  clockUrl: null,
  hostOrigins: [],
  teamsAppId: 'a',
}

interface BridgeRequest {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup'
  readonly requestId: string
  readonly tokenParams?: { readonly scope: string; readonly authority?: string }
}

/** The Teams side of nested app authentication, as MSAL's own client speaks to it (`@azure/msal-browser/src/naa`). */
function openBridge(
  given: { roles?: unknown; needsPerson?: boolean; status?: string; expiresIn?: number } = {},
) {
  const listeners = new Set<(event: { data: string }) => void>()
  const asked: BridgeRequest[] = []
  const state = { needsPerson: given.needsPerson ?? false }
  const account = {
    homeAccountId: `${objectId}.${tenantId}`,
    environment: 'login.microsoftonline.com',
    tenantId,
    username: 'helen.carver@thameside.example',
    localAccountId: objectId,
    name: 'Helen Carver',
  }
  const answer = (request: BridgeRequest) => {
    if (request.method === 'GetInitContext') {
      return {
        success: true,
        initContext: { sdkName: 'teams-js', sdkVersion: '2', capabilities: {}, accountContext: account },
      }
    }
    if (request.method === 'GetToken' && state.needsPerson) {
      return {
        success: false,
        error: { status: 'USER_INTERACTION_REQUIRED', code: 'consent', description: 'x' },
      }
    }
    if (given.status) return { success: false, error: { status: given.status, code: 'x', description: 'x' } }
    state.needsPerson = false
    const token = {
      access_token: `token ${asked.length}`,
      id_token: idToken(given.roles),
      expires_in: given.expiresIn ?? 3600,
      scope: request.tokenParams?.scope,
      properties: null,
      authority: `https://login.microsoftonline.com/${tenantId}`,
    }
    return { success: true, token, account }
  }
  const bridge = {
    addEventListener: (_name: string, listener: (event: { data: string }) => void) => listeners.add(listener),
    removeEventListener: (_name: string, listener: (event: { data: string }) => void) =>
      listeners.delete(listener),
    postMessage: (text: string) => {
      const request = JSON.parse(text) as BridgeRequest
      asked.push(request)
      const data = JSON.stringify({
        messageType: 'NestedAppAuthResponse',
        requestId: request.requestId,
        ...answer(request),
      })
      queueMicrotask(() => {
        for (const listener of listeners) listener({ data })
      })
    },
  }
  Object.assign(window, { nestedAppAuthBridge: bridge })
  return { asked, state }
}

function idToken(roles: unknown): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    oid: objectId,
    tid: tenantId,
    name: 'Helen Carver',
    ver: '2.0',
    iat: now,
    exp: now + 3600,
    roles,
  }
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.signature`
}

test('signs in without a word where Teams allows it, and reads name and roles', async () => {
  openBridge({ roles: ['FollowThrough.Secretary', 'Other.Role'] })
  const session = await (await createSignIn(config, undefined)).silently()
  expect(session?.me).toEqual({
    objectId,
    name: 'Helen Carver',
    signInName: 'helen.carver@thameside.example',
    roles: ['Secretary'],
  })
})

test('asks for the scope that the manifest declares', async () => {
  const { asked } = openBridge()
  await (await createSignIn(config, undefined)).silently()
  const request = asked.find((one) => one.method === 'GetToken')
  expect(request?.tokenParams?.scope).toContain(scopes.join(' '))
})

test('a person without roles is an officer', async () => {
  openBridge({ roles: undefined })
  expect((await (await createSignIn(config, undefined)).silently())?.me.roles).toEqual([])
})

test('no window opens by itself: where Microsoft wants to see the person, it says so and waits', async () => {
  const { asked } = openBridge({ needsPerson: true })
  const signIn = await createSignIn(config, undefined)
  expect(await signIn.silently()).toBeNull()
  expect(asked.some((one) => one.method === 'GetTokenPopup')).toBe(false)
  expect((await signIn.withPopup()).me.name).toBe('Helen Carver')
})

test('no network is told apart from a person who has to sign in', async () => {
  openBridge({ status: 'NO_NETWORK' })
  await expect((await createSignIn(config, undefined)).silently()).rejects.toBeInstanceOf(SignInUnreachable)
})

test('a sign-in that runs out later is told apart from other failures', async () => {
  const { state } = openBridge({ expiresIn: 1 })
  const session = await (await createSignIn(config, undefined)).silently()
  state.needsPerson = true
  await expect(session?.accessToken()).rejects.toBeInstanceOf(SignInNeeded)
})
