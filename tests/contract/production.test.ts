import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ended } from '../admin/runAdmin.ts'
import { freePort } from '../support/ports.ts'

jest.setTimeout(120_000)

interface LockedPackage {
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
}
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
)
const declared: { dependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))

/** Folders that the container has of `src`, as its Dockerfile says. */
const shipped = [...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY src\/(\w+) src\/\1$/gm)].map(
  (match) => match[1] ?? '',
)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'follow-through-image-'))
  chmodSync(folder, 0o755)
  makeImage()
})
afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', folder])
  rmSync(folder, { recursive: true, force: true })
})

/** What the container has: shipped sources, a tab, the packages that are neither for development nor optional. */
function makeImage(): void {
  for (const name of shipped) cpSync(`src/${name}`, path.join(folder, 'src', name), { recursive: true })
  cpSync('package.json', path.join(folder, 'package.json'))
  mkdirSync(path.join(folder, 'dist', 'tab'), { recursive: true })
  writeFileSync(path.join(folder, 'dist/tab/index.html'), '<!doctype html><title>Follow-Through</title>')
  for (const [place, { dev, optional, devOptional }] of Object.entries(lock.packages)) {
    const topmost = /^node_modules\/(@[^/]+\/)?[^/]+$/.test(place)
    if (!topmost || dev || optional || devOptional || !existsSync(place)) continue
    mkdirSync(path.join(folder, path.dirname(place)), { recursive: true })
    symlinkSync(path.resolve(place), path.join(folder, place))
  }
  execFileSync('chmod', ['-R', 'a-w,a+rX', path.join(folder, 'src'), path.join(folder, 'dist')])
}

/** Starts a file of the image with the packages of the image: links are not followed to where they lead. */
function start(file: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', file, ...args], {
    cwd: folder,
    env: { NODE_ENV: 'production', ...env },
    // Nobody: an account with no rights but to read. Only root can become it; anybody else has few enough already.
    ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

const settings = {
  FT_TENANT_ID: '7a1f0c52-3b5e-4c8e-9d0a-5f2b6c1e4a10',
  FT_CLIENT_ID: 'd2b7c4e6-91a3-4f58-8c0d-1e6f7a9b3c21',
  FT_CLIENT_SECRET: 'kept-to-itself',
  FT_SITE: 'contoso.sharepoint.com:/sites/follow-through',
  FT_SERVICE_ORIGIN: 'https://follow-through.example.org',
  FT_TEAMS_APP_ID: 'c7e94a15-0d3f-4b82-9e6a-28b5d1f07c63',
}

async function up(port: number): Promise<boolean> {
  for (let left = 100; left > 0; left -= 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return false
}

describe('the service with nothing but what its container has', () => {
  test('starts as nobody, from files that cannot be written, and serves the tab', async () => {
    const port = await freePort()
    const child = start('src/bot/main.ts', [], { ...settings, PORT: String(port) })
    const end = ended(child)
    expect(await up(port)).toBe(true)
    const tab = await fetch(`http://127.0.0.1:${port}/tab/`)
    expect(tab.headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
    expect(tab.headers.get('content-security-policy')).not.toMatch(/localhost|127\.0\.0\.1/)
    const config = await (await fetch(`http://127.0.0.1:${port}/tab/config.json`)).json()
    expect(config).toMatchObject({
      clockUrl: null,
      hostOrigins: [],
      graphOrigin: 'https://graph.microsoft.com',
    })
    expect(JSON.stringify(config)).not.toContain(settings.FT_CLIENT_SECRET)
    child.kill('SIGTERM')
    const { code, stderr } = await end
    expect({ code, stderr: stderr.replaceAll(/^.*ExperimentalWarning.*$|^\(Use .*$/gm, '').trim() }).toEqual({
      code: 0,
      stderr: '',
    })
  })

  test('does not start when a setting is wrong or missing, and names it', async () => {
    const { FT_SITE: _site, ...rest } = settings
    const run = await ended(
      start('src/bot/main.ts', [], { ...rest, FT_LOGIN_ORIGIN: 'https://evil.example' }),
    )
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(
      /FT_LOGIN_ORIGIN is "https:\/\/evil\.example", and must be an address on this machine/,
    )
    expect(run.stderr).toMatch(/Settings are missing: FT_SITE\./)
    expect(run.stderr).not.toMatch(/\n\s+at |kept-to-itself/)
  })

  test('has the admin commands too, for whoever can only sign in from there', async () => {
    const run = await ended(start('src/admin/main.ts', ['--help'], {}))
    expect(run).toMatchObject({ code: 0 })
    for (const verb of ['provision', 'import', 'remind', 'check'])
      expect(run.stdout).toMatch(new RegExp(`^  ${verb} +(?!cannot be loaded)`, 'm'))
  })

  test('names every package that it loads as a dependency', () => {
    const files = shipped.flatMap((name) => sources(path.join('src', name)))
    const loaded = new Set(files.flatMap(packagesOf))
    expect(loaded.size).toBeGreaterThan(10)
    const undeclared = [...loaded].filter((name) => declared.dependencies[name] === undefined)
    expect(undeclared).toEqual([])
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name)
    if (statSync(full).isDirectory()) return sources(full)
    return full.endsWith('.ts') ? [full] : []
  })
}

/** Packages that a file loads when it runs; types are gone by then. */
function packagesOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^\s*(import|export)\s+(?!type\s)[^'"()]*?from\s*'([^'.][^']*)'/gm)]
    .map((match) => /^(@[^/]+\/)?[^/]+/.exec(match[2] ?? '')?.[0] ?? '')
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
}
