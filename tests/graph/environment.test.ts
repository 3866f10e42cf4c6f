import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readEnvironment } from '../../src/graph/environment.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'settings-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = path.join(folder, 'local-tenant.json')
beforeEach(() => rmSync(file, { force: true }))

const whole = {
  FT_DATA: folder,
  FT_TENANT_ID: 't',
  FT_CLIENT_ID: 'c',
  FT_CLIENT_SECRET: 's',
  FT_SITE: 'host:/sites/a',
  FT_SERVICE_ORIGIN: 'https://service.example',
  FT_TEAMS_APP_ID: 'a',
}

test('in production nothing stands in for anything', () => {
  expect(readEnvironment(whole)).toMatchObject({
    graphOrigin: 'https://graph.microsoft.com',
    loginOrigin: null,
    connector: null,
    clockUrl: null,
    provisioner: null,
  })
})

test('what the environment says comes before what the local tenant left', () => {
  writeFileSync(file, JSON.stringify({ ...whole, FT_SITE: 'kept', FT_TENANT_ID: 'kept' }))
  expect(readEnvironment({ FT_DATA: folder, FT_SITE: 'said' })).toMatchObject({
    site: 'said',
    tenantId: 'kept',
  })
})

test('every missing setting is named in one sentence', () => {
  const { FT_SITE: _site, FT_CLIENT_SECRET: _secret, ...rest } = whole
  expect(() => readEnvironment(rest)).toThrow(/FT_CLIENT_SECRET and FT_SITE\. .*npm start/)
})

test('a file that is no settings file is named', () => {
  writeFileSync(file, 'not json')
  expect(() => readEnvironment(whole)).toThrow(/local-tenant\.json cannot be read/)
})

test.each(['http://localhost:5170', 'http://127.0.0.1:5170'])(
  'a sign-in at %s is on this machine',
  (origin) => {
    expect(readEnvironment({ ...whole, FT_LOGIN_ORIGIN: origin }).loginOrigin).toBe(origin)
  },
)

test.each(['https://login.example', 'http://localhost.example', 'nonsense'])(
  'the secret is never sent to a sign-in at %s',
  (origin) => expect(() => readEnvironment({ ...whole, FT_LOGIN_ORIGIN: origin })).toThrow(/on this machine/),
)
