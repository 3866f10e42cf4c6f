import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundlesAreFresh } from '../../src/admin/start/bundles.ts'
import { settingsTable } from '../../src/graph/settings/settingsTable.ts'

jest.setTimeout(180_000)

let folder = path.resolve('dist/tab')
let files: readonly { readonly name: string; readonly text: string }[]
beforeAll(() => {
  if (!bundlesAreFresh()) folder = build()
  files = readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))
})
afterAll(() => {
  if (folder.startsWith(tmpdir())) rmSync(folder, { recursive: true, force: true })
})

/** The tab as it is now, in a place of its own. */
function build(): string {
  const target = mkdtempSync(path.join(tmpdir(), 'tab-bundle-'))
  const webpack = 'node_modules/webpack/bin/webpack.js'
  const args = [webpack, '--mode', 'production', '--config-name', 'tab', '--output-path', target]
  execFileSync(process.execPath, args, { stdio: 'ignore' })
  return target
}

const found = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

describe('what everybody can read in the tab’s scripts', () => {
  test('is the tab', () => {
    expect(files.filter(({ name }) => /^main\.[0-9a-f]{8}\.js$/.test(name))).toHaveLength(1)
    expect(found(/Follow-Through/).length).toBeGreaterThan(0)
  })

  const kept = settingsTable.filter(
    ({ needed, secret }) => secret || needed === 'credential' || needed === 'local',
  )

  test.each(kept.map(({ name }) => [name]))('is not %s, nor its name', (name) => {
    expect(found(new RegExp(name))).toEqual([])
  })

  test.each([
    ['a private key', /BEGIN [A-Z ]*PRIVATE KEY/],
    ['an id of the local tenant', /7a1f0c52-3b5e|d2b7c4e6-91a3|8e3f5a70-2c4d|5c9e2d14-6f7b/],
    ['the local tenant’s people', /thameside/i],
    ['the service’s own sign-in', /acquireTokenByClientCredential|ConfidentialClientApplication/],
    ['a map back to the sources', /sourceMappingURL=(?!data:)/],
    ['a folder of the machine that built it', /\/node_modules\/\.|webpack:\/\/\//],
  ])('is not %s', (_what, pattern) => {
    expect(found(pattern)).toEqual([])
  })
})
