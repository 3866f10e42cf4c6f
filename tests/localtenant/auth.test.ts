import { createHash } from 'node:crypto'
import { ConfidentialClientApplication, type INetworkModule, type NetworkResponse } from '@azure/msal-node'
import { decodeJwt } from 'jose'
import { at, type LocalTenant, personId, startLocalTenant } from '../support/localTenant.ts'

let tenant: LocalTenant
let tid: string
beforeAll(async () => {
  tenant = await startLocalTenant()
  tid = tenant.environment.FT_TENANT_ID ?? ''
})
afterAll(() => tenant.remove())

const form = (fields: Record<string, string>) => ({
  body: new URLSearchParams(fields).toString(),
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
})

/** MSAL's own network interface, with Microsoft's sign-in host replaced by the local one. */
class LocalNetwork implements INetworkModule {
  readonly asked: string[] = []

  sendGetRequestAsync<T>(url: string) {
    return this.send<T>(url, { method: 'GET' })
  }

  sendPostRequestAsync<T>(url: string, options?: { headers?: Record<string, string>; body?: string }) {
    return this.send<T>(url, { method: 'POST', headers: options?.headers, body: options?.body })
  }

  private async send<T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> {
    this.asked.push(url)
    const response = await fetch(url.replace('https://login.microsoftonline.com', tenant.origin), init)
    const headers = Object.fromEntries(response.headers)
    return { headers, body: (await response.json()) as T, status: response.status }
  }
}

describe('sign-in of an application', () => {
  test.each(['https://graph.microsoft.com/.default', 'https://api.botframework.com/.default'])(
    '@azure/msal-node gets a token for %s with the production authority unchanged',
    async (scope) => {
      const networkClient = new LocalNetwork()
      const msal = new ConfidentialClientApplication({
        auth: {
          clientId: tenant.environment.FT_CLIENT_ID ?? '',
          clientSecret: tenant.environment.FT_CLIENT_SECRET ?? '',
          authority: `https://login.microsoftonline.com/${tid}`,
        },
        system: { networkClient },
      })
      const result = await msal.acquireTokenByClientCredential({ scopes: [scope] })
      const again = await msal.acquireTokenByClientCredential({ scopes: [scope] })
      const claims = decodeJwt(result?.accessToken ?? '')
      expect(claims).toMatchObject({
        aud: scope.replace('/.default', ''),
        appid: tenant.environment.FT_CLIENT_ID,
        tid,
      })
      expect(again?.fromCache).toBe(true)
    },
  )

  test('a Graph token of an application carries the consented application permissions as roles and no scp', async () => {
    const claims = decodeJwt(await tenant.appToken())
    expect(claims.roles).toContain('Sites.Selected')
    expect(claims.scp).toBeUndefined()
  })

  test.each([
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client'],
    ['an unknown application', { client_id: 'nobody' }, 400, 'unauthorized_client'],
    ['a scope without /.default', { scope: 'https://graph.microsoft.com/User.Read' }, 400, 'invalid_scope'],
    ['an unknown grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('%s is refused', async (_what, wrong, status, error) => {
    const fields = {
      grant_type: 'client_credentials',
      client_id: tenant.environment.FT_CLIENT_ID ?? '',
      client_secret: tenant.environment.FT_CLIENT_SECRET ?? '',
      scope: 'https://graph.microsoft.com/.default',
      ...wrong,
    }
    const answer = await tenant.call('POST', `/${tid}/oauth2/v2.0/token`, form(fields))
    expect(answer).toMatchObject({ status, body: { error } })
  })

  test('another directory is refused with AADSTS90002', async () => {
    const answer = await tenant.call(
      'POST',
      '/contoso/oauth2/v2.0/token',
      form({ grant_type: 'client_credentials' }),
    )
    expect(at(answer, 'error_description')).toContain('AADSTS90002')
  })
})

describe('tokens of the host page (nested app authentication)', () => {
  const ask = (scope: string, headers: Record<string, string> = { Origin: tenant.origin }) =>
    tenant.call('POST', '/local-tenant/token', {
      body: { oid: personId(3), clientId: tenant.environment.FT_CLIENT_ID, scope },
      headers,
    })

  test('scp holds what was asked for and nothing more', async () => {
    const answer = await ask('openid https://graph.microsoft.com/User.Read Sites.Selected')
    const claims = decodeJwt(String(at(answer, 'access_token')))
    expect(claims.scp).toBe('User.Read Sites.Selected openid profile')
    expect(claims).toMatchObject({ aud: 'https://graph.microsoft.com', oid: personId(3), ver: '1.0' })
  })

  test('the id token names the person and their app roles', async () => {
    const claims = decodeJwt(String(at(await ask('User.Read'), 'id_token')))
    expect(claims).toMatchObject({
      aud: tenant.environment.FT_CLIENT_ID,
      roles: ['FollowThrough.Coordinator'],
      preferred_username: 'ruth.mbeki@thameside.example',
      ver: '2.0',
    })
  })

  test('the app’s own API gets a token with its client id as audience', async () => {
    const answer = await ask(`api://${tenant.environment.FT_CLIENT_ID}/access_as_user`)
    const claims = decodeJwt(String(at(answer, 'access_token')))
    expect(claims).toMatchObject({ aud: tenant.environment.FT_CLIENT_ID, scp: 'access_as_user', ver: '2.0' })
  })

  test('a scope nobody consented to is refused with AADSTS65001', async () => {
    const answer = await ask('Mail.ReadWrite')
    expect(answer).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', suberror: 'consent_required' },
    })
  })

  test.each([
    ['another page', { Origin: 'http://localhost:9' }],
    ['a caller without an origin', {}],
  ])('%s gets no token', async (_who, headers) => {
    expect((await ask('User.Read', headers)).status).toBe(403)
  })
})

