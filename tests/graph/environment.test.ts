import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readEnvironment, readRegistration, readSetupSettings } from '../../src/graph/environment.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'settings-'))
afterAll(() => rmSync(folder, { recursive: true }))
const kept = path.join(folder, 'local-tenant.json')
const config = path.join(folder, 'settings.json')
beforeEach(() => rmSync(kept, { force: true }))

const id = (digit: string) => `00000000-0000-4000-8000-${digit.repeat(12)}`
const whole = {
  FT_DATA: folder,
  FT_TENANT_ID: id('1'),
  FT_CLIENT_ID: id('2'),
  FT_CLIENT_SECRET: 'very-secret',
  FT_SITE: 'host:/sites/a',
  FT_SERVICE_ORIGIN: 'https://service.example',
  FT_TEAMS_APP_ID: id('3'),
}

test('in production nothing stands in for anything', () => {
  expect(readEnvironment(whole)).toMatchObject({
    graphOrigin: 'https://graph.microsoft.com',
    loginOrigin: null,
    connector: null,
    clockUrl: null,
    hostOrigin: null,
    provisioner: null,
    credential: { kind: 'secret', secret: 'very-secret' },
  })
})

describe('where settings come from', () => {
  test('what the environment says comes before what the local tenant left', () => {
    writeFileSync(kept, JSON.stringify({ ...whole, FT_SITE: 'kept:/sites/b' }))
    const { FT_TENANT_ID, FT_CLIENT_SECRET } = whole
    expect(readEnvironment({ FT_DATA: folder, FT_SITE: 'said:/sites/c' })).toMatchObject({
      site: 'said:/sites/c',
      tenantId: FT_TENANT_ID,
      credential: { secret: FT_CLIENT_SECRET },
    })
  })

  test('what the environment says comes before what the file says', () => {
    writeFileSync(config, JSON.stringify({ ...whole, FT_DATA: undefined }))
    expect(readEnvironment({ FT_CONFIG: config, FT_SITE: 'said:/sites/c' })).toMatchObject({
      site: 'said:/sites/c',
      clientId: whole.FT_CLIENT_ID,
    })
  })

  test('a file may have lines as the Agents Toolkit writes them', () => {
    const file = path.join(folder, '.env.prod')
    const { FT_DATA: _data, ...rest } = whole
    const lines = Object.entries(rest).map(([name, value]) => `${name}=${value}`)
    writeFileSync(file, ['# Ours', 'TEAMSFX_ENV=prod', 'AZURE_IMAGE=', ...lines].join('\n'))
    expect(readEnvironment({ FT_CONFIG: file }).tenantId).toBe(whole.FT_TENANT_ID)
  })

  test.each([
    ['a file is named', { FT_CONFIG: config }],
    ['another tenant is named', whole],
  ])('a stand-in that is left from a local tenant counts for nothing when %s', (_when, environment) => {
    writeFileSync(config, JSON.stringify({ ...whole, FT_DATA: undefined }))
    writeFileSync(kept, JSON.stringify({ FT_TENANT_ID: id('9'), FT_LOGIN_ORIGIN: 'http://localhost:5170' }))
    expect(readEnvironment({ ...environment, FT_DATA: folder }).loginOrigin).toBeNull()
  })

  test('a name in a file that is no setting is told, since it may be a slip', () => {
    writeFileSync(config, JSON.stringify({ FT_TENNANT_ID: id('1') }))
    expect(() => readEnvironment({ FT_CONFIG: config })).toThrow(
      /settings\.json has FT_TENNANT_ID, which is no/,
    )
  })

  test.each([
    [
      { FT_CONFIG: '/nonexistent/settings.json' },
      /FT_CONFIG is \/nonexistent\/settings\.json, and there is no/,
    ],
    [{ FT_CONFIG: __filename.replace('.ts', '.json') }, /there is no such file/],
  ])('a file that is not there is named: %j', (environment, sentence) => {
    expect(() => readEnvironment(environment)).toThrow(sentence)
  })

  test('a local tenant’s file that cannot be read is named', () => {
    writeFileSync(kept, 'not json')
    expect(() => readEnvironment({ FT_DATA: folder })).toThrow(/local-tenant\.json cannot be read/)
  })
})

