import { execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { type AdminRun, ended } from '../admin/runAdmin.ts'
import { fileOf, workingCopy } from '../support/deployPage.ts'
import {
  at,
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

jest.setTimeout(120_000)

const tools = '14d82eec-204b-4c2f-b7e8-296a70dab67e'
const identity = '3f1d2c4b-5a69-4788-9b0c-1d2e3f405162'
const place = [
  '--tenant',
  '7a1f0c52-3b5e-4c8e-9d0a-5f2b6c1e4a10',
  '--site',
  'thameside.sharepoint.example:/sites/follow-through',
  '--service',
  'https://follow-through.example.org',
]

let tenant: LocalTenant
let folder: string
let directory: GraphCaller
beforeAll(async () => {
  tenant = await startLocalTenant()
  folder = workingCopy()
  directory = tenant.graph(await tokenOf(5))
})
afterAll(async () => {
  await tenant.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** A token of Microsoft's command line tools for a person, as an administrator would paste it. */
async function tokenOf(person: number): Promise<string> {
  const answer = await tenant.call('POST', '/local-tenant/token', {
    headers: { Origin: tenant.origin },
    body: { oid: personId(person), clientId: tools, scope: 'https://graph.microsoft.com/.default' },
  })
  return String(at(answer, 'access_token'))
}

function admin(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<AdminRun> {
  const child = spawn(process.execPath, ['src/admin/main.ts', ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      FT_GRAPH_ORIGIN: tenant.origin,
      FT_LOGIN_ORIGIN: tenant.origin,
      FT_CONNECTOR_URL: tenant.environment.FT_CONNECTOR_URL ?? '',
      FT_CONNECTOR_METADATA: tenant.environment.FT_CONNECTOR_METADATA ?? '',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return ended(child)
}

const register = async (...args: string[]) =>
  admin(['register', '--environment', 'prod', ...args], { FT_ADMIN_TOKEN: await tokenOf(5) })

const clientId = () => /^FT_CLIENT_ID=(.*)$/m.exec(fileOf(folder, 'env/.env.prod'))?.[1] ?? ''

describe('registering', () => {
  test('asks for the environment, and for what it is not told', async () => {
    expect(await admin(['register'])).toMatchObject({ code: 2 })
    expect((await register()).stderr).toMatch(
      /Settings are missing: FT_TENANT_ID, FT_SITE and FT_SERVICE_ORIGIN/,
    )
    const other = await admin(['register', '--environment', 'staging'])
    expect(other.stderr).toMatch(/There is no environment staging: env\/\.env\.staging is missing/)
  })

  test('is refused to somebody who does not administer the tenant, and leaves nothing', async () => {
    const run = await admin(['register', '--environment', 'prod', '--apply', ...place], {
      FT_ADMIN_TOKEN: await tokenOf(3),
    })
    expect(run.code).toBe(1)
    expect(rowsOf(await directory('GET', '/applications'))).toEqual([])
    expect(clientId()).toBe('')
  })

  test('only looks without --apply', async () => {
    const run = await register(...place)
    expect(run).toMatchObject({ code: 0 })
    expect(run.stdout).toMatch(
      /POST \/v1\.0\/applications[\s\S]*"brk-multihub:\/\/follow-through\.example\.org"/,
    )
    expect(rowsOf(await directory('GET', '/applications'))).toEqual([])
    expect(clientId()).toBe('')
  })

  test('makes one application with exactly the declared permissions', async () => {
    expect((await register('--apply', ...place)).stdout).toMatch(/Done: 11 changes were made\./)
    const application = await directory('GET', `/applications(appId='${clientId()}')`)
    expect(application.body).toMatchObject({
      displayName: 'Follow-Through',
      signInAudience: 'AzureADMyOrg',
      identifierUris: [`api://${clientId()}`, `api://follow-through.example.org/${clientId()}`],
      spa: {
        redirectUris: [
          'brk-multihub://follow-through.example.org',
          'https://follow-through.example.org/tab/signed-in.html',
        ],
      },
    })
    expect(at(application, 'appRoles')).toMatchObject([
      { value: 'FollowThrough.Coordinator' },
      { value: 'FollowThrough.Secretary' },
      { value: 'FollowThrough.Administrator' },
    ])
  })

  test('has nothing to do the second time', async () => {
    expect((await register('--apply')).stdout).toBe(
      'Nothing to change: the application is registered as declared.\n',
    )
  })

  test('mends what somebody has changed, and lets be what somebody has added', async () => {
    const application = `/applications(appId='${clientId()}')`
    const body = { displayName: 'Other', spa: { redirectUris: ['https://localhost/added'] } }
    await directory('PATCH', application, { body })
    const principal = String(at(await directory('GET', `/servicePrincipals(appId='${clientId()}')`), 'id'))
    const [grant] = rowsOf(await directory('GET', `/servicePrincipals/${principal}/oauth2PermissionGrants`))
    await directory('PATCH', `/oauth2PermissionGrants/${grant?.id}`, { body: { scope: 'User.Read' } })
    const run = await register('--apply')
    expect(run.stdout).toMatch(/Bring the application up to date \(displayName, spa\)\./)
    expect(run.stdout).toMatch(/Consent to openid .* for people\./)
    expect(at(await directory('GET', application), 'spa.redirectUris')).toEqual([
      'https://localhost/added',
      'brk-multihub://follow-through.example.org',
      'https://follow-through.example.org/tab/signed-in.html',
    ])
  })

  test('takes back a permission that is not declared', async () => {
    const mailSend = 'b633e1c5-b582-4048-a93e-9f11b44c7e96'
    const graph = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"
    const resourceId = String(at(await directory('GET', graph), 'id'))
    const principalId = String(at(await directory('GET', `/servicePrincipals(appId='${clientId()}')`), 'id'))
    const assign = `/servicePrincipals/${resourceId}/appRoleAssignedTo`
    await directory('POST', assign, { body: { principalId, resourceId, appRoleId: mailSend } })
    expect((await register('--apply')).stdout).toMatch(
      /Take back a permission .*b633e1c5.*\nDone: 1 change was made/,
    )
    const held = rowsOf(await directory('GET', `/servicePrincipals/${principalId}/appRoleAssignments`))
    expect(held.map((one) => one.appRoleId)).not.toContain(mailSend)
  })

  test('says which of two applications of the same name it cannot choose between', async () => {
    const { body } = await directory('POST', '/applications', {
      body: { displayName: 'Follow-Through-test' },
    })
    await directory('POST', '/applications', { body: { displayName: 'Follow-Through-test' } })
    expect(body).toMatchObject({ displayName: 'Follow-Through-test' })
    const run = await admin(['register', '--environment', 'test', '--apply', ...place], {
      FT_ADMIN_TOKEN: await tokenOf(5),
    })
    expect(run).toMatchObject({ code: 1 })
    expect(run.stderr).toMatch(/2 applications called Follow-Through-test/)
  })
})

describe('signing in as the application that was registered', () => {
  const signIn = (credential: Readonly<Record<string, string>>) =>
    admin(['check'], { FT_CONFIG: 'env/.env.prod', ...credential })

  beforeAll(async () => {
    await admin(['provision', '--environment', 'prod'], { FT_ADMIN_TOKEN: await tokenOf(5) })
  })

  /** Makes a key and a certificate in one file, and registers the certificate. */
  async function certificate(name: string): Promise<void> {
    const make = `openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=${name} -keyout ${name}.pem -out ${name}.cer && cat ${name}.cer >> ${name}.pem`
    execFileSync('sh', ['-c', make], { cwd: folder, stdio: 'ignore' })
  }

  test('works with its certificate, with the one before too, and with no other', async () => {
    for (const name of ['first', 'second', 'third']) await certificate(name)
    await register('--apply', '--certificate', 'first.cer')
    expect((await register('--apply', '--certificate', 'second.cer')).stdout).toMatch(/Trust the certificate/)
    for (const name of ['first', 'second'])
      expect(await signIn({ FT_CLIENT_CERTIFICATE: `${name}.pem` })).toMatchObject({ code: 0 })
    const refused = await signIn({ FT_CLIENT_CERTIFICATE: 'third.pem' })
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/could not sign in \(invalid_client\)/)
  })

  test('works with the managed identity that it trusts, and with no other', async () => {
    const hosted = {
      IDENTITY_ENDPOINT: `${tenant.origin}/local-tenant/managed-identity`,
      IDENTITY_HEADER: 'h',
    }
    const before = await signIn({ ...hosted, FT_MANAGED_IDENTITY: identity })
    expect(before.stderr).toMatch(/could not sign in/)
    await register('--apply', '--identity', identity)
    expect(await signIn({ ...hosted, FT_MANAGED_IDENTITY: identity })).toMatchObject({ code: 0 })
    const other = await signIn({ ...hosted, FT_MANAGED_IDENTITY: personId(5) })
    expect(other).toMatchObject({ code: 1 })
  })

  test('says so when the certificate cannot be read', async () => {
    const run = await signIn({ FT_CLIENT_CERTIFICATE: path.join(folder, 'package.json') })
    expect(run).toMatchObject({ code: 1 })
    expect(run.stderr).toMatch(/^FT_CLIENT_CERTIFICATE is .*package\.json, which is no PEM file/)
  })
})
