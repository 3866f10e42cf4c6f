import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { unzipSync } from 'fflate'
import { fileOf, runLines, shellBlocks, workingCopy } from '../support/deployPage.ts'
import { type LocalTenant, startLocalTenant } from '../support/localTenant.ts'

// Twenty commands, each a process of its own, on a machine that may be busy.
jest.setTimeout(300_000)

const page = readFileSync('docs/deploy.md', 'utf8')
const blocks = shellBlocks(page)
const lines = blocks.filter((block) => block.run).flatMap((block) => block.lines)

describe('the page that leads into a real tenant', () => {
  let tenant: LocalTenant
  let folder: string
  let said: string
  let code: number | null

  beforeAll(async () => {
    tenant = await startLocalTenant()
    folder = workingCopy()
    const run = await runLines(lines, folder, tenant)
    said = run.said
    code = run.code
  })
  afterAll(async () => {
    await tenant.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What the nth line of the page that begins so has said. */
  const answer = (beginning: string, nth = 0) =>
    said.split(/^\$ /m).filter((part) => part.startsWith(beginning))[nth] ?? ''

  test('has lines that are run, and each of them works', () => {
    expect(lines.length).toBeGreaterThan(15)
    if (code !== 0) throw new Error(said.slice(-4_000))
  })

  test('changes nothing while it only looks, registers, and has nothing to do the second time', () => {
    const register = 'npm run admin -- register --environment prod'
    expect(answer(`${register} --tenant`)).toMatch(
      /Nothing was changed\. With --apply these 11 requests are sent\./,
    )
    expect(answer(`${register} --tenant`, 1)).toMatch(/Done: 11 changes were made\./)
    expect(answer(`${register} --certificate`)).toMatch(/Nothing to change: the application is registered/)
    expect(answer(`${register} --apply`)).toMatch(/Nothing to change: the application is registered/)
  })

  test('prints Exchange lines that let it send from one mailbox, and warns of consent to every one', () => {
    const exchange = answer('npm run admin -- register --environment prod --mailbox')
    expect(exchange).toMatch(/Do not also consent to Mail\.Send/)
    expect(exchange).toMatch(/PrimarySmtpAddress -eq 'follow-through@thameside\.example'/)
    expect(exchange).toMatch(/-Role "Application Mail\.Send" -CustomResourceScope/)
  })

  test('creates the lists once, and the application can use them', () => {
    const provision = 'npm run admin -- provision --environment prod'
    expect(answer(provision)).toMatch(/Done: 19 lists/)
    expect(answer(provision, 1)).toMatch(/Nothing to change: 19 lists/)
    expect(answer('npm run admin -- check\n')).toMatch(/All lists are well\./)
  })

  test('trusts the managed identity', () => {
    expect(answer('npm run admin -- register --environment prod --identity')).toMatch(
      /Trust the managed identity 3f1d2c4b-.*\nDone: 1 change was made\./,
    )
  })

  test('looks whether the tenant is as it is taken to be, and keeps a record', () => {
    expect(answer('npm run admin -- check --tenant')).toMatch(/The record is in tenant-check\.json/)
    expect(JSON.parse(fileOf(folder, 'tenant-check.json')).checks).toHaveLength(15)
  })

  test('packs the client id that was registered', () => {
    const zip = unzipSync(readFileSync(path.join(folder, 'appPackage/build/follow-through-prod.zip')))
    const manifest = JSON.parse(Buffer.from(zip['manifest.json'] ?? []).toString())
    const registered = /api:\/\/([0-9a-f-]{36}) and api:/.exec(said)?.[1]
    expect(manifest.webApplicationInfo.id).toBe(registered)
    expect(manifest.developer.name).toBe('Thameside Police')
  })

  test('takes everything back, and leaves no key behind', () => {
    const remove = 'npm run admin -- register --environment prod --remove'
    expect(answer(`${remove}\n`)).toMatch(
      /DELETE \/v1\.0\/applications\/[\s\S]*With --apply these 2 requests/,
    )
    expect(answer(`${remove} --apply`)).toMatch(/Done: 2 changes were made\./)
    expect(existsSync(path.join(folder, 'follow-through.pem'))).toBe(false)
    expect(parseEnv(fileOf(folder, 'env/.env.prod')).FT_CLIENT_ID).toBe('')
  })

  test('leaves the files of the repository as they were', () => {
    expect(parseEnv(readFileSync('env/.env.prod', 'utf8')).FT_CLIENT_ID).toBe('')
  })
})

describe('what the page says it does not run', () => {
  test.each(blocks.filter((block) => !block.run).map((block) => [block.lines.join('\n')]))(
    'is outside a local tenant: %s',
    (text) => {
      for (const line of text.split('\n'))
        expect(line).toMatch(
          /^(set -a|az |npm ci|npm run build|curl |docker |git pull|FT_CONFIG=\S+ .*node src\/bot)/,
        )
    },
  )

  test('names only files that there are', () => {
    const files = [
      ...page.matchAll(
        /(?:deploy|src|env)\/[\w./-]+\.(?:bicep|json|ts|txt|prod)|m365agents\.yml|(?<=\]\()[\w-]+\.md/g,
      ),
    ]
    const missing = files
      .map(([name]) => (name.endsWith('.md') ? `docs/${name}` : name))
      .filter((name) => !existsSync(name))
    expect(missing).toEqual([])
  })
})
