import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { at, type LocalTenant, spawnTenant, startLocalTenant } from '../support/localTenant.ts'
import { freePort } from '../support/ports.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ft-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a tenant that is not to start says on stderr, and how it ends. */
function refusal(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawnTenant({ FT_DATA: path.join(folder, 'refused'), ...env })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.trim() })))
}

describe('a start that cannot be is one sentence and exit 1', () => {
  test('the port is taken', async () => {
    const port = await freePort()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    const { code, said } = await refusal({ FT_PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(said).toBe(
      `Port ${port} cannot be used: another program has it. Stop that program, or set FT_PORT to a free port.`,
    )
  })

  test('the data folder is a file', async () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    const { code, said } = await refusal({ FT_DATA: file, FT_PORT: String(await freePort()) })
    expect(code).toBe(1)
    expect(said).toMatch(/^The data folder .*file cannot be written\..*FT_DATA\.$/)
  })

  test.each([
    ['FT_PORT', 'eighty'],
    ['FT_NOW', '1 June'],
    ['FT_WINDOW', '0'],
    ['FT_HTTPS', 'yes'],
  ])('%s is %s', async (name, value) => {
    const { code, said } = await refusal({ [name]: value })
    expect(code).toBe(1)
    expect(said).toMatch(new RegExp(`^${name} must be .*"${value}"\\.$`))
  })
})

describe('a tenant that has started', () => {
  let tenant: LocalTenant
  beforeAll(async () => {
    tenant = await startLocalTenant({ dataFolder: path.join(folder, 'data') })
  })
  afterAll(() => tenant.stop())
  const clock = async () => new Date(String(at(await tenant.call('GET', '/local-tenant/clock'), 'now')))

  test('has written what the product needs, for its owner’s eyes only', () => {
    const file = path.join(tenant.dataFolder, 'local-tenant.json')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(Object.keys(tenant.environment).sort()).toEqual([
      'FT_CLIENT_ID',
      'FT_CLIENT_SECRET',
      'FT_CLOCK_URL',
      'FT_CONNECTOR_METADATA',
      'FT_CONNECTOR_URL',
      'FT_GRAPH_ORIGIN',
      'FT_HOST_ORIGIN',
      'FT_LOGIN_ORIGIN',
      'FT_MAILBOX',
      'FT_PROVISIONER_ID',
      'FT_PROVISIONER_SECRET',
      'FT_SERVICE_ORIGIN',
      'FT_SITE',
      'FT_TEAMS_APP_ID',
      'FT_TENANT_ID',
    ])
  })

  test('does not share its data folder with a second one', async () => {
    const { code, said } = await refusal({ FT_DATA: tenant.dataFolder, FT_PORT: String(await freePort()) })
    expect(code).toBe(1)
    expect(said).toMatch(/^Another local tenant is using the data folder .*\./)
  })

  test('begins at nine in the morning of 1 June 2021, London time, and its clock runs', async () => {
    const first = await clock()
    expect(first.toISOString()).toMatch(/^2021-06-01T08:00:/)
    expect((await clock()).getTime()).toBeGreaterThanOrEqual(first.getTime())
  })

  test('answers only under the name of this machine', async () => {
    const status = await new Promise((resolve) => {
      const { port } = new URL(tenant.origin)
      const asked = request({
        host: '127.0.0.1',
        port,
        path: '/local-tenant/clock',
        headers: { Host: 'evil.example' },
      })
      asked.on('response', (response) => resolve(response.statusCode)).end()
    })
    expect(status).toBe(403)
  })

  test('lets any origin call Graph and read what clients need', async () => {
    const headers = {
      Origin: 'http://localhost:5171',
      'Access-Control-Request-Headers': 'authorization,if-match,prefer',
    }
    const answer = await tenant.call('OPTIONS', '/v1.0/me', { headers })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-headers')).toBe('authorization,if-match,prefer')
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After')
  })

  test('moves its clock forward only, and keeps it and its signing key over a restart', async () => {
    const move = (now: string) => tenant.call('POST', '/local-tenant/clock', { body: { now } })
    expect((await move('2021-06-16T08:00:00Z')).status).toBe(200)
    expect((await move('2021-06-15T08:00:00Z')).status).toBe(400)
    expect((await move('soon')).status).toBe(400)
    const token = await tenant.userToken(1, 'User.Read')
    expect(await tenant.stop()).toBe(0)
    tenant = await startLocalTenant({ dataFolder: tenant.dataFolder })
    expect((await clock()).toISOString()).toMatch(/^2021-06-16T08:00:/)
    expect((await tenant.graph(token)('GET', '/me')).status).toBe(200)
  })

  test('is moved forward by FT_NOW and not back', async () => {
    for (const [day, expected] of [
      ['2021-07-01', '2021-07-01T08:00:'],
      ['2021-06-20', '2021-07-01T08:00:'],
    ] as const) {
      await tenant.stop()
      tenant = await startLocalTenant({ dataFolder: tenant.dataFolder, env: { FT_NOW: day } })
      expect((await clock()).toISOString()).toContain(expected)
    }
  })
})
