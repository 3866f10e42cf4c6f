import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { LocalTenant } from '../support/localTenant.ts'
import { freePort } from '../support/ports.ts'
import { ended } from '../support/product.ts'

/** The product's service, listening to a Teams channel whose signing key the test holds. */
export interface OwnChannel {
  readonly serviceOrigin: string
  /** A token as the channel gives it, or with something wrong about it. */
  token(wrong?: Partial<TokenFacts>): Promise<string>
  /** Sends one activity to the bot; answers with the status and the body. */
  send(activity: object, authorization: string | null): Promise<{ status: number; body: unknown }>
  end(): Promise<void>
}

export interface TokenFacts {
  readonly audience: string
  readonly issuer: string
  readonly serviceurl: string | null
  /** Seconds from now until it ends; the SDK forgives five minutes. */
  readonly endsIn: number
  /** Signed with a key that the channel does not publish, under the published key's name. */
  readonly strangeKey: boolean
}

const kid = 'the-key-of-the-test'

/** Starts the service beside the shared product, on the same lists and chats. */
export async function startOwnChannel(tenant: LocalTenant): Promise<OwnChannel> {
  const [own, strange] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const jwk = {
    ...(await exportJWK(own.publicKey)),
    kid,
    alg: 'RS256',
    use: 'sig',
    endorsements: ['msteams'],
  }
  const keyServer = await serveKeys(jwk)
  const { port } = keyServer.address() as { port: number }
  const serviceOrigin = `http://localhost:${await freePort()}`
  const metadata = `http://localhost:${port}/.well-known/openidconfiguration`
  const service = await startService(tenant, {
    FT_SERVICE_ORIGIN: serviceOrigin,
    FT_CONNECTOR_METADATA: metadata,
  })
  const right: TokenFacts = {
    audience: tenant.environment.FT_CLIENT_ID ?? '',
    issuer: 'https://api.botframework.com',
    serviceurl: tenant.environment.FT_CONNECTOR_URL ?? '',
    endsIn: 300,
    strangeKey: false,
  }
  return {
    serviceOrigin,
    token: (wrong = {}) =>
      sign({ ...right, ...wrong }, wrong.strangeKey ? strange.privateKey : own.privateKey),
    async send(activity, authorization) {
      const response = await fetch(`${serviceOrigin}/api/messages`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(authorization === null ? {} : { Authorization: authorization }),
        },
        body: JSON.stringify(activity),
      })
      return { status: response.status, body: await response.json().catch(() => null) }
    },
    async end() {
      await ended(service, 'SIGTERM')
      keyServer.close()
      keyServer.closeAllConnections()
    },
  }
}

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

function sign(facts: TokenFacts, key: SigningKey): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const claims: JWTPayload = facts.serviceurl === null ? {} : { serviceurl: facts.serviceurl }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .setIssuer(facts.issuer)
    .setAudience(facts.audience)
    .setIssuedAt(now - 3_600)
    .setExpirationTime(now + facts.endsIn)
    .sign(key)
}

function serveKeys(jwk: object): Promise<Server> {
  const server = createServer((req, res) => {
    const keys = req.url === '/.well-known/keys'
    res.writeHead(keys ? 200 : 404, { 'Content-Type': 'application/json' })
    res.end(JSON.stringify(keys ? { keys: [jwk] } : {}))
  })
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server)))
}

async function startService(
  tenant: LocalTenant,
  changed: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['src/bot/main.ts'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      FT_DATA: tenant.dataFolder,
      ...tenant.environment,
      ...changed,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const until = Date.now() + 20_000
  while (Date.now() < until) {
    const up = await fetch(`${changed.FT_SERVICE_ORIGIN}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) return child
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGTERM')
  throw new Error('The service did not start.')
}
