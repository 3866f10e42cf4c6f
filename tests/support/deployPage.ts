import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type LocalTenant, personId } from './localTenant.ts'

/** A block of commands on a page, as its fence says. */
export interface ShellBlock {
  readonly lines: readonly string[]
  readonly run: boolean
}

/** The `sh` blocks of a page, in order; ```` ```sh not-run ```` are those that cannot be run here. */
export function shellBlocks(page: string): readonly ShellBlock[] {
  return [...page.matchAll(/^```sh([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    run: match[1]?.trim() !== 'not-run',
    lines: (match[2] ?? '').split('\n').filter((line) => line.trim() !== ''),
  }))
}

/** A copy of the repository to work in: what commands write is the copy's own, everything else leads back. */
export function workingCopy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'follow-through-deploy-'))
  for (const name of ['src', 'node_modules', 'manifest', 'package.json'])
    symlinkSync(path.resolve(name), path.join(folder, name))
  for (const name of ['env', 'appPackage'])
    cpSync(name, path.join(folder, name), {
      recursive: true,
      filter: (from) => !from.endsWith(`${path.sep}build`),
    })
  return folder
}

/** Runs lines in one shell, as a person would type them, and signs in as an administrator whenever it is asked to. */
export function runLines(
  lines: readonly string[],
  folder: string,
  tenant: LocalTenant,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const script = ['set -e', ...lines.flatMap((line) => [`echo ${quoted(`$ ${line}`)}`, line])].join('\n')
  const child = spawn('bash', ['-c', script], {
    cwd: folder,
    env: {
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
      HOME: folder,
      npm_config_update_notifier: 'false',
      FT_GRAPH_ORIGIN: tenant.origin,
      FT_LOGIN_ORIGIN: tenant.origin,
      FT_CONNECTOR_URL: tenant.environment.FT_CONNECTOR_URL ?? '',
      FT_CONNECTOR_METADATA: tenant.environment.FT_CONNECTOR_METADATA ?? '',
      FT_CLOCK_URL: tenant.environment.FT_CLOCK_URL ?? '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return signingIn(child)
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

function signingIn(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = ''
  const answered = new Set<string>()
  const hear = (chunk: Buffer) => {
    said += chunk.toString()
    for (const [address] of said.matchAll(/http:\S+\/oauth2\/v2\.0\/authorize\?\S+(?=\s)/g)) {
      if (answered.has(address)) continue
      answered.add(address)
      void fetch(`${address}&picked=${administrator}`).catch(() => undefined)
    }
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })))
}

/** Tom Brandt. */
export const administrator = personId(5)

/** Reads a file of a working copy. */
export const fileOf = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8')