describe('a setting that is missing or wrong stops the start', () => {
  test('every missing setting is named in one sentence', () => {
    const { FT_SITE: _site, FT_CLIENT_SECRET: _secret, ...rest } = whole
    expect(() => readEnvironment(rest)).toThrow(
      /^Settings are missing: FT_SITE and FT_CLIENT_SECRET, FT_CLIENT_CERTIFICATE or FT_MANAGED_IDENTITY\. .*npm start/,
    )
  })

  test.each([
    ['FT_TENANT_ID', 'thameside', 'an id such as'],
    ['FT_SITE', 'https://host/sites/a', 'the site as host:/sites/name'],
    ['FT_SERVICE_ORIGIN', 'https://service.example/', 'without a path'],
    ['FT_SERVICE_ORIGIN', 'http://service.example', 'https://'],
    ['FT_GRAPH_ORIGIN', 'https://graph.example', 'https://graph.microsoft.com or an origin on this machine'],
    ['FT_LOG', 'loud', 'one of trace, debug'],
    ['PORT', '70000', 'a port'],
    ['PORT', '8o80', 'a port'],
    ['FT_MAILBOX', 'mailbox', 'an address'],
  ])('%s as "%s"', (name, value, rule) => {
    expect(() => readEnvironment({ ...whole, [name]: value })).toThrow(`${name} is "${value}", and must be`)
    expect(() => readEnvironment({ ...whole, [name]: value })).toThrow(rule)
  })

  test('all faults are told at once, and a secret is not among what is told', () => {
    const wrong = { ...whole, FT_TENANT_ID: 'x', FT_LOG: 'loud', FT_SITE: '' }
    expect(() => readEnvironment(wrong)).toThrow(
      /FT_TENANT_ID is .* FT_LOG is .* Settings are missing: FT_SITE\./,
    )
    expect(() => readEnvironment(wrong)).not.toThrow(/very-secret/)
  })

  test.each([
    [
      { FT_CONNECTOR_URL: 'http://localhost:1/c' },
      /FT_CONNECTOR_URL and FT_CONNECTOR_METADATA belong together/,
    ],
    [{ FT_PROVISIONER_ID: id('4') }, /FT_PROVISIONER_ID and FT_PROVISIONER_SECRET belong together/],
  ])('half of a pair: %j', (half, sentence) => {
    expect(() => readEnvironment({ ...whole, ...half })).toThrow(sentence)
  })
})

describe('a stand-in for Microsoft 365', () => {
  const standIns = ['FT_LOGIN_ORIGIN', 'FT_CLOCK_URL', 'FT_HOST_ORIGIN', 'FT_GRAPH_ORIGIN']

  test.each(
    standIns.flatMap((name) => [
      [name, 'http://localhost:5170'],
      [name, 'https://127.0.0.1:5170'],
    ]),
  )('%s may be at %s, on this machine', (name, value) => {
    expect(JSON.stringify(readEnvironment({ ...whole, [name]: value }))).toContain(value)
  })

  test.each([
    ...standIns.flatMap((name) => [
      [name, 'https://login.example'],
      [name, 'http://localhost.example'],
      [name, 'nonsense'],
    ]),
    ['FT_CONNECTOR_URL', 'https://connector.example'],
    ['FT_CONNECTOR_METADATA', 'https://connector.example'],
  ])('%s is never believed at %s', (name, value) => {
    expect(() => readEnvironment({ ...whole, [name]: value })).toThrow(/on this machine/)
  })
})

describe('how the application signs in', () => {
  const { FT_CLIENT_SECRET: _secret, ...without } = whole

  test.each([
    ['FT_CLIENT_CERTIFICATE', '/run/key.pem', { kind: 'certificate', file: '/run/key.pem' }],
    ['FT_MANAGED_IDENTITY', id('5'), { kind: 'managed-identity', identityId: id('5') }],
  ])('with %s', (name, value, credential) => {
    expect(readEnvironment({ ...without, [name]: value }).credential).toEqual(credential)
  })

  test('two ways in one place are refused, by name', () => {
    expect(() => readEnvironment({ ...whole, FT_MANAGED_IDENTITY: id('5') })).toThrow(
      /FT_MANAGED_IDENTITY and FT_CLIENT_SECRET in the environment; keep one/,
    )
  })

  test('the environment’s way goes before that of the file', () => {
    const { FT_DATA: _data, ...file } = whole
    writeFileSync(config, JSON.stringify(file))
    expect(readEnvironment({ FT_CONFIG: config, FT_CLIENT_CERTIFICATE: 'a.pem' }).credential.kind).toBe(
      'certificate',
    )
  })

  test('setting up needs none, and registering not even a client id', () => {
    expect(readSetupSettings(without).clientId).toBe(whole.FT_CLIENT_ID)
    const { FT_CLIENT_ID: _client, FT_TEAMS_APP_ID: _app, ...least } = without
    expect(readRegistration(least)).toMatchObject({
      clientId: null,
      serviceOrigin: 'https://service.example',
    })
    expect(() => readSetupSettings(least)).toThrow(/FT_CLIENT_ID and FT_TEAMS_APP_ID/)
  })
})