describe('sign-in of a person by code with PKCE', () => {
  const verifier = 'v'.repeat(64)
  const redirect = 'http://localhost:5171/tab/'
  const query = (more: Record<string, string> = {}) =>
    new URLSearchParams({
      client_id: tenant.environment.FT_CLIENT_ID ?? '',
      redirect_uri: redirect,
      response_type: 'code',
      response_mode: 'fragment',
      scope: 'openid profile offline_access User.Read',
      state: 's1',
      nonce: 'n1',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...more,
    })
  const pick = async () => {
    const answer = await tenant.call('GET', `/${tid}/oauth2/v2.0/authorize?${query({ picked: personId(1) })}`)
    return new URLSearchParams(new URL(answer.headers.get('location') ?? '').hash.slice(1))
  }
  const redeem = (code: string, more: Record<string, string> = {}) =>
    tenant.call(
      'POST',
      `/${tid}/oauth2/v2.0/token`,
      form({
        grant_type: 'authorization_code',
        client_id: tenant.environment.FT_CLIENT_ID ?? '',
        redirect_uri: redirect,
        code,
        code_verifier: verifier,
        ...more,
      }),
    )

  test('the page offers everybody with an account', async () => {
    const answer = await tenant.call('GET', `/${tid}/oauth2/v2.0/authorize?${query()}`)
    expect(String(answer.body)).toContain('Sam Porter')
  })

  test('a code is exchanged once for tokens, client_info and a refresh token', async () => {
    const code = (await pick()).get('code') ?? ''
    const first = await redeem(code)
    expect(decodeJwt(String(at(first, 'id_token'))).nonce).toBe('n1')
    const info = JSON.parse(Buffer.from(String(at(first, 'client_info')), 'base64url').toString())
    expect(info).toEqual({ uid: personId(1), utid: tid })
    expect((await redeem(code)).status).toBe(400)
    const refreshed = await redeem('', {
      grant_type: 'refresh_token',
      refresh_token: String(at(first, 'refresh_token')),
      scope: 'User.Read',
    })
    expect(decodeJwt(String(at(refreshed, 'access_token'))).oid).toBe(personId(1))
  })

  test('a code without its verifier is worth nothing', async () => {
    const code = (await pick()).get('code') ?? ''
    expect((await redeem(code, { code_verifier: 'other' })).status).toBe(400)
  })

  test('prompt=none without a session answers login_required', async () => {
    const answer = await tenant.call('GET', `/${tid}/oauth2/v2.0/authorize?${query({ prompt: 'none' })}`)
    expect(answer.headers.get('location')).toContain('error=login_required')
  })

  test('a redirect away from this machine is refused', async () => {
    const elsewhere = query({ redirect_uri: 'https://elsewhere.example/' })
    const answer = await tenant.call('GET', `/${tid}/oauth2/v2.0/authorize?${elsewhere}`)
    expect(at(answer, 'error_description')).toContain('AADSTS50011')
  })
})

describe('the bearer check of Graph', () => {
  test.each([
    ['no token', async () => ({})],
    ['a token nobody signed', async () => ({ Authorization: 'Bearer a.b.c' })],
    [
      'a token for the Bot Connector',
      async () => ({
        Authorization: `Bearer ${await tenant.appToken('client', 'https://api.botframework.com/.default')}`,
      }),
    ],
  ])('%s is answered 401 InvalidAuthenticationToken', async (_what, headers) => {
    const answer = await tenant.call('GET', '/v1.0/me', { headers: await headers() })
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } })
  })

  test('a token with a changed claim is refused', async () => {
    const [head, , tail] = (await tenant.appToken()).split('.')
    const claims = Buffer.from(JSON.stringify({ aud: 'https://graph.microsoft.com' })).toString('base64url')
    const answer = await tenant.graph(`${head}.${claims}.${tail}`)('GET', '/users')
    expect(answer.status).toBe(401)
  })

  test('every answer carries request-id and the client-request-id it was sent', async () => {
    const answer = await tenant.call('GET', '/v1.0/me', { headers: { 'client-request-id': 'mine' } })
    expect(answer.headers.get('client-request-id')).toBe('mine')
    expect(at(answer, 'error.innerError.request-id')).toBe(answer.headers.get('request-id'))
  })
})
